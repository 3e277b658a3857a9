package inkbench.evaluation.statistics;

import java.util.List;
import java.util.stream.IntStream;

import inkbench.evaluation.ConfusionMatrix;

/**
 * Everything that is computed of a confusion matrix alone. NaN stands for R's NA: what can't be said of these counts.
 *
 * @param matrix
 *            the counts
 * @param overall
 *            of the matrix as a whole
 * @param classes
 *            of every class against the others, in the matrix's order
 * @param macro
 *            means over classes
 * @param weighted
 *            means over classes, by their number of images
 * @param matthewsCorrelation
 *            Gorodkin's R<sub>K</sub>, at most 1; NaN where all images are of one class or were read as one
 */
public record ConfusionStatistics(
        ConfusionMatrix matrix,
        OverallStatistics overall,
        List<ClassStatistics> classes,
        Averages macro,
        Averages weighted,
        double matthewsCorrelation) {
    /** Fewer make no statistics. */
    public static final int FEWEST_CLASSES = 2;

    public ConfusionStatistics {
        classes = List.copyOf(classes);
    }

    /**
     * Computes all of them.
     *
     * @throws IllegalArgumentException
     *             if there are fewer than {@link #FEWEST_CLASSES} classes, or no images
     */
    public static ConfusionStatistics of(ConfusionMatrix matrix) {
        if (matrix.classCount() < FEWEST_CLASSES || matrix.total() == 0) {
            throw new IllegalArgumentException("At least two classes and one image were expected");
        }
        var classes = IntStream.range(0, matrix.classCount()).mapToObj(c -> ClassStatistics.of(matrix, c)).toList();
        return new ConfusionStatistics(
                matrix,
                OverallStatistics.of(matrix),
                classes,
                Averages.macro(matrix),
                Averages.weighted(matrix),
                MatthewsCorrelation.of(matrix));
    }

    /** The classes that caret reports: all of them, or of two only the first, which is then the positive one. */
    public List<ClassStatistics> reported() {
        return classes.size() == 2 ? classes.subList(0, 1) : classes;
    }
}
