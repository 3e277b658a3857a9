package inkbench.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * How often each class was read as each class.
 *
 * @param classNames
 *            what the classes are called
 * @param counts
 *            {@code counts[truth][prediction]}: rows are the truth, columns the prediction; from 0 and together at most
 *            {@link #LARGEST_TOTAL}; what the accessor gives is not to be written to
 */
public record ConfusionMatrix(List<String> classNames, long[][] counts) {
    /** Up to here every sum of counts is a double without rounding, so that the statistics start from exact numbers. */
    public static final long LARGEST_TOTAL = 1L << 53;

    /**
     * Copies what it is given.
     *
     * @throws IllegalArgumentException
     *             if there is not one row and one column for each class, or a count or their sum is out of range
     */
    public ConfusionMatrix {
        classNames = List.copyOf(classNames);
        int classes = classNames.size();
        if (counts.length != classes || Arrays.stream(counts).anyMatch(row -> row.length != classes)) {
            throw new IllegalArgumentException("A matrix of " + classes + "×" + classes + " was expected");
        }
        counts = Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
        long left = LARGEST_TOTAL;
        for (var row : counts) {
            for (long count : row) {
                if (count < 0 || count > left) {
                    throw new IllegalArgumentException("Counts from 0 to " + LARGEST_TOTAL + " in all were expected");
                }
                left -= count;
            }
        }
    }

    /** How many classes there are. */
    public int classCount() {
        return classNames.size();
    }

    /** How many images of class {@code truth} were read as {@code prediction}. */
    public long count(int truth, int prediction) {
        return counts[truth][prediction];
    }

    /** How many images there were. */
    public long total() {
        return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
    }

    /** How many images were read right. */
    public long correct() {
        long sum = 0;
        for (int c = 0; c < counts.length; c++) {
            sum += counts[c][c];
        }
        return sum;
    }

    /** How many images really are of a class. */
    public long truthTotal(int truth) {
        return LongStream.of(counts[truth]).sum();
    }

    /** How many images were read as a class. */
    public long predictionTotal(int prediction) {
        return Arrays.stream(counts).mapToLong(row -> row[prediction]).sum();
    }

    /** Share of the images that were read right, 0…1; NaN for none. */
    public double accuracy() {
        return (double) correct() / total();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConfusionMatrix that
                && classNames.equals(that.classNames)
                && Arrays.deepEquals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * classNames.hashCode() + Arrays.deepHashCode(counts);
    }
}
