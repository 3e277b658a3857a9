package inkbench.desktop.draw.answer;

import java.math.RoundingMode;
import java.text.NumberFormat;

import inkbench.app.certainty.Verdict;
import inkbench.data.Dataset;
import inkbench.desktop.common.Hints;
import inkbench.desktop.common.ProbabilityBars;
import inkbench.desktop.common.Theme;
import inkbench.text.Messages;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The answer, large, or that there is none to rely on; below it the ten probabilities. */
public final class AnswerCard extends VBox {
    private static final PseudoClass DOUBTFUL = PseudoClass.getPseudoClass("doubtful");

    private static final double BARS_HEIGHT = 200;

    private final Messages messages = Messages.of(AnswerCard.class);
    /** Less than this of a percent is not worth a sentence. */
    private static final double NEGLIGIBLE = 0.005;
    /** From here on a tenth of a percent is shown, since nobody is ever wholly sure. */
    private static final double NEARLY_SURE = 0.99;

    private final NumberFormat percent = NumberFormat.getPercentInstance();
    private final NumberFormat finePercent = NumberFormat.getPercentInstance();
    private final Label figure = new Label();
    private final Label remark = new Label();
    private final ProbabilityBars bars;
    private Seen shown;

    /**
     * A card that follows what is read.
     *
     * @param note
     *            what can be done about the answer, in a sentence
     */
    public AnswerCard(AnswerViewModel viewModel, ObservableValue<String> note, Theme theme) {
        super(8);
        finePercent.setMinimumFractionDigits(1);
        finePercent.setRoundingMode(RoundingMode.DOWN);
        getStyleClass().add("card");
        figure.setId("answer");
        figure.getStyleClass().addAll("figure", "answer-figure");
        Hints.on(figure, messages.get("answer.tip"));
        remark.setId("answer-remark");
        remark.getStyleClass().add("answer-remark");
        remark.setWrapText(true);
        remark.setMinHeight(USE_PREF_SIZE);
        var source = new Label();
        source.setId("source");
        source.getStyleClass().add("caption");
        source.setWrapText(true);
        source.textProperty().bind(viewModel.source());
        bars = new ProbabilityBars(Dataset.DIGITS, theme);
        bars.setId("probabilities");
        bars.setPrefHeight(BARS_HEIGHT);
        bars.setMinHeight(BARS_HEIGHT);
        setMinHeight(USE_PREF_SIZE);
        var advice = new Label();
        advice.setId("answer-note");
        advice.getStyleClass().add("caption");
        advice.textProperty().bind(note);
        getChildren().addAll(figure, remark, source, bars, advice);
        viewModel.seen().subscribe(this::show);
    }

    /** What stands in the card; null while nothing is drawn. */
    Seen shown() {
        return shown;
    }

    private void show(Seen seen) {
        shown = seen;
        figure.pseudoClassStateChanged(DOUBTFUL, seen != null && seen.answer().verdict() != Verdict.READ);
        if (seen == null) {
            figure.setText(messages.get("answer.none"));
            remark(messages.get("remark.none"));
            bars.show(null);
            return;
        }
        var answer = seen.answer();
        var confidence = (answer.confidence() < NEARLY_SURE ? percent : finePercent).format(answer.confidence());
        figure.setText(messages.get("answer." + answer.verdict(), answer.digit(), confidence));
        remark(
                switch (answer.verdict()) {
                    case READ -> second(answer);
                    case UNSURE -> messages.get("remark.UNSURE", answer.digit(), answer.second());
                    case NOT_A_DIGIT -> messages.get("remark.NOT_A_DIGIT", answer.digit());
                });
        bars.show(answer.probabilities());
    }

    private String second(Answer answer) {
        double probability = answer.probabilities()[answer.second()];
        return probability < NEGLIGIBLE
                ? messages.get("remark.CERTAIN")
                : messages.get("remark.READ", answer.second(), percent.format(probability));
    }

    private void remark(String text) {
        remark.setText(text);
    }
}
