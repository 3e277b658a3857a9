package inkbench.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

import inkbench.data.Dataset;

/**
 * One model's answers on one labelled data set, image by image.
 *
 * @param modelName
 *            which model
 * @param dataset
 *            which images, with their labels
 * @param probabilities
 *            {@code probabilities[image][class]}, each row with sum 1; not to be written to
 * @param predictions
 *            the most probable class of each image; not to be written to
 * @param confusion
 *            the answers counted
 * @param loss
 *            mean cross-entropy in nats
 */
public record Evaluation(
        String modelName,
        Dataset dataset,
        float[][] probabilities,
        int[] predictions,
        ConfusionMatrix confusion,
        double loss) {
    /** The smallest probability whose logarithm is taken, as Keras clips: a certain error costs 16.1 nats, not infinity. */
    public static final double SMALLEST_PROBABILITY = 1e-7;

    /**
     * Compares answers with labels.
     *
     * @throws IllegalArgumentException
     *             if there are no labels, or not one row per image
     */
    public static Evaluation of(String modelName, Dataset dataset, float[][] probabilities) {
        if (!dataset.labelled() || dataset.size() != probabilities.length) {
            throw new IllegalArgumentException(probabilities.length + " answers for " + dataset);
        }
        int classes = dataset.classCount();
        var counts = new long[classes][classes];
        var predictions = new int[probabilities.length];
        double loss = 0;
        for (int i = 0; i < predictions.length; i++) {
            predictions[i] = indexOfLargest(probabilities[i]);
            int truth = dataset.label(i);
            counts[truth][predictions[i]]++;
            loss -= Math.log(Math.max(SMALLEST_PROBABILITY, probabilities[i][truth]));
        }
        var confusion = new ConfusionMatrix(dataset.classNames(), counts);
        return new Evaluation(modelName, dataset, probabilities, predictions, confusion, loss / predictions.length);
    }

    /**
     * The same answers compared with other labels of these images, or some of them: what a model reads doesn't depend on
     * that. Empty if the images are others, or one of them was not read.
     */
    public Optional<Evaluation> on(Dataset images) {
        if (images == dataset) {
            return Optional.of(this);
        }
        if (images.original() != dataset.original() || images.size() == 0) {
            return Optional.empty();
        }
        var rows = new float[dataset.original().size()][];
        for (int i = 0; i < dataset.size(); i++) {
            rows[dataset.sourceIndex(i)] = probabilities[i];
        }
        var found = new float[images.size()][];
        for (int i = 0; i < found.length; i++) {
            found[i] = rows[images.sourceIndex(i)];
            if (found[i] == null) {
                return Optional.empty();
            }
        }
        return Optional.of(of(modelName, images, found));
    }

    /**
     * Answers to several subsets of the same images as answers to all of them, in the order of the images.
     *
     * @param parts
     *            at least one; no image is in two
     * @throws IllegalArgumentException
     *             if they are of different images
     */
    public static Evaluation join(List<Evaluation> parts) {
        var original = parts.getFirst().dataset().original();
        var rows = new TreeMap<Integer, float[]>();
        var labels = new HashMap<Integer, Integer>();
        for (var part : parts) {
            if (part.dataset().original() != original) {
                throw new IllegalArgumentException(part.dataset() + " is not of " + original);
            }
            for (int i = 0; i < part.dataset().size(); i++) {
                int image = part.dataset().sourceIndex(i);
                rows.put(image, part.probabilities()[i]);
                labels.put(image, part.dataset().label(i));
            }
        }
        var images = original.relabelled(labels)
                .subset(rows.keySet().stream().mapToInt(Integer::intValue).toArray());
        return of(parts.getFirst().modelName(), images, rows.values().toArray(float[][]::new));
    }

    /** Share of the images read right, 0…1. */
    public double accuracy() {
        return confusion.accuracy();
    }

    /** The images behind one cell of the matrix, as places in {@link #dataset()}, most certain answer first. */
    public int[] imagesOf(int truth, int prediction) {
        return IntStream.range(0, predictions.length)
                .filter(i -> dataset.label(i) == truth && predictions[i] == prediction)
                .boxed()
                .sorted((a, b) -> Float.compare(probabilities[b][prediction], probabilities[a][prediction]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int indexOfLargest(float[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[best]) {
                best = i;
            }
        }
        return best;
    }
}
