package inkbench.app.runs;

import inkbench.store.RunWriter;
import inkbench.training.Checkpoint;

/** An interrupted run that is this process's now, ready to go on. */
public final class Resumption {
    private final InterruptedRun run;
    private final Checkpoint checkpoint;
    private final RunWriter writer;

    Resumption(InterruptedRun run, Checkpoint checkpoint, RunWriter writer) {
        this.run = run;
        this.checkpoint = checkpoint;
        this.writer = writer;
    }

    /** Which run it is. */
    public InterruptedRun run() {
        return run;
    }

    /** From where it goes on. */
    public Checkpoint checkpoint() {
        return checkpoint;
    }

    RunWriter writer() {
        return writer;
    }
}
