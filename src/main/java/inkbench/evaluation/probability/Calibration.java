package inkbench.evaluation.probability;

import java.util.ArrayList;
import java.util.List;

import inkbench.evaluation.Evaluation;

/**
 * Whether answers given with 90% probability are right nine times in ten: Guo, Pleiss, Sun and Weinberger, "On calibration of
 * modern neural networks", ICML (2017). The probability of each answer falls into one of several bins of equal width between 0
 * and 1; a probability on a border belongs to the bin below.
 *
 * @param bins
 *            the reliability curve: all bins from 0 to 1, empty ones too
 * @param expectedError
 *            ECE: mean distance of accuracy and confidence over the bins, weighted by their images, 0…1; NaN without images
 * @param maximumError
 *            MCE: the largest of these distances, 0…1; NaN without images
 */
public record Calibration(List<Bin> bins, double expectedError, double maximumError) {
    /** As many as in the paper. */
    public static final int USUAL_BINS = 15;

    public Calibration {
        bins = List.copyOf(bins);
    }

    /**
     * One bin.
     *
     * @param from
     *            its lower border, which is not in it
     * @param to
     *            its upper border, which is
     * @param count
     *            images in it
     * @param confidence
     *            mean probability of their answers, 0…1; NaN without images
     * @param accuracy
     *            share of them that were read right, 0…1; NaN without images
     */
    public record Bin(double from, double to, int count, double confidence, double accuracy) {
        /** How far accuracy is from confidence: positive where the model is surer than it may be. */
        public double overconfidence() {
            return confidence - accuracy;
        }
    }

    /** With {@link #USUAL_BINS}. */
    public static Calibration of(Evaluation evaluation) {
        return of(evaluation, USUAL_BINS);
    }

    /** With a number of bins from 1 on. */
    public static Calibration of(Evaluation evaluation, int binCount) {
        var confidences = Scores.confidences(evaluation);
        var counts = new int[binCount];
        var right = new int[binCount];
        var sums = new double[binCount];
        for (int i = 0; i < confidences.length; i++) {
            int bin = Math.clamp((int) Math.ceil(confidences[i] * binCount) - 1, 0, binCount - 1);
            counts[bin]++;
            sums[bin] += confidences[i];
            if (Scores.right(evaluation, i)) {
                right[bin]++;
            }
        }
        var bins = new ArrayList<Bin>();
        double expected = confidences.length == 0 ? Double.NaN : 0;
        double maximum = expected;
        for (int b = 0; b < binCount; b++) {
            double count = counts[b];
            var bin = new Bin(
                    (double) b / binCount,
                    (b + 1.0) / binCount,
                    counts[b],
                    sums[b] / count,
                    right[b] / count);
            bins.add(bin);
            if (counts[b] > 0) {
                double error = Math.abs(bin.overconfidence());
                expected += error * count / confidences.length;
                maximum = Math.max(maximum, error);
            }
        }
        return new Calibration(bins, expected, maximum);
    }
}
