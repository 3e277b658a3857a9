package inkbench.desktop.shell.opening;

import java.util.Optional;
import java.util.function.Consumer;

import inkbench.data.format.OpenOptions;
import inkbench.text.Messages;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Asks whether images of different sizes are to be fitted to one. */
final class FitQuestion {
    private static final double WIDTH = 560;

    private FitQuestion() {}

    /** Shows the question and returns at once. */
    static void ask(OpeningQuestion.Fit fit, Window owner, Consumer<Optional<OpenOptions>> answer) {
        var messages = Messages.of(FitQuestion.class);
        var take = new ButtonType(messages.get("fit.yes"), ButtonBar.ButtonData.OK_DONE);
        var leave = new ButtonType(messages.get("open.no"), ButtonBar.ButtonData.CANCEL_CLOSE);
        var question = new Alert(Alert.AlertType.CONFIRMATION, "", take, leave);
        question.initOwner(owner);
        var name = fit.path().getFileName();
        question.setTitle(messages.get("open.title", name));
        question.setHeaderText(messages.get("fit.header", name, fit.size().width(), fit.size().height()));
        question.setGraphic(null);
        var why = new Label(fit.sentence());
        why.setId("fit-why");
        why.setWrapText(true);
        var how = new Label(messages.get("fit.text"));
        how.setWrapText(true);
        how.getStyleClass().add("caption");
        var pane = question.getDialogPane();
        pane.setContent(new VBox(12, why, how));
        pane.setPrefWidth(WIDTH);
        pane.getStylesheets().setAll(owner.getScene().getStylesheets());
        question.setOnHidden(
                hidden -> answer.accept(
                        question.getResult() == take
                                ? Optional.of(fit.options().withFit(fit.size()))
                                : Optional.empty()));
        question.show();
    }
}
