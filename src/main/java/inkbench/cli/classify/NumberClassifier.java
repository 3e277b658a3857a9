package inkbench.cli.classify;

import java.io.IOException;

import inkbench.app.certainty.Certainty;
import inkbench.app.certainty.Verdict;
import inkbench.app.Workbench;
import inkbench.app.number.NumberDigit;
import inkbench.app.strokes.NumberSample;
import inkbench.cli.classify.NumberAnswer.DigitAnswer;
import inkbench.data.DataException;
import inkbench.data.Dataset;
import inkbench.model.Model;
import inkbench.text.Messages;

/** Reads numbers of several digits with one model. */
final class NumberClassifier {
    private final Workbench workbench;
    private final Model model;
    private final double threshold;

    /**
     * Reads with a model.
     *
     * @param threshold
     *            the confidence that a number needs, 0…1; at 0 every number will do
     * @throws IOException
     *             in a sentence, if the model reads something else than digits
     */
    NumberClassifier(Workbench workbench, Model model, double threshold) throws IOException {
        this.workbench = workbench;
        this.model = model;
        this.threshold = threshold;
        int classes = model.architecture().classCount();
        if (classes != Dataset.DIGITS.size()) {
            throw new DataException(
                    Messages.of(NumberClassifier.class).get("number.classes", model.name(), classes));
        }
    }

    NumberAnswer answer(NumberSample sample) {
        var number = workbench.numbers().read(model.architecture(), model.weights(), sample.drawing()).join();
        var digits = number.digits().stream().map(this::answer).toList();
        double confidence = digits.stream().mapToDouble(DigitAnswer::confidence).reduce(1, (a, b) -> a * b);
        double novelty = digits.stream().mapToDouble(DigitAnswer::novelty).max().orElse(1);
        return new NumberAnswer(
                sample.id(),
                number.figures(),
                confidence,
                novelty,
                new Certainty(confidence, novelty).verdict(threshold) != Verdict.READ,
                digits);
    }

    private DigitAnswer answer(NumberDigit digit) {
        var prediction = digit.prediction();
        var certainty = Certainty.of(prediction);
        return new DigitAnswer(
                prediction.digit(),
                prediction.probabilities(),
                certainty.confidence(),
                certainty.novelty(),
                digit.box());
    }
}
