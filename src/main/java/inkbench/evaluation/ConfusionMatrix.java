package inkbench.evaluation;

import java.util.Arrays;
import java.util.List;

/**
 * How often each class was read as each class.
 *
 * @param classNames
 *            what the classes are called
 * @param counts
 *            {@code counts[truth][prediction]}: rows are the truth, columns the prediction; not to be written to
 */
public record ConfusionMatrix(List<String> classNames, int[][] counts) {
    public ConfusionMatrix {
        classNames = List.copyOf(classNames);
        int classes = classNames.size();
        if (counts.length != classes || Arrays.stream(counts).anyMatch(row -> row.length != classes)) {
            throw new IllegalArgumentException("A matrix of " + classes + "×" + classes + " was expected");
        }
    }

    /** How many images of class {@code truth} were read as {@code prediction}. */
    public int count(int truth, int prediction) {
        return counts[truth][prediction];
    }

    /** How many images there were. */
    public int total() {
        return Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
    }

    /** How many images were read right. */
    public int correct() {
        int sum = 0;
        for (int c = 0; c < counts.length; c++) {
            sum += counts[c][c];
        }
        return sum;
    }

    /** How many images really are of a class. */
    public int truthTotal(int truth) {
        return Arrays.stream(counts[truth]).sum();
    }

    /** How many images were read as a class. */
    public int predictionTotal(int prediction) {
        return Arrays.stream(counts).mapToInt(row -> row[prediction]).sum();
    }

    /** Share of the images that were read right, 0…1; NaN for none. */
    public double accuracy() {
        return (double) correct() / total();
    }
}
