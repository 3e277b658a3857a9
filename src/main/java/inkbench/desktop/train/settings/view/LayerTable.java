package inkbench.desktop.train.settings.view;

import java.text.NumberFormat;

import inkbench.model.Activation;
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
            case LayerSpec.Convolution convolution -> messages.get(
                    key,
                    convolution.filters(),
                    convolution.kernel(),
                    convolution.stride(),
                    messages.get("padding." + convolution.padding().key()),
                    activation(convolution.activation()));
            case LayerSpec.Activate activate -> messages.get(key + "." + activate.activation().key());
            case LayerSpec.MaxPooling pooling -> messages.get(key, pooling.size());
            case LayerSpec.AveragePooling pooling -> messages.get(key, pooling.size());
            case LayerSpec.Dropout dropout -> messages.get(key, dropout.rate());
            case LayerSpec.BatchNormalization _,LayerSpec.GlobalAveragePooling _,LayerSpec.Flatten _ ->
                messages.get(key);
        };
    }

    private String activation(Activation activation) {
        return activation == Activation.IDENTITY ? "" : ", " + messages.get("layer.activation." + activation.key());
    }
}
