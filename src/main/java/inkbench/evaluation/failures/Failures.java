package inkbench.evaluation.failures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;

import inkbench.evaluation.Evaluation;

/**
 * The images that an evaluation is worst at, in an order that depends on the answers alone: of equals, the image that comes first
 * in the data set is first.
 *
 * @param topLosses
 *            highest loss first; behind the errors there may be right answers that the model was not sure of
 * @param confidentErrors
 *            wrong answers, most certain first
 * @param confusedPairs
 *            pairs of classes that were confused at all, most often first; of equals, the lower classes first
 */
public record Failures(List<Failure> topLosses, List<Failure> confidentErrors, List<ConfusedPair> confusedPairs) {
    public Failures {
        topLosses = List.copyOf(topLosses);
        confidentErrors = List.copyOf(confidentErrors);
        confusedPairs = List.copyOf(confusedPairs);
    }

    /**
     * Looks through the answers.
     *
     * @param most
     *            the length of a list, and the number of a pair's images, from 1 on
     */
    public static Failures of(Evaluation evaluation, int most) {
        var errors = errors(evaluation);
        return new Failures(
                topLosses(evaluation, most),
                failures(evaluation, errors, most),
                pairs(evaluation, errors, most));
    }

    private static List<Failure> topLosses(Evaluation evaluation, int most) {
        var rows = evaluation.probabilities();
        var images = evaluation.dataset();
        // By what the loss is the logarithm of: that tells apart what is cut off at the smallest probability.
        var byLoss = Comparator.<Integer>comparingDouble(i -> rows[i][images.label(i)]);
        return failures(evaluation, IntStream.range(0, rows.length).boxed().sorted(byLoss).toList(), most);
    }

    /** All wrong answers, most certain first. The sort is stable, so that equals stay in the order of the images. */
    private static List<Integer> errors(Evaluation evaluation) {
        var rows = evaluation.probabilities();
        var predictions = evaluation.predictions();
        return IntStream.range(0, rows.length)
                .filter(i -> predictions[i] != evaluation.dataset().label(i))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -rows[i][predictions[i]]))
                .toList();
    }

    private static List<Failure> failures(Evaluation evaluation, List<Integer> places, int most) {
        return places.stream().limit(most).map(i -> Failure.of(evaluation, i)).toList();
    }

    private static List<ConfusedPair> pairs(Evaluation evaluation, List<Integer> errors, int most) {
        int classes = evaluation.dataset().classCount();
        var byPair = new HashMap<Integer, List<Integer>>();
        for (int i : errors) {
            int label = evaluation.dataset().label(i);
            int prediction = evaluation.predictions()[i];
            int pair = Math.min(label, prediction) * classes + Math.max(label, prediction);
            byPair.computeIfAbsent(pair, _ -> new ArrayList<>()).add(i);
        }
        return byPair.entrySet().stream().map(entry -> {
            int a = entry.getKey() / classes;
            int b = entry.getKey() % classes;
            return new ConfusedPair(
                    a,
                    b,
                    evaluation.confusion().count(a, b),
                    evaluation.confusion().count(b, a),
                    failures(evaluation, entry.getValue(), most));
        })
                .sorted(
                        Comparator.comparingLong(ConfusedPair::total)
                                .reversed()
                                .thenComparingInt(ConfusedPair::a)
                                .thenComparingInt(ConfusedPair::b))
                .toList();
    }
}
