package inkbench.model.network.layer;

import inkbench.model.network.tensor.Signal;

/**
 * Softmax over the logits, and the cross-entropy of its probabilities with the true classes, which may be smoothed: of
 * smoothing ε the true class is wanted with probability {@code 1 − ε + ε/classes}, each other with {@code ε/classes}
 * (Szegedy et al. 2016). While learning, a sample may count more or less than one, by its class.
 */
public final class SoftmaxCrossEntropy {
    /**
     * Label of a sample that belongs to no class: learning makes all classes equally probable, and the figures leave it out
     * (Hendrycks, Mazeika and Dietterich 2019).
     */
    public static final int NO_CLASS = -1;

    private final Signal logits;
    private final int classes;
    private final int[] labels;
    private final Loss[] losses;
    private final Objective objective;
    private final int[] answers;

    /**
     * Binds a loss.
     *
     * @param labels
     *            the true classes of the samples, to be filled before each pass
     */
    public SoftmaxCrossEntropy(Signal logits, int[] labels, int shards, Objective objective) {
        this.logits = logits;
        this.labels = labels;
        this.objective = objective;
        answers = new int[labels.length];
        classes = logits.shape().size();
        losses = new Loss[shards];
    }

    /** The loss of every shard, and, when training, the gradient with respect to the logits: {@code (p − y) / samples}. */
    public Phase phase() {
        return new Phase.OfShards(this::run);
    }

    /** The loss of all shards of the last pass. */
    public Loss total(Pass pass) {
        var total = Loss.NONE;
        for (int shard = 0; shard < losses.length; shard++) {
            if (!pass.isEmpty(shard)) {
                total = total.plus(losses[shard]);
            }
        }
        return total;
    }

    /** The probabilities of one sample's classes. */
    public void probabilities(int sample, float[] target) {
        var row = new float[classes];
        logits.values().read(logits.offset(sample), row, classes);
        softmax(row, target);
    }

    /** What the last pass with labels took a sample for. */
    public int answer(int sample) {
        return answers[sample];
    }

    private void run(int shard, Pass pass) {
        var row = new float[classes];
        var probabilities = new float[classes];
        double smoothing = objective.labelSmoothing();
        double sum = 0;
        int correct = 0;
        int counted = 0;
        for (int i = pass.first(shard); i < pass.end(shard); i++) {
            int label = labels[i];
            logits.values().read(logits.offset(i), row, classes);
            double logSum = softmax(row, probabilities);
            if (label == NO_CLASS) {
                answers[i] = largest(row);
                writeGradient(i, probabilities, label, 1f / pass.samples());
                continue;
            }
            counted++;
            double loss = logSum - (1 - smoothing) * row[label] - smoothing * mean(row);
            answers[i] = largest(row);
            if (answers[i] == label) {
                correct++;
            }
            if (pass.training()) {
                float weight = objective.weight(label);
                loss *= weight;
                writeGradient(i, probabilities, label, weight / pass.samples());
            }
            sum += loss;
        }
        losses[shard] = new Loss(sum, correct, counted);
    }

    /** Of what belongs to no class, every class is wanted alike: as if all of the truth were spread. */
    private void writeGradient(int sample, float[] probabilities, int label, float share) {
        double smoothing = label == NO_CLASS ? 1 : objective.labelSmoothing();
        float others = (float) (smoothing / classes);
        for (int j = 0; j < classes; j++) {
            float wanted = j == label ? (float) (1 - smoothing) + others : others;
            probabilities[j] = (probabilities[j] - wanted) * share;
        }
        logits.gradient().write(logits.offset(sample), probabilities, 0, classes);
    }

    private static double mean(float[] row) {
        double sum = 0;
        for (float value : row) {
            sum += value;
        }
        return sum / row.length;
    }

    /** Fills {@code target} and returns the logarithm of the sum of the exponentials. */
    private static double softmax(float[] row, float[] target) {
        double max = row[largest(row)];
        double sum = 0;
        for (float value : row) {
            sum += Math.exp(value - max);
        }
        for (int j = 0; j < row.length; j++) {
            target[j] = (float) (Math.exp(row[j] - max) / sum);
        }
        return max + Math.log(sum);
    }

    private static int largest(float[] row) {
        int best = 0;
        for (int j = 1; j < row.length; j++) {
            if (row[j] > row[best]) {
                best = j;
            }
        }
        return best;
    }
}
