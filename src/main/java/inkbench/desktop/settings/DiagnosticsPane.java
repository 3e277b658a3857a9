package inkbench.desktop.settings;

import atlantafx.base.theme.Styles;
import inkbench.desktop.common.Hints;
import inkbench.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What the app runs and computes on: a line each, a word on what is not known yet, and a button that copies all. */
final class DiagnosticsPane extends VBox {
    static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+Shift+C");

    private static final double VALUE_WIDTH = 320;
    /** So many lines there are in the end; the window is made for them, so that nothing moves when they come. */
    private static final int LINES = 10;
    private static final double LINE_HEIGHT = 15;
    private static final double GAP = 2;

    private final Messages messages = Messages.of(DiagnosticsPane.class);
    private final DiagnosticsViewModel viewModel;
    private final GridPane lines = new GridPane(12, GAP);
    private final Label note = new Label();
    private final Label copied = new Label();

    DiagnosticsPane(DiagnosticsViewModel viewModel) {
        super(8);
        this.viewModel = viewModel;
        note.setId("diagnostics-note");
        note.getStyleClass().add("caption");
        note.setWrapText(true);
        note.setMaxWidth(VALUE_WIDTH);
        copied.setId("diagnostics-copied");
        copied.getStyleClass().add("caption");
        var facts = new VBox(GAP, lines, note);
        facts.setMinHeight(LINES * (LINE_HEIGHT + GAP));
        getChildren().addAll(facts, footer());
        show();
        viewModel.rows().subscribe(this::show);
        viewModel.note().subscribe(text -> {
            note.setText(text);
            note.setManaged(text != null);
            note.setVisible(text != null);
        });
    }

    /** Copies all that is known. */
    void copy() {
        var content = new ClipboardContent();
        content.putString(viewModel.text());
        Clipboard.getSystemClipboard().setContent(content);
        copied.setText(messages.get("diagnostics.copied"));
    }

    private HBox footer() {
        var button = new Button(messages.get("diagnostics.copy"));
        button.setId("diagnostics-copy");
        button.getStyleClass().add(Styles.SMALL);
        button.setOnAction(event -> copy());
        Hints.on(button, messages.get("diagnostics.copy.tooltip", COPY.getDisplayText()));
        var footer = new HBox(8, button, copied);
        footer.setAlignment(Pos.CENTER_LEFT);
        return footer;
    }

    private void show() {
        lines.getChildren().clear();
        copied.setText(null);
        for (var row : viewModel.rows()) {
            int line = lines.getRowCount();
            var name = new Label(row.name());
            name.getStyleClass().add("caption");
            name.setMinWidth(USE_PREF_SIZE);
            var value = new Label(row.value());
            value.getStyleClass().add("diagnostics-value");
            value.setWrapText(true);
            value.setMaxWidth(VALUE_WIDTH);
            value.setAccessibleText(row.toString());
            name.setLabelFor(value);
            lines.addRow(line, name, value);
        }
    }
}
