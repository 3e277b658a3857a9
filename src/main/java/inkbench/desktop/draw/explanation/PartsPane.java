package inkbench.desktop.draw.explanation;

import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Optional;
import java.util.stream.IntStream;

import inkbench.app.explaining.DrawnExplanation;
import inkbench.app.explaining.ExplanationColours;
import inkbench.app.explaining.StrokePicture;
import inkbench.data.Dataset;
import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Hints;
import inkbench.desktop.common.Theme;
import inkbench.desktop.common.image.ColourScaleLegend;
import inkbench.desktop.common.image.DigitImage;
import inkbench.explain.OcclusionMap;
import inkbench.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Which parts of the drawing speak for and against a digit: in the picture that is read, and along the strokes. */
final class PartsPane extends VBox {
    private static final double EDGE = 112;

    private final Messages messages = Messages.of(PartsPane.class);
    private final NumberFormat percent = NumberFormat.getPercentInstance();
    private final ExplanationViewModel viewModel;
    private final Theme theme;
    private final ComboBox<Integer> asked = new ComboBox<>();
    private final WordCell chosen = new WordCell(this::question);
    private final ColourScaleLegend legend = new ColourScaleLegend();
    private final DigitImage occlusion = new DigitImage(EDGE);
    private final DigitImage saliency = new DigitImage(EDGE);
    private final StrokeView occlusionStrokes = new StrokeView(EDGE);
    private final StrokeView saliencyStrokes = new StrokeView(EDGE);
    private final Label occlusionWords = words();
    private final Label saliencyWords = words();

    PartsPane(ExplanationViewModel viewModel, Exports exports, Theme theme) {
        super(10);
        this.viewModel = viewModel;
        this.theme = theme;
        // Nobody is ever wholly sure.
        percent.setMinimumFractionDigits(1);
        percent.setRoundingMode(RoundingMode.DOWN);
        occlusion.setId("why-occlusion");
        saliency.setId("why-saliency");
        occlusionStrokes.setId("why-occlusion-strokes");
        saliencyStrokes.setId("why-saliency-strokes");
        occlusionWords.setId("why-occlusion-words");
        occlusion.getStyleClass().add("explanation-map");
        saliency.getStyleClass().add("explanation-map");
        var pictures = new VBox(
                12,
                row("occlusion", occlusion, occlusionStrokes, occlusionWords, OcclusionMap.SIDE),
                row("saliency", saliency, saliencyStrokes, saliencyWords));
        pictures.setId("why-pictures");
        exports.install(pictures, () -> messages.get("file.parts"), this::csv);
        // For the keys that copy.
        pictures.setFocusTraversable(true);
        pictures.setOnMousePressed(event -> pictures.requestFocus());
        pictures.getStyleClass().add("explanation-pictures");
        pictures.setAccessibleText(messages.get("parts.pictures"));
        getChildren().addAll(question(), pictures);
        viewModel.parts().subscribe(now -> show());
        // What is asked says which digit is read.
        viewModel.seen().subscribe(now -> chosen.refresh());
        theme.dark().subscribe(now -> show());
    }

    private Node question() {
        asked.setId("why-asked");
        asked.setAccessibleText(messages.get("asked"));
        asked.setCellFactory(list -> new WordCell(this::item));
        asked.setButtonCell(chosen);
        asked.getItems().add(ExplanationViewModel.ANSWER);
        IntStream.range(0, Dataset.DIGITS.size()).forEach(asked.getItems()::add);
        asked.valueProperty().bindBidirectional(viewModel.asked());
        Hints.on(asked, messages.get("asked.tip"));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        legend.setMinWidth(USE_PREF_SIZE);
        var line = new HBox(8, asked, space, legend);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private String item(int digit) {
        return digit == ExplanationViewModel.ANSWER ? messages.get("asked.answer") : Integer.toString(digit);
    }

    private String question(int digit) {
        var seen = viewModel.seen().get();
        if (digit != ExplanationViewModel.ANSWER) {
            return messages.get("asked.digit", digit);
        }
        return seen == null ? "" : messages.get("asked.digit", seen.answer().digit());
    }

    private Node row(String key, Node picture, Node strokes, Label words, Object... about) {
        var title = new Label(messages.get(key));
        title.setMinWidth(USE_PREF_SIZE);
        var text = new VBox(4, title, words);
        HBox.setHgrow(text, Priority.ALWAYS);
        return Hints.on(new HBox(8, picture, strokes, text), messages.get(key + ".tip", about));
    }

    private static Label words() {
        var label = new Label();
        label.getStyleClass().add("caption");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private void show() {
        boolean dark = theme.dark().get();
        legend.show(ExplanationColours.SCALE, dark, messages.get("against"), messages.get("for"));
        var parts = viewModel.parts().get();
        if (parts == null) {
            occlusion.clear();
            saliency.clear();
            show(occlusionStrokes, Optional.empty(), "");
            show(saliencyStrokes, Optional.empty(), "");
            occlusionWords.setText(messages.get("explaining"));
            saliencyWords.setText("");
            return;
        }
        var why = parts.why();
        int width = why.occlusion().width();
        int height = why.occlusion().height();
        occlusion.showColours(
                ExplanationColours.of(
                        why.occlusion().falls(),
                        ExplanationColours.largest(why.occlusion()),
                        why.pixels(),
                        dark),
                width,
                height);
        saliency.showColours(
                ExplanationColours.of(
                        why.saliency().gradient(),
                        ExplanationColours.largest(why.saliency()),
                        why.pixels(),
                        dark),
                width,
                height);
        describe(parts);
    }

    private void describe(DrawnExplanation parts) {
        var why = parts.why();
        int digit = why.occlusion().classIndex();
        var falls = why.occlusion().falls();
        boolean opposed = -falls[why.mostOpposed()] > falls[why.mostNeeded()];
        int most = opposed ? why.mostOpposed() : why.mostNeeded();
        var change = percent.format(Math.abs(falls[most]));
        var probability = percent.format(why.prediction().probabilities()[digit]);
        occlusionWords.setText(
                messages.get(opposed ? "occlusion.gains" : "occlusion.loses", digit, probability, change));
        saliencyWords.setText(messages.get("saliency.words", digit));
        occlusion.setAccessibleText(
                messages.get(
                        opposed ? "occlusion.gains.text" : "occlusion.loses.text",
                        digit,
                        probability,
                        change,
                        most % why.occlusion().width() + 1,
                        most / why.occlusion().width() + 1));
        saliency.setAccessibleText(messages.get("saliency.words", digit));
        show(occlusionStrokes, parts.occlusion(), messages.get("occlusion.strokes", digit));
        show(saliencyStrokes, parts.saliency(), messages.get("saliency.strokes", digit));
    }

    private static void show(StrokeView view, Optional<StrokePicture> picture, String text) {
        view.show(picture.orElse(null));
        view.setVisible(picture.isPresent());
        view.setManaged(picture.isPresent());
        view.setAccessibleText(text);
    }

    private String csv() {
        var parts = viewModel.parts().get();
        return parts == null ? "" : parts.why().csv();
    }
}
