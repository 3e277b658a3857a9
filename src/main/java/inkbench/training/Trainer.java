package inkbench.training;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import inkbench.data.Dataset;
import inkbench.task.Team;
import inkbench.task.Workers;
import inkbench.training.event.TrainingEvent;
import inkbench.training.recipe.TrainingSettings;
import inkbench.training.step.ShardedStep;

/** Owns the one trainer thread of the app and its helpers. One run at a time; a second waits for the first. */
public final class Trainer implements AutoCloseable {
    private final ExecutorService executor = Executors
            .newSingleThreadExecutor(Workers.backgroundDaemons("inkbench-trainer"));
    private final int threads;
    private Team team;
    private volatile Run current;
    private volatile boolean closed;

    /** A trainer that uses all processors. */
    public Trainer() {
        this(Runtime.getRuntime().availableProcessors());
    }

    /**
     * A trainer that uses so many processors. The number changes how long a run takes, but no bit of what it learns.
     */
    public Trainer(int threads) {
        this.threads = Math.min(threads, ShardedStep.SHARDS);
    }

    /** The images that a run of these settings validates with and does not learn from; maybe none. */
    public static Dataset validationSet(TrainingSettings settings, Dataset dataset) {
        return RunImages.shares(dataset, settings).getLast();
    }

    /** How many threads learn, this one included. */
    public int threads() {
        return threads;
    }

    /**
     * Starts a run without checkpoints.
     *
     * @see #start(TrainingSettings, Dataset, Checkpointing, Consumer)
     */
    public TrainingRun start(TrainingSettings settings, Dataset trainingSet, Consumer<TrainingEvent> listener) {
        return start(settings, trainingSet, Checkpointing.NONE, listener);
    }

    /**
     * Starts a run.
     *
     * @param trainingSet
     *            labelled images of the architecture's input size; the validation share is taken from these
     * @param listener
     *            hears every event on the trainer's thread and must return at once; what it throws is logged
     * @return the run, whose result completes exceptionally with a {@link TrainingException} where the data doesn't fit the
     *         network or the loss is no number any more before there was anything to keep
     */
    public TrainingRun start(
            TrainingSettings settings,
            Dataset trainingSet,
            Checkpointing checkpointing,
            Consumer<TrainingEvent> listener) {
        return submit(new Run(settings, trainingSet, null, checkpointing, new CarefulListener(listener)));
    }

    /**
     * Goes on with a run that was interrupted, on the same images in the same order: with the same vector level it ends with the
     * same bits as if it hadn't been.
     *
     * @return the run, whose result completes exceptionally with a {@link TrainingException} also where the checkpoint can't be of
     *         a run with these images
     */
    public TrainingRun resume(
            Checkpoint checkpoint,
            Dataset trainingSet,
            Checkpointing checkpointing,
            Consumer<TrainingEvent> listener) {
        var careful = new CarefulListener(listener);
        return submit(new Run(checkpoint.settings(), trainingSet, checkpoint, checkpointing, careful));
    }

    private TrainingRun submit(Run run) {
        executor.execute(() -> {
            current = run;
            if (closed) {
                run.stop();
            }
            run.run(team());
        });
        return run;
    }

    private Team team() {
        if (team == null) {
            team = new Team(threads, Workers.backgroundDaemons("inkbench-trainer-helper"));
        }
        return team;
    }

    /** Stops the run under way after its batch, and those that wait before their first; takes no more. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        var run = current;
        if (run != null) {
            run.stop();
        }
        executor.execute(() -> {
            if (team != null) {
                team.close();
            }
        });
        executor.shutdown();
    }
}
