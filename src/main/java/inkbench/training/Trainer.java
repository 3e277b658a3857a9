package inkbench.training;

import java.util.function.Consumer;

import inkbench.data.Dataset;

/** Owns the one trainer thread of the app. One run at a time; a second waits for the first. */
public final class Trainer implements AutoCloseable {
    /**
     * Starts a run.
     *
     * @param trainingSet
     *            labelled images of the architecture's input size; the validation share is taken from these
     * @param listener
     *            hears every event on the trainer's thread and must return at once
     */
    public TrainingRun start(TrainingSettings settings, Dataset trainingSet, Consumer<TrainingEvent> listener) {
        throw new UnsupportedOperationException("stub");
    }

    @Override
    public void close() {}
}
