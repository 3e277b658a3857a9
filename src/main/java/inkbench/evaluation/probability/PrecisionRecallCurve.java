package inkbench.evaluation.probability;

import java.util.stream.IntStream;

import inkbench.evaluation.Evaluation;

/**
 * Precision and recall of one class against the others, by the probability that the model gives the class: a point for each
 * probability that occurs.
 *
 * @param recalls
 *            share of the class's images that have at least the threshold, rising to 1; not to be written to
 * @param precisions
 *            of the images that have at least the threshold, the share that is of the class; not to be written to
 * @param thresholds
 *            probabilities, falling; not to be written to
 * @param area
 *            average precision, Σ (recall<sub>i</sub> − recall<sub>i−1</sub>) · precision<sub>i</sub>, 0…1. The trapezoids
 *            between the points would be too large: Davis and Goadrich, "The relationship between precision-recall and ROC
 *            curves", ICML (2006). NaN where the class has no images
 */
public record PrecisionRecallCurve(double[] recalls, double[] precisions, double[] thresholds, double area) {
    /** The curve of a class; without points where it has no images. */
    public static PrecisionRecallCurve of(Evaluation evaluation, int c) {
        var ranking = Scores.ranking(evaluation, c);
        double positives = ranking.allHits();
        if (positives == 0) {
            return new PrecisionRecallCurve(new double[0], new double[0], new double[0], Double.NaN);
        }
        var recalls = new double[ranking.size()];
        var precisions = new double[ranking.size()];
        double area = 0;
        int hitsBefore = 0;
        for (int i = 0; i < recalls.length; i++) {
            int hits = ranking.hits()[i];
            recalls[i] = hits / positives;
            precisions[i] = (double) hits / ranking.taken()[i];
            area += (hits - hitsBefore) / positives * precisions[i];
            hitsBefore = hits;
        }
        return new PrecisionRecallCurve(recalls, precisions, ranking.thresholds(), area);
    }

    /**
     * The same curve in few points for a drawing; its area stays as it is. Of the points with the same recall the highest and
     * the lowest are candidates: precision only falls from one to the other.
     *
     * @param most
     *            how many points there may be, at least 4
     */
    public PrecisionRecallCurve thinned(int most) {
        int last = recalls.length - 1;
        var ends = IntStream.rangeClosed(0, last)
                .filter(i -> i == 0 || i == last || recalls[i] != recalls[i - 1] || recalls[i] != recalls[i + 1])
                .toArray();
        var places = Thinning.places(ends, precisions, most);
        return new PrecisionRecallCurve(
                Thinning.pick(recalls, places),
                Thinning.pick(precisions, places),
                Thinning.pick(thresholds, places),
                area);
    }
}
