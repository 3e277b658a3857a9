package inkbench.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import inkbench.store.run.BatchBucket;
import inkbench.store.run.CheckpointRecord;
import inkbench.store.run.EpochRecord;
import inkbench.store.run.EvaluationRecord;
import inkbench.store.run.RunState;
import inkbench.task.Workers;
import inkbench.text.Messages;

/**
 * Writes one run while it goes on. No method waits for the disk, except whoever waits for {@link #flush}. What can't be written
 * is kept and tried again with the next; where there is too much, batches lose detail first.
 */
public final class RunWriter {
    /** More points than a curve has pixels. */
    private static final int BUCKETS_OF_A_RUN = 2000;
    private static final int MOST_BUCKETS = 1024;
    private static final int MOST_WRITES = 10_000;

    private final Messages messages = Messages.of(RunWriter.class);
    private final Path file;
    private final Database database;
    private final Workers workers;
    private final Consumer<String> failures;
    private final Insertion insertion;
    private final CompletableFuture<Long> id = new CompletableFuture<>();
    private final BatchBacklog batches;

    private List<Write> writes = new ArrayList<>();
    private boolean scheduled;
    private boolean closed;
    private boolean over;
    private boolean failed;
    private boolean overflowed;
    /** Why something will never be written; used on the writing thread alone. */
    private WorkspaceException lost;

    /** Makes the run's row, or knows it already. */
    @FunctionalInterface
    interface Insertion {
        long id(Connection connection) throws SQLException;
    }

    @FunctionalInterface
    private interface Write {
        void apply(Connection connection, long run) throws SQLException;
    }

    /**
     * Makes a writer.
     *
     * @param iterations
     *            batches the run will have at most
     * @param failures
     *            hears on the writing thread, once until it goes well again, why nothing can be saved
     */
    RunWriter(
            Path file,
            Database database,
            Workers workers,
            Insertion insertion,
            long iterations,
            Consumer<String> failures) {
        this.file = file;
        this.database = database;
        this.workers = workers;
        this.insertion = insertion;
        this.failures = failures;
        batches = new BatchBacklog(Math.max(1, Math.ceilDiv(iterations, BUCKETS_OF_A_RUN)), MOST_BUCKETS);
        schedule();
    }

    /** The run's number, once its first row is on the disk. */
    public CompletableFuture<Long> id() {
        return id.copy();
    }

    /** One batch is done. */
    public synchronized void batch(BatchBucket batch) {
        if (batches.add(batch)) {
            schedule();
        }
    }

    /** One epoch is done. */
    public void epoch(EpochRecord epoch) {
        add((connection, run) -> HistoryRows.insert(connection, run, epoch));
    }

    /** A checkpoint lies on the disk. */
    public void checkpoint(CheckpointRecord checkpoint) {
        add((connection, run) -> HistoryRows.insert(connection, run, checkpoint));
    }

    /** A checkpoint is there no longer. */
    public void checkpointDeleted(Path path) {
        add((connection, run) -> HistoryRows.deleteCheckpoint(connection, run, path));
    }

    /** A network of this run was measured. */
    public void evaluation(EvaluationRecord evaluation) {
        add((connection, run) -> HistoryRows.insert(connection, run, evaluation));
    }

    /** The run waits. */
    public void paused() {
        add((connection, run) -> RunRows.setState(connection, run, RunState.PAUSED));
    }

    /** The run goes on. */
    public void resumed() {
        add((connection, run) -> RunRows.setState(connection, run, RunState.RUNNING));
    }

    /**
     * The run is over.
     *
     * @param state
     *            not a {@link RunState#live} one
     * @param outcome
     *            a sentence on how it ended, or empty
     */
    public synchronized void end(RunState state, String outcome, Instant ended) {
        if (state.live()) {
            throw new IllegalArgumentException("A run doesn't end as " + state);
        }
        over = true;
        batches.cut();
        add((connection, run) -> RunRows.end(connection, run, state, outcome, ended));
    }

    /**
     * Completes when everything that was said before is on the disk; exceptionally with a {@link WorkspaceException} if it
     * can't be written now, or if something was lost since the last flush.
     */
    public CompletableFuture<Void> flush() {
        return workers.<Void>submit(messages.get("job.write"), progress -> {
            write();
            var missing = lost;
            lost = null;
            if (missing != null) {
                throw missing;
            }
            return null;
        }).result();
    }

    /** Whether the run is over and nothing of it waits to be written. */
    synchronized boolean done() {
        return over && writes.isEmpty() && !scheduled;
    }

    /** Takes nothing more. */
    synchronized void close() {
        closed = true;
    }

    private synchronized void add(Write write) {
        if (writes.size() < MOST_WRITES) {
            writes.add(write);
        } else {
            overflowed = true;
        }
        schedule();
    }

    private synchronized void schedule() {
        if (!scheduled && !closed) {
            scheduled = true;
            workers.submit(messages.get("job.write"), progress -> {
                write();
                return null;
            });
        }
    }

    private void write() throws WorkspaceException {
        List<Write> taken;
        List<BatchBucket> buckets;
        synchronized (this) {
            scheduled = false;
            taken = writes;
            writes = new ArrayList<>();
            buckets = batches.take();
        }
        if (taken.isEmpty() && buckets.isEmpty() && id.isDone()) {
            return;
        }
        try {
            id.complete(database.write(connection -> write(connection, taken, buckets)));
            failed = false;
        } catch (WorkspaceException failure) {
            if (mayPass(failure)) {
                giveBack(taken, buckets);
            } else {
                lost = failure;
            }
            sayOnce(messages.get("writer.failed", failure.getMessage()));
            throw failure;
        }
        sayOverflow();
    }

    private long write(Connection connection, List<Write> taken, List<BatchBucket> buckets) throws SQLException {
        long run = id.isDone() ? id.join() : insertion.id(connection);
        HistoryRows.insert(connection, run, buckets);
        for (var write : taken) {
            write.apply(connection, run);
        }
        return run;
    }

    /** What goes wrong because of itself, such as lines of a run that was deleted meanwhile, would go wrong again. */
    private static boolean mayPass(WorkspaceException failure) {
        return failure.getCause() instanceof SQLException cause && Fault.of(cause).passes();
    }

    private synchronized void giveBack(List<Write> taken, List<BatchBucket> buckets) {
        var all = new ArrayList<>(taken);
        all.addAll(writes);
        writes = all;
        batches.giveBack(buckets);
    }

    private void sayOverflow() {
        boolean say;
        synchronized (this) {
            say = overflowed;
            overflowed = false;
        }
        if (say) {
            failures.accept(messages.get("writer.backlog", file, id.join()));
        }
    }

    /** On the writing thread alone. */
    private void sayOnce(String sentence) {
        if (!failed) {
            failed = true;
            failures.accept(sentence);
        }
    }
}
