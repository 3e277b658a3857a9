package inkbench.evaluation.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

import inkbench.data.Dataset;

/**
 * Which labels of a data set deserve a second look, by confident learning: Northcutt, Jiang and Chuang, "Confident learning:
 * estimating uncertainty in dataset labels", Journal of Artificial Intelligence Research 70 (2021). The probabilities have to come
 * from models that have not learned these images.
 *
 * <p>
 * The list is ranked by the margin between the label and the most probable other class, which the paper's authors call normalized
 * margin. Whether an image is counted as mislabelled is decided by the confident joint: a class is confident of an image if its
 * probability is at least the class's threshold, which is the mean probability that images with that label have of it.
 *
 * @param dataset
 *            the images, with their labels
 * @param doubts
 *            the most doubtful images, most doubtful first
 * @param thresholds
 *            for each class; NaN where no image has that label
 * @param confidentJoint
 *            {@code confidentJoint[given][probable]}: images with a label that a class is confident of; those that no class is
 *            confident of are not counted
 */
public record LabelReview(Dataset dataset, List<Doubt> doubts, double[] thresholds, long[][] confidentJoint) {
    private static final int NONE = -1;
    private static final Comparator<Doubt> ORDER = Comparator.comparingDouble(Doubt::margin)
            .thenComparingInt(Doubt::index);

    public LabelReview {
        doubts = List.copyOf(doubts);
    }

    /**
     * Looks through a data set.
     *
     * @param probabilities
     *            {@code probabilities[image][class]}, of models that have not learned the images
     * @param most
     *            so many doubts are listed, from 1 on
     * @throws IllegalArgumentException
     *             if there are no labels, not one row per image, or fewer than two classes
     */
    public static LabelReview of(Dataset dataset, float[][] probabilities, int most) {
        if (!dataset.labelled() || dataset.size() != probabilities.length || dataset.classCount() < 2) {
            throw new IllegalArgumentException(probabilities.length + " answers for " + dataset);
        }
        int classes = dataset.classCount();
        var thresholds = thresholds(dataset, probabilities);
        var joint = new long[classes][classes];
        // The least doubtful of those kept is the first to go.
        var kept = new PriorityQueue<Doubt>(ORDER.reversed());
        for (int i = 0; i < probabilities.length; i++) {
            int given = dataset.label(i);
            int probable = confident(probabilities[i], thresholds);
            if (probable != NONE) {
                joint[given][probable]++;
            }
            kept.add(doubt(i, given, probabilities[i], probable != NONE && probable != given));
            if (kept.size() > most) {
                kept.remove();
            }
        }
        var doubts = new ArrayList<>(kept);
        doubts.sort(ORDER);
        return new LabelReview(dataset, doubts, thresholds, joint);
    }

    /** How many images the confident joint counts as mislabelled, whether they are listed or not. */
    public long counted() {
        long counted = 0;
        for (int given = 0; given < confidentJoint.length; given++) {
            for (int probable = 0; probable < confidentJoint.length; probable++) {
                counted += given == probable ? 0 : confidentJoint[given][probable];
            }
        }
        return counted;
    }

    private static double[] thresholds(Dataset dataset, float[][] probabilities) {
        var sums = new double[dataset.classCount()];
        var counts = new long[sums.length];
        for (int i = 0; i < probabilities.length; i++) {
            int given = dataset.label(i);
            sums[given] += probabilities[i][given];
            counts[given]++;
        }
        for (int c = 0; c < sums.length; c++) {
            sums[c] /= counts[c];
        }
        return sums;
    }

    /** The most probable of the classes that are confident of an image. A class without images has no threshold to reach. */
    private static int confident(float[] row, double[] thresholds) {
        int probable = NONE;
        for (int c = 0; c < row.length; c++) {
            if (row[c] >= thresholds[c] && (probable == NONE || row[c] > row[probable])) {
                probable = c;
            }
        }
        return probable;
    }

    private static Doubt doubt(int index, int given, float[] row, boolean counted) {
        int other = given == 0 ? 1 : 0;
        for (int c = 0; c < row.length; c++) {
            if (c != given && row[c] > row[other]) {
                other = c;
            }
        }
        return new Doubt(index, given, other, row[given], row[other], counted);
    }
}
