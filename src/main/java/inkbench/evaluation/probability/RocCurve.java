package inkbench.evaluation.probability;

import java.util.Arrays;
import java.util.stream.IntStream;

import inkbench.evaluation.Evaluation;

/**
 * Receiver operating characteristic of one class against the others, by the probability that the model gives the class: Fawcett,
 * "An introduction to ROC analysis", Pattern Recognition Letters 27 (2006). Points on a straight line between their neighbours
 * are left out.
 *
 * @param falsePositiveRates
 *            share of the other images that have at least the threshold, rising from 0 to 1; not to be written to
 * @param truePositiveRates
 *            share of the class's images that have at least the threshold, rising from 0 to 1; not to be written to
 * @param thresholds
 *            probabilities, falling; the first is infinite; not to be written to
 * @param area
 *            area under the curve: how probably an image of the class is given a higher probability than another, ties halved;
 *            NaN where the class has no images, or all
 */
public record RocCurve(double[] falsePositiveRates, double[] truePositiveRates, double[] thresholds, double area) {
    /** The curve of a class; without points where it has no images, or all. */
    public static RocCurve of(Evaluation evaluation, int c) {
        var ranking = Scores.ranking(evaluation, c);
        int positives = ranking.allHits();
        int negatives = ranking.all() - positives;
        if (positives == 0 || negatives == 0) {
            return new RocCurve(new double[0], new double[0], new double[0], Double.NaN);
        }
        var falsePositives = new int[ranking.size() + 1];
        var truePositives = new int[ranking.size() + 1];
        var thresholds = new double[ranking.size() + 1];
        thresholds[0] = Double.POSITIVE_INFINITY;
        // Twice the area in units of pairs is a whole number: nothing is rounded before the division.
        long area = 0;
        int kept = 1;
        for (int i = 0; i < ranking.size(); i++) {
            int hits = ranking.hits()[i];
            int misses = ranking.taken()[i] - hits;
            int hitsBefore = i == 0 ? 0 : ranking.hits()[i - 1];
            int missesBefore = i == 0 ? 0 : ranking.taken()[i - 1] - hitsBefore;
            area += (long) (misses - missesBefore) * (hits + hitsBefore);
            if (kept > 1
                    && straight(falsePositives, truePositives, kept, misses, hits)) {
                kept--;
            }
            falsePositives[kept] = misses;
            truePositives[kept] = hits;
            thresholds[kept] = ranking.thresholds()[i];
            kept++;
        }
        return new RocCurve(
                shares(falsePositives, kept, negatives),
                shares(truePositives, kept, positives),
                Arrays.copyOf(thresholds, kept),
                area / (2.0 * positives * negatives));
    }

    /** The same curve in few points for a drawing; its area stays as it is. At least 4 points have to be allowed. */
    public RocCurve thinned(int most) {
        var places = Thinning.places(IntStream.range(0, thresholds.length).toArray(), truePositiveRates, most);
        return new RocCurve(
                Thinning.pick(falsePositiveRates, places),
                Thinning.pick(truePositiveRates, places),
                Thinning.pick(thresholds, places),
                area);
    }

    /** Whether the last point kept lies on the line from the one before it to the new one. */
    private static boolean straight(int[] x, int[] y, int kept, int newX, int newY) {
        long dx = x[kept - 1] - x[kept - 2];
        long dy = y[kept - 1] - y[kept - 2];
        return dx * (newY - y[kept - 1]) == dy * (newX - x[kept - 1]);
    }

    private static double[] shares(int[] counts, int length, int whole) {
        return Arrays.stream(counts, 0, length).mapToDouble(count -> (double) count / whole).toArray();
    }
}
