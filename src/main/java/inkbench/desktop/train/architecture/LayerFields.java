package inkbench.desktop.train.architecture;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.IntFunction;

import atlantafx.base.theme.Styles;
import inkbench.model.Activation;
import inkbench.model.LayerSpec;
import inkbench.model.LayerSpec.Convolution;
import inkbench.model.LayerSpec.Dense;
import inkbench.model.Padding;
import inkbench.text.Messages;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.util.StringConverter;

/** The numbers of one layer, to be changed. */
final class LayerFields extends GridPane {
    private static final int MOST_UNITS = 100_000;
    private static final int MOST_FILTERS = 4096;
    private static final int LARGEST_KERNEL = 99;
    private static final double FIELD_WIDTH = 130;
    private static final double PROBLEM_WIDTH = 280;

    private final Messages messages = Messages.of(LayerFields.class);
    private final ArchitectureViewModel viewModel;
    private final ReadOnlyBooleanWrapper wrong = new ReadOnlyBooleanWrapper();
    private final List<Label> problems = new ArrayList<>();
    private LayerSpec shown;
    private boolean typing;

    LayerFields(ArchitectureViewModel viewModel) {
        this.viewModel = viewModel;
        setId("layer-fields");
        setHgap(12);
        setVgap(8);
    }

    /** Whether something typed stands for nothing. */
    ReadOnlyBooleanProperty wrong() {
        return wrong.getReadOnlyProperty();
    }

    /** Shows a layer; null for none. While somebody types in here the fields stay as they are. */
    void show(LayerSpec layer) {
        if (typing || layer != null && layer.equals(shown)) {
            return;
        }
        shown = layer;
        getChildren().clear();
        problems.clear();
        wrong.set(false);
        switch (layer) {
            case null -> add(new Label(messages.get("fields.none")), 0, 0, 2, 1);
            case Dense dense -> {
                number("units", dense.units(), MOST_UNITS, units -> new Dense(units, dense().activation()));
                activation(dense.activation(), chosen -> new Dense(dense().units(), chosen));
            }
            case Convolution convolution -> showConvolution(convolution);
            case LayerSpec.Activate activate -> activation(activate.activation(), LayerSpec.Activate::new);
            case LayerSpec.MaxPooling pooling ->
                number("size", pooling.size(), LARGEST_KERNEL, LayerSpec.MaxPooling::new);
            case LayerSpec.AveragePooling pooling ->
                number("size", pooling.size(), LARGEST_KERNEL, LayerSpec.AveragePooling::new);
            case LayerSpec.Dropout dropout -> share("rate", dropout.rate(), LayerSpec.Dropout::new);
            case LayerSpec.BatchNormalization _,LayerSpec.GlobalAveragePooling _,LayerSpec.Flatten _ ->
                add(new Label(messages.get("fields.nothing")), 0, 0, 2, 1);
        }
    }

    private void showConvolution(Convolution convolution) {
        number("filters", convolution.filters(), MOST_FILTERS, filters -> {
            var now = convolution();
            return new Convolution(filters, now.kernel(), now.stride(), now.padding(), now.activation());
        });
        number("kernel", convolution.kernel(), LARGEST_KERNEL, kernel -> {
            var now = convolution();
            return new Convolution(now.filters(), kernel, now.stride(), now.padding(), now.activation());
        });
        number("stride", convolution.stride(), LARGEST_KERNEL, stride -> {
            var now = convolution();
            return new Convolution(now.filters(), now.kernel(), stride, now.padding(), now.activation());
        });
        choice("padding", List.of(Padding.values()), convolution.padding(), chosen -> {
            var now = convolution();
            return new Convolution(now.filters(), now.kernel(), now.stride(), chosen, now.activation());
        });
        activation(convolution.activation(), chosen -> {
            var now = convolution();
            return new Convolution(now.filters(), now.kernel(), now.stride(), now.padding(), chosen);
        });
    }

    private Dense dense() {
        return (Dense) shown;
    }

    private Convolution convolution() {
        return (Convolution) shown;
    }

    private void activation(Activation value, Function<Activation, LayerSpec> change) {
        choice("activation", List.of(Activation.values()), value, change);
    }

    private void number(String key, int value, int most, IntFunction<LayerSpec> change) {
        var sentence = messages.get("field.whole", messages.get("field." + key), most);
        field(key, Integer.toString(value), sentence, text -> {
            int number = Integer.parseInt(text);
            return number >= 1 && number <= most ? change.apply(number) : null;
        });
    }

    private void share(String key, double value, DoubleFunction<LayerSpec> change) {
        var sentence = messages.get("field.share", messages.get("field." + key));
        field(
                key,
                BigDecimal.valueOf(value).stripTrailingZeros().toPlainString(),
                sentence,
                text -> change.apply(new BigDecimal(text.replace(',', '.')).doubleValue()));
    }

    /** A text that changes the layer whenever it stands for something; the function throws or gives null if not. */
    private void field(String key, String value, String sentence, Function<String, LayerSpec> change) {
        var field = new TextField(value);
        field.setPrefWidth(FIELD_WIDTH);
        field.setAlignment(Pos.CENTER_RIGHT);
        var problem = new Label();
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.setMaxWidth(PROBLEM_WIDTH);
        problem.setMinHeight(USE_PREF_SIZE);
        problem.setId("layer-problem-" + key);
        problems.add(problem);
        say(field, problem, null);
        row(key, field);
        add(problem, 0, getRowCount(), 2, 1);
        field.textProperty().addListener((source, before, typed) -> {
            var changed = parsed(typed.strip(), change);
            say(field, problem, changed == null ? stride(key, typed).orElse(sentence) : null);
            if (changed != null) {
                set(changed, key);
            }
        });
    }

    /** Of all numbers only a stride can be wrong because of another. */
    private Optional<String> stride(String key, String typed) {
        boolean ofConvolution = shown instanceof Convolution && (key.equals("stride") || key.equals("kernel"));
        return ofConvolution && typed.strip().matches("[1-9][0-9]?")
                ? Optional.of(messages.get("field.stride.large"))
                : Optional.empty();
    }

    private static LayerSpec parsed(String text, Function<String, LayerSpec> change) {
        try {
            return change.apply(text);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    private void say(TextField field, Label problem, String sentence) {
        problem.setText(sentence);
        problem.setVisible(sentence != null);
        problem.setManaged(sentence != null);
        field.setAccessibleHelp(sentence);
        field.pseudoClassStateChanged(Styles.STATE_DANGER, sentence != null);
        wrong.set(problems.stream().anyMatch(Node::isVisible));
    }

    private <T> void choice(String key, List<T> values, T value, Function<T, LayerSpec> change) {
        var choice = new ComboBox<T>();
        choice.setPrefWidth(FIELD_WIDTH);
        choice.getItems().setAll(values);
        choice.setValue(value);
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(T one) {
                return one == null ? "" : messages.get("choice." + one);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("Nothing can be typed");
            }
        });
        row(key, choice);
        choice.valueProperty().addListener((source, before, chosen) -> set(change.apply(chosen), key));
    }

    private void row(String key, Node field) {
        var name = new Label(messages.get("field." + key));
        name.setLabelFor(field);
        field.setId("layer-" + key);
        field.setAccessibleText(name.getText());
        addRow(getRowCount(), name, field);
    }

    private void set(LayerSpec changed, String key) {
        typing = true;
        shown = changed;
        viewModel.set(changed, key);
        typing = false;
    }
}
