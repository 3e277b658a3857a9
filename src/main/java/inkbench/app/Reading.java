package inkbench.app;

import java.util.concurrent.CompletableFuture;

import inkbench.data.Dataset;
import inkbench.evaluation.Evaluation;
import inkbench.ink.Drawing;
import inkbench.model.Architecture;
import inkbench.model.Model;
import inkbench.model.Prediction;
import inkbench.model.Weights;
import inkbench.task.Job;
import inkbench.task.Workers;

/** Reading drawings and data sets with a model. */
public final class Reading implements AutoCloseable {
    private final Workers workers;

    Reading(Workers workers) {
        this.workers = workers;
    }

    /**
     * Reads a drawing; any thread may call, none waits.
     *
     * @param architecture
     *            the network
     * @param weights
     *            of a model, or the newest of a run that is under way
     */
    public CompletableFuture<DrawingReading> read(Architecture architecture, Weights weights, Drawing drawing) {
        throw new UnsupportedOperationException("stub");
    }

    /** Reads every image of a labelled data set in the background. */
    public Job<Evaluation> evaluate(Model model, Dataset dataset) {
        throw new UnsupportedOperationException("stub");
    }

    @Override
    public void close() {}

    /**
     * What was read.
     *
     * @param pixels
     *            the 28×28 picture that the network saw, row by row, unsigned bytes
     */
    public record DrawingReading(byte[] pixels, Prediction prediction) {}
}
