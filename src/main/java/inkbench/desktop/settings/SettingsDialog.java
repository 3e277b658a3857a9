package inkbench.desktop.settings;

import java.util.List;
import java.util.function.Supplier;

import inkbench.app.machine.Machine;
import inkbench.desktop.common.Session;
import inkbench.desktop.common.Theme;
import inkbench.app.picture.ColourScale;
import inkbench.desktop.common.image.ColourScaleLegend;
import inkbench.task.Job;
import inkbench.text.Messages;
import javafx.beans.property.Property;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.RowConstraints;
import javafx.stage.Window;
import javafx.util.StringConverter;

/** What a user can set for the whole window. Everything takes effect at once. */
public final class SettingsDialog {
    private final Messages messages = Messages.of(SettingsDialog.class);
    private final Window owner;
    private final Theme theme;
    private final DiagnosticsViewModel diagnostics;
    private final String styleSheet;
    private Dialog<ButtonType> dialog;

    /**
     * A dialog above {@code owner}; nothing is built before it is first shown.
     *
     * @param machine
     *            looks in the background at what the app computes on
     */
    public SettingsDialog(Window owner, Session session, Supplier<Job<Machine>> machine, String styleSheet) {
        this.owner = owner;
        theme = session.theme();
        diagnostics = new DiagnosticsViewModel(session, machine);
        this.styleSheet = styleSheet;
    }

    /** Shows the dialog and returns at once. */
    public void show() {
        if (dialog == null) {
            dialog = build();
        }
        diagnostics.load();
        dialog.show();
    }

    private Dialog<ButtonType> build() {
        var built = new Dialog<ButtonType>();
        built.initOwner(owner);
        built.setTitle(messages.get("title"));
        var pane = built.getDialogPane();
        pane.getStylesheets().add(styleSheet);
        pane.getStyleClass().add("settings");
        pane.getButtonTypes().add(ButtonType.CLOSE);
        var diagnosticsPane = new DiagnosticsPane(diagnostics);
        pane.setContent(content(diagnosticsPane));
        pane.getScene().getAccelerators().put(DiagnosticsPane.COPY, diagnosticsPane::copy);
        return built;
    }

    private GridPane content(DiagnosticsPane diagnosticsPane) {
        var grid = new GridPane(16, 12);
        var legend = new ColourScaleLegend();
        Runnable show = () -> legend.show(
                theme.intensities().get(),
                theme.dark().get(),
                messages.get("scale.low"),
                messages.get("scale.high"));
        theme.intensities().subscribe(show);
        theme.dark().subscribe(dark -> show.run());
        row(grid, "theme", choice("theme", theme.choice(), List.of(Theme.Choice.values())));
        row(grid, "scale", choice("scale", theme.intensities(),
                List.of(ColourScale.VIRIDIS, ColourScale.CIVIDIS, ColourScale.GREY)));
        grid.add(legend, 1, 2);
        row(grid, "diagnostics", diagnosticsPane);
        return grid;
    }

    private void row(GridPane grid, String key, Node control) {
        int row = grid.getRowCount();
        var name = new Label(messages.get(key));
        name.setLabelFor(control);
        grid.add(name, 0, row);
        grid.add(control, 1, row);
        GridPane.setValignment(name, VPos.BASELINE);
        var constraints = new RowConstraints();
        constraints.setValignment(VPos.BASELINE);
        while (grid.getRowConstraints().size() < row) {
            grid.getRowConstraints().add(new RowConstraints());
        }
        grid.getRowConstraints().add(constraints);
    }

    private <T extends Enum<T>> ChoiceBox<T> choice(String key, Property<T> value, List<T> values) {
        var box = new ChoiceBox<T>();
        box.setId("settings-" + key);
        box.setMaxWidth(Double.MAX_VALUE);
        box.getItems().setAll(values);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T choice) {
                return choice == null ? "" : messages.get(key + "." + choice.name());
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("The box can't be typed into");
            }
        });
        box.valueProperty().bindBidirectional(value);
        return box;
    }
}
