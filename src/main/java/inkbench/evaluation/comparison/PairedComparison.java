package inkbench.evaluation.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import inkbench.data.Dataset;
import inkbench.evaluation.Evaluation;

/**
 * Two models on the same images: what the second fixes, what it breaks, and on which images.
 *
 * @param dataset
 *            the images
 * @param changes
 *            what became of each image
 * @param byClass
 *            counts of the images of each true class
 * @param all
 *            counts of all images
 */
public record PairedComparison(Dataset dataset, List<Change> changes, List<PairedCounts> byClass, PairedCounts all) {
    public PairedComparison {
        changes = List.copyOf(changes);
        byClass = List.copyOf(byClass);
    }

    /**
     * Compares image by image.
     *
     * @throws IllegalArgumentException
     *             if the two evaluations do not have the same labels in the same order
     */
    public static PairedComparison of(Evaluation first, Evaluation second) {
        var dataset = first.dataset();
        requireSameLabels(dataset, second.dataset());
        var counts = new long[dataset.classCount()][Change.values().length];
        var changes = new Change[dataset.size()];
        for (int i = 0; i < changes.length; i++) {
            int truth = dataset.label(i);
            changes[i] = Change.of(first.predictions()[i] == truth, second.predictions()[i] == truth);
            counts[truth][changes[i].ordinal()]++;
        }
        var sums = new long[Change.values().length];
        for (var ofClass : counts) {
            Arrays.setAll(sums, change -> sums[change] + ofClass[change]);
        }
        return new PairedComparison(
                dataset,
                List.of(changes),
                Arrays.stream(counts).map(PairedComparison::counts).toList(),
                counts(sums));
    }

    /** The images that changed so, as places in {@link #dataset()}. */
    public int[] imagesOf(Change change) {
        return IntStream.range(0, changes.size()).filter(i -> changes.get(i) == change).toArray();
    }

    /** The images of a class that changed so, as places in {@link #dataset()}. */
    public int[] imagesOf(int truth, Change change) {
        return Arrays.stream(imagesOf(change)).filter(i -> dataset.label(i) == truth).toArray();
    }

    private static PairedCounts counts(long[] byChange) {
        return new PairedCounts(
                byChange[Change.BOTH_RIGHT.ordinal()],
                byChange[Change.FIXED.ordinal()],
                byChange[Change.BROKEN.ordinal()],
                byChange[Change.BOTH_WRONG.ordinal()]);
    }

    private static void requireSameLabels(Dataset one, Dataset other) {
        if (one.size() != other.size()
                || IntStream.range(0, one.size()).anyMatch(i -> one.label(i) != other.label(i))) {
            throw new IllegalArgumentException(one + " and " + other + " are not the same images");
        }
    }
}
