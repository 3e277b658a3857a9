package inkbench.desktop.shell;

import inkbench.data.catalog.FetchResult;
import inkbench.text.Messages;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Asks whether to keep files of which nobody knows for certain what they should hold. */
final class TrustQuestion {
    private static final double WIDTH = 640;

    private TrustQuestion() {}

    /** Shows the question and returns at once. */
    static void ask(CatalogViewModel viewModel, FetchResult.Unverified unverified, Window owner) {
        var messages = Messages.of(TrustQuestion.class);
        var trust = new ButtonType(messages.get("trust.yes"), ButtonBar.ButtonData.OK_DONE);
        var leave = new ButtonType(messages.get("trust.no"), ButtonBar.ButtonData.CANCEL_CLOSE);
        var question = new Alert(Alert.AlertType.CONFIRMATION, "", trust, leave);
        question.initOwner(owner);
        question.setTitle(messages.get("trust.title", unverified.entry().title()));
        question.setHeaderText(messages.get("trust.header", unverified.entry().title()));
        question.setGraphic(null);
        var text = new Label(messages.get("trust.text"));
        text.setWrapText(true);
        // To be selected and copied, for a comparison with what others publish.
        var files = new TextArea(viewModel.describeFiles(unverified));
        files.setId("trust-files");
        files.getStyleClass().add("hashes");
        files.setEditable(false);
        files.setPrefRowCount(2 * unverified.files().size());
        var pane = question.getDialogPane();
        pane.setContent(new VBox(12, text, files));
        pane.setPrefWidth(WIDTH);
        pane.getStylesheets().add(Shell.STYLE_SHEET);
        // Enter, pressed without reading, must not be what installs them.
        ((Button) pane.lookupButton(trust)).setDefaultButton(false);
        ((Button) pane.lookupButton(leave)).setDefaultButton(true);
        question.setOnHidden(hidden -> viewModel.answer(unverified, question.getResult() == trust));
        question.show();
    }
}
