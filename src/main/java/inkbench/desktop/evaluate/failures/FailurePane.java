package inkbench.desktop.evaluate.failures;

import java.text.NumberFormat;
import java.util.List;

import inkbench.app.explaining.Explanation;
import inkbench.app.explaining.ExplanationColours;
import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Hints;
import inkbench.desktop.common.ProbabilityBars;
import inkbench.desktop.common.Segments;
import inkbench.desktop.common.Theme;
import inkbench.desktop.common.image.ColourScaleLegend;
import inkbench.desktop.common.image.DigitImage;
import inkbench.desktop.common.neighbours.NeighboursPane;
import inkbench.explain.OcclusionMap;
import inkbench.text.Messages;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One image large, what speaks for and against its answer, its probabilities, and its nearest training images. */
final class FailurePane extends VBox {
    private static final double EDGE = 140;
    private static final double GAP = 12;
    private static final double WIDTH = 3 * EDGE + 2 * GAP;
    private static final double BARS_WIDTH = 170;
    private static final double BARS_HEIGHT = 200;
    /** For a scroll bar, which would else lie over the pictures. */
    private static final double BESIDE = 16;

    private final Messages messages = Messages.of(FailurePane.class);
    private final NumberFormat percent = NumberFormat.getPercentInstance();
    private final FailuresViewModel viewModel;
    private final FailureTexts texts;
    private final Theme theme;
    private final Label words = new Label();
    private final DigitImage image = new DigitImage(EDGE);
    private final DigitImage occlusion = new DigitImage(EDGE);
    private final DigitImage saliency = new DigitImage(EDGE);
    private final Label occlusionWords = caption();
    private final ColourScaleLegend legend = new ColourScaleLegend();
    private final Segments<AskedClass> asked;
    private final StackPane barsHolder = new StackPane();
    private List<String> names = List.of();
    private ProbabilityBars bars;

    FailurePane(FailuresViewModel viewModel, FailureTexts texts, Exports exports, Theme theme) {
        super(GAP);
        this.viewModel = viewModel;
        this.texts = texts;
        this.theme = theme;
        asked = new Segments<>(
                List.of(AskedClass.values()),
                choice -> "",
                viewModel.explanation().asked());
        percent.setMaximumFractionDigits(0);
        setPadding(new Insets(0, BESIDE, 0, 0));
        setMinWidth(WIDTH + BESIDE);
        setPrefWidth(WIDTH + BESIDE);
        words.setId("failure-words");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        image.setId("failure-image");
        occlusion.setId("failure-occlusion");
        saliency.setId("failure-saliency");
        occlusion.getStyleClass().add("explanation-map");
        saliency.getStyleClass().add("explanation-map");
        var imageWords = caption();
        imageWords.setText(messages.get("image"));
        var saliencyWords = caption();
        saliencyWords.setText(messages.get("saliency"));
        var pictures = new HBox(
                GAP,
                new VBox(4, image, imageWords),
                Hints.on(new VBox(4, occlusion, occlusionWords), messages.get("occlusion.tip", OcclusionMap.SIDE)),
                Hints.on(new VBox(4, saliency, saliencyWords), messages.get("saliency.tip")));
        exports.install(pictures, () -> messages.get("file.why"), this::csv);
        // For the keys that copy.
        pictures.setFocusTraversable(true);
        pictures.setOnMousePressed(event -> pictures.requestFocus());
        pictures.getStyleClass().add("explanation-pictures");
        pictures.setAccessibleText(messages.get("pictures"));
        barsHolder.setMinSize(BARS_WIDTH, BARS_HEIGHT);
        barsHolder.setMaxSize(BARS_WIDTH, BARS_HEIGHT);
        var nearest = new NeighboursPane(viewModel.neighbours());
        HBox.setHgrow(nearest, Priority.ALWAYS);
        getChildren().setAll(words, pictures, question(), new HBox(GAP, barsHolder, nearest));
        viewModel.selected().subscribe(rank -> showImage());
        viewModel.shown().subscribe(shown -> showImage());
        viewModel.explanation().explanation().subscribe(why -> showExplanation());
        theme.dark().subscribe(dark -> showExplanation());
    }

    private HBox question() {
        asked.setId("failure-asked");
        asked.getButtons().forEach(button -> {
            button.setId("failure-asked-" + button.getUserData());
            button.setMnemonicParsing(false);
            button.setMinWidth(USE_PREF_SIZE);
            Hints.on(button, messages.get("asked." + button.getUserData() + ".tip"));
        });
        legend.setMinWidth(USE_PREF_SIZE);
        var question = new HBox(GAP, asked, legend);
        question.setAlignment(Pos.CENTER_LEFT);
        return question;
    }

    private static Label caption() {
        var label = new Label();
        label.getStyleClass().add("caption");
        return label;
    }

    private void showImage() {
        var shown = viewModel.shown().get();
        int rank = viewModel.selected().get();
        boolean chosen = shown != null && rank >= 0 && rank < shown.size();
        setVisible(chosen);
        if (!chosen) {
            return;
        }
        words.setText(texts.describe(rank));
        var failure = shown.failures().get(rank);
        asked.getButtons()
                .forEach(
                        button -> button.setText(
                                button.getUserData() == AskedClass.PREDICTION
                                        ? messages.get("asked.PREDICTION", shown.className(failure.prediction()))
                                        : messages.get("asked.LABEL", shown.className(failure.label()))));
        // Of a right answer there is one question only.
        asked.getButtons().getLast().setDisable(!failure.wrong());
        image.show(shown.images(), rank);
        image.setAccessibleText(texts.describe(rank));
        if (bars == null || !names.equals(shown.images().classNames())) {
            names = shown.images().classNames();
            bars = new ProbabilityBars(names, theme);
            barsHolder.getChildren().setAll(bars);
        }
        bars.show(shown.probabilities(rank));
    }

    private void showExplanation() {
        boolean dark = theme.dark().get();
        legend.show(ExplanationColours.SCALE, dark, messages.get("against"), messages.get("for"));
        var why = viewModel.explanation().explanation().get();
        if (why == null) {
            occlusion.clear();
            saliency.clear();
            occlusionWords.setText(messages.get("explaining"));
            return;
        }
        var falls = why.occlusion().falls();
        var gradient = why.saliency().gradient();
        int width = why.occlusion().width();
        int height = why.occlusion().height();
        double largestFall = ExplanationColours.largest(why.occlusion());
        double largestGradient = ExplanationColours.largest(why.saliency());
        occlusion.showColours(ExplanationColours.of(falls, largestFall, why.pixels(), dark), width, height);
        saliency.showColours(ExplanationColours.of(gradient, largestGradient, why.pixels(), dark), width, height);
        describe(why);
    }

    private void describe(Explanation why) {
        var falls = why.occlusion().falls();
        int most = why.mostNeeded();
        var name = viewModel.shown().get() == null ? "" : names.get(why.occlusion().classIndex());
        occlusionWords.setText(messages.get("occlusion", percent.format(falls[most])));
        occlusion.setAccessibleText(
                messages.get(
                        "occlusion.text",
                        name,
                        percent.format(why.prediction().probabilities()[why.occlusion().classIndex()]),
                        percent.format(falls[most]),
                        most % why.occlusion().width() + 1,
                        most / why.occlusion().width() + 1));
        saliency.setAccessibleText(messages.get("saliency.text", name));
    }

    private String csv() {
        var why = viewModel.explanation().explanation().get();
        return why == null ? "" : why.csv();
    }
}
