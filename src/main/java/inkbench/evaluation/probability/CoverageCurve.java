package inkbench.evaluation.probability;

import java.util.Arrays;

import inkbench.evaluation.Evaluation;

/**
 * How accurate the answers would be if only the surest were given and the others left to people: Geifman and El-Yaniv, "Selective
 * classification for deep neural networks", NeurIPS (2017). A point for each probability of an answer that occurs.
 *
 * @param coverages
 *            share of the images that get an answer, rising to 1; not to be written to
 * @param accuracies
 *            share of these answers that are right; not to be written to
 * @param confidences
 *            the least probability at which the answer is given, falling; not to be written to
 */
public record CoverageCurve(double[] coverages, double[] accuracies, double[] confidences) {
    /** The curve of all answers; without points where there are no images. */
    public static CoverageCurve of(Evaluation evaluation) {
        var ranking = Ranking.of(Scores.confidences(evaluation), i -> Scores.right(evaluation, i));
        var coverages = new double[ranking.size()];
        var accuracies = new double[ranking.size()];
        for (int i = 0; i < coverages.length; i++) {
            coverages[i] = (double) ranking.taken()[i] / ranking.all();
            accuracies[i] = (double) ranking.hits()[i] / ranking.taken()[i];
        }
        return new CoverageCurve(coverages, accuracies, ranking.thresholds());
    }

    /** The first point that covers at least a share of the images, 0…1; of NaN where the curve has no points. */
    public Point atLeast(double coverage) {
        if (coverages.length == 0) {
            return new Point(Double.NaN, Double.NaN, Double.NaN);
        }
        int found = Arrays.binarySearch(coverages, coverage);
        int place = Math.min(found < 0 ? -found - 1 : found, coverages.length - 1);
        return new Point(coverages[place], accuracies[place], confidences[place]);
    }

    /**
     * One point of the curve.
     *
     * @param coverage
     *            share of the images that get an answer
     * @param accuracy
     *            share of these answers that are right
     * @param confidence
     *            the least probability at which the answer is given
     */
    public record Point(double coverage, double accuracy, double confidence) {}
}
