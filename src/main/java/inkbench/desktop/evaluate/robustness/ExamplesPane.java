package inkbench.desktop.evaluate.robustness;

import org.kordamp.ikonli.javafx.FontIcon;

import inkbench.app.robustness.DistortedExamples;
import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Hints;
import inkbench.desktop.common.image.DigitImage;
import inkbench.evaluation.Evaluation;
import inkbench.robustness.Distortion;
import inkbench.text.Messages;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** A slider for the strength of one distortion; an image of every class at it, and what each model reads. */
final class ExamplesPane extends FlowPane {
    private static final double EDGE = 56;
    private static final double CONTROLS_WIDTH = 300;
    private static final double LONGEST_NAME = 120;
    /** Of the way from nothing to the largest strength, by one key. */
    private static final double STEP = 0.05;

    private final Messages messages = Messages.of(ExamplesPane.class);
    private final ExamplesViewModel viewModel;
    private final ComboBox<Distortion> choice = new ComboBox<>();
    private final Slider slider = new Slider(0, 1, 0);
    private final Label strength = new Label();
    private final GridPane table = new GridPane(3, 4);

    ExamplesPane(ExamplesViewModel viewModel, Exports exports) {
        super(24, 8);
        this.viewModel = viewModel;
        choice.setId("robustness-shown");
        choice.setAccessibleText(messages.get("examples.distortion"));
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(Distortion distortion) {
                return distortion == null ? "" : distortion.title();
            }

            @Override
            public Distortion fromString(String text) {
                throw new UnsupportedOperationException("The choice can't be edited");
            }
        });
        choice.getItems().setAll(Distortion.values());
        choice.valueProperty().bindBidirectional(viewModel.distortion());
        slider.setId("robustness-strength");
        slider.setBlockIncrement(STEP);
        strength.setId("robustness-strength-text");
        var head = new HBox(12, choice, strength);
        head.setAlignment(Pos.CENTER_LEFT);
        var controls = new VBox(12, head, slider);
        controls.setPrefWidth(CONTROLS_WIDTH);
        table.setId("robustness-examples");
        table.setAlignment(Pos.CENTER_LEFT);
        var scroll = new ScrollPane(table);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setFitToHeight(true);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(USE_PREF_SIZE);
        scroll.maxWidthProperty().bind(widthProperty());
        exports.install(table, () -> messages.get("examples.file"), this::csv);
        setMinHeight(USE_PREF_SIZE);
        // Not as wide as all images: they can be scrolled.
        setMinWidth(0);
        setRowValignment(VPos.TOP);
        getChildren().setAll(controls, scroll);
        slider.valueProperty().bindBidirectional(viewModel.level());
        viewModel.distortion().subscribe(this::describe);
        viewModel.strength().subscribe(this::describe);
        viewModel.examples().subscribe(this::show);
    }

    private void describe() {
        var distortion = viewModel.distortion().get();
        strength.setText(distortion == null ? "" : distortion.describe(viewModel.strength().get()));
        slider.setAccessibleText(messages.get("examples.strength", strength.getText()));
    }

    private void show(DistortedExamples examples) {
        table.getChildren().clear();
        if (examples == null) {
            return;
        }
        var images = examples.images();
        for (int image = 0; image < images.size(); image++) {
            var picture = new DigitImage(EDGE);
            picture.show(images, image);
            picture.setAccessibleText(
                    messages.get(
                            "examples.image",
                            images.classNames().get(images.label(image)),
                            examples.distortion().title(),
                            examples.distortion().describe(examples.strength())));
            table.add(picture, image + 1, 0);
        }
        for (int model = 0; model < examples.answers().size(); model++) {
            var name = viewModel.modelNames().get(model);
            var label = new Label(name);
            label.getStyleClass().add("caption");
            label.setMinWidth(USE_PREF_SIZE);
            label.setMaxWidth(LONGEST_NAME);
            Hints.on(label, name);
            table.add(label, 0, model + 1);
            for (int image = 0; image < images.size(); image++) {
                table.add(answer(name, examples.answers().get(model), image), image + 1, model + 1);
            }
        }
    }

    private Label answer(String model, Evaluation answers, int image) {
        var images = answers.dataset();
        int read = answers.predictions()[image];
        boolean right = read == images.label(image);
        var label = new Label(images.classNames().get(read), new FontIcon(right ? "fth-check" : "fth-x"));
        label.getStyleClass().addAll("robustness-answer", right ? "right" : "wrong");
        label.setAccessibleText(
                messages.get(
                        right ? "examples.right" : "examples.wrong",
                        model,
                        images.classNames().get(images.label(image)),
                        images.classNames().get(read)));
        GridPane.setHalignment(label, HPos.CENTER);
        return label;
    }

    private String csv() {
        var csv = new StringBuilder("distortion,strength,truth,model,answer,probability\n");
        var examples = viewModel.examples().get();
        if (examples != null) {
            for (int model = 0; model < examples.answers().size(); model++) {
                append(csv, examples, viewModel.modelNames().get(model), examples.answers().get(model));
            }
        }
        return csv.toString();
    }

    private static void append(StringBuilder csv, DistortedExamples examples, String model, Evaluation answers) {
        var names = examples.images().classNames();
        for (int image = 0; image < examples.images().size(); image++) {
            int read = answers.predictions()[image];
            csv.append(examples.distortion().key())
                    .append(',').append(examples.strength())
                    .append(',').append(names.get(examples.images().label(image)))
                    .append(",\"").append(model.replace("\"", "\"\""))
                    .append("\",").append(names.get(read))
                    .append(',').append(answers.probabilities()[image][read])
                    .append('\n');
        }
    }
}
