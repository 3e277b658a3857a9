package inkbench.model.network;

import java.util.concurrent.CompletableFuture;

import inkbench.data.Dataset;
import inkbench.model.Architecture;
import inkbench.model.Prediction;
import inkbench.model.Weights;
import inkbench.task.Progress;

/**
 * A network of its own for answers, on a thread of its own; never the one that is trained. Any thread may call. The native
 * library is loaded by the first call.
 */
public final class Predictor implements AutoCloseable {
    /** Makes a predictor for one architecture. */
    public Predictor(Architecture architecture) {}

    /**
     * Reads one image.
     *
     * @param weights
     *            copied into the network when they differ from those of the last call
     * @param pixels
     *            {@code height × width} unsigned bytes
     */
    public CompletableFuture<Prediction> predict(Weights weights, byte[] pixels) {
        throw new UnsupportedOperationException("stub");
    }

    /**
     * Reads every image, in batches; stops within one when {@code progress} is cancelled.
     *
     * @return {@code [image][class]} probabilities
     */
    public float[][] predictAll(Weights weights, Dataset dataset, Progress progress) {
        throw new UnsupportedOperationException("stub");
    }

    @Override
    public void close() {}
}
