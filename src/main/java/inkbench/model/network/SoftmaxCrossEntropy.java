package inkbench.model.network;

/** Softmax over the logits, and the cross-entropy of its probabilities with the true classes. */
final class SoftmaxCrossEntropy {
    private final Signal logits;
    private final int classes;
    private final float[] row;

    SoftmaxCrossEntropy(Signal logits) {
        this.logits = logits;
        classes = logits.shape().size();
        row = new float[classes];
    }

    /** The probabilities of one sample's classes. */
    void probabilities(int sample, float[] target) {
        logits.values().read((long) sample * classes, row, classes);
        softmax(target);
    }

    /**
     * The loss of some samples.
     *
     * @param labels
     *            their classes
     */
    Loss loss(int samples, int[] labels) {
        return sum(samples, labels, 0);
    }

    /**
     * The loss of some samples and its gradient with respect to the logits, {@code (p − y) / batch}.
     *
     * @param batch
     *            samples over which the loss is averaged, of which these are a part
     */
    Loss lossAndGradient(int samples, int[] labels, int batch) {
        return sum(samples, labels, 1f / batch);
    }

    private Loss sum(int samples, int[] labels, float share) {
        double loss = 0;
        int correct = 0;
        var probabilities = new float[classes];
        for (int i = 0; i < samples; i++) {
            long at = (long) i * classes;
            int label = labels[i];
            logits.values().read(at, row, classes);
            loss += softmax(probabilities) - row[label];
            if (largest() == label) {
                correct++;
            }
            if (share > 0) {
                probabilities[label] -= 1;
                for (int j = 0; j < classes; j++) {
                    probabilities[j] *= share;
                }
                logits.gradient().write(at, probabilities, 0, classes);
            }
        }
        return new Loss(loss, correct, samples);
    }

    /** Fills {@code target} and returns the logarithm of the sum of the exponentials. */
    private double softmax(float[] target) {
        double max = row[largest()];
        double sum = 0;
        for (float value : row) {
            sum += Math.exp(value - max);
        }
        for (int j = 0; j < classes; j++) {
            target[j] = (float) (Math.exp(row[j] - max) / sum);
        }
        return max + Math.log(sum);
    }

    private int largest() {
        int best = 0;
        for (int j = 1; j < classes; j++) {
            if (row[j] > row[best]) {
                best = j;
            }
        }
        return best;
    }
}
