package inkbench.desktop.train;

import java.text.NumberFormat;
import java.util.Locale;

import inkbench.model.Architecture;
import inkbench.model.LayerSpec;
import inkbench.text.Messages;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** A network's layers, what comes out of each, and how many parameters each learns. */
final class LayerTable extends GridPane {
    private final Messages messages = Messages.of(LayerTable.class);
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
            cell(0, row, name(layer.layer()));
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

    private String name(LayerSpec layer) {
        var key = "layer." + layer.kind();
        return switch (layer) {
            case LayerSpec.Dense dense -> messages.get(key, dense.units(), activation(dense.activation()));
            case LayerSpec.Convolution convolution ->
                messages.get(key, convolution.filters(), convolution.kernel(), activation(convolution.activation()));
            case LayerSpec.MaxPooling pooling -> messages.get(key, pooling.size());
            case LayerSpec.Dropout dropout -> messages.get(key, dropout.rate());
            case LayerSpec.Flatten flatten -> messages.get(key);
        };
    }

    private String activation(Enum<?> activation) {
        return messages.get("activation." + activation.name().toLowerCase(Locale.ROOT));
    }
}
