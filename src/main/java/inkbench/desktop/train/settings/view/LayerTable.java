package inkbench.desktop.train.settings.view;

import java.text.NumberFormat;

import inkbench.desktop.train.architecture.LayerNames;
import inkbench.model.Architecture;
import inkbench.text.Messages;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** A network's layers, what comes out of each, and how many parameters each learns. */
final class LayerTable extends GridPane {
    private final Messages messages = Messages.of(LayerTable.class);
    private final LayerNames names = new LayerNames();
    private final NumberFormat whole = NumberFormat.getIntegerInstance();

    LayerTable() {
        getStyleClass().add("layers");
        setId("layers");
        setHgap(12);
        setVgap(3);
        var layer = new ColumnConstraints();
        layer.setHgrow(Priority.ALWAYS);
        var numbers = new ColumnConstraints();
        numbers.setHalignment(HPos.RIGHT);
        getColumnConstraints().setAll(layer, numbers, numbers);
    }

    /** Shows a network. */
    void show(Architecture architecture) {
        getChildren().clear();
        head(0, "layers.layer");
        head(1, "layers.output");
        head(2, "layers.parameters");
        int row = 1;
        for (var layer : architecture.summary()) {
            cell(0, row, names.of(layer.layer()));
            cell(1, row, layer.outputShape().toString());
            cell(2, row, layer.parameters() == 0 ? "–" : whole.format(layer.parameters()));
            row++;
        }
        cell(0, row, messages.get("layers.total")).getStyleClass().add("layers-total");
        var total = cell(2, row, whole.format(architecture.parameterCount()));
        total.setId("layers-total");
        total.getStyleClass().add("probability-best");
    }

    private void head(int column, String key) {
        cell(column, 0, messages.get(key)).getStyleClass().add("layers-head");
    }

    private Label cell(int column, int row, String text) {
        var label = new Label(text);
        label.setMinWidth(column == 0 ? 60 : USE_PREF_SIZE);
        add(label, column, row);
        return label;
    }
}
