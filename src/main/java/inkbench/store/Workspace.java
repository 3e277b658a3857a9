package inkbench.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedSet;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import inkbench.store.drawing.DrawnDigit;
import inkbench.store.drawing.KeptDigit;
import inkbench.store.run.BatchBucket;
import inkbench.store.run.CheckpointRecord;
import inkbench.store.run.EpochRecord;
import inkbench.store.run.EvaluationRecord;
import inkbench.store.run.GroupKind;
import inkbench.store.run.NewRun;
import inkbench.store.run.RunRecord;
import inkbench.store.run.RunState;
import inkbench.task.Workers;
import inkbench.text.Messages;

/**
 * Every run that was made, and digits that somebody wrote, in one SQLite file. Several processes may share it. Any thread may call; what reads or changes waits
 * for the disk, what a run says of itself through a {@link RunWriter} doesn't.
 *
 * <p>A run whose process is gone is found {@link RunState#INTERRUPTED} when the file is next opened.
 */
public final class Workspace implements AutoCloseable {
    /** What the file is called in the folder of the user's data. */
    public static final String FILE_NAME = "workspace.db";

    private static final int PATIENCE_MILLIS = 5000;

    private final Messages messages = Messages.of(Workspace.class);
    private final Workers workers = Workers.inBackground("inkbench-store", 1);
    private final Queue<RunWriter> writers = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Path file;
    private final Database database;
    private final long session;
    private final Optional<String> notice;

    private Workspace(WorkspaceFile.Opened opened) {
        file = opened.file();
        database = opened.database();
        session = opened.session();
        notice = opened.notice();
    }

    /**
     * Opens a workspace, or makes an empty one where there is none.
     *
     * <p>After a crash the file is checked. One that is damaged is kept under another name and an empty one is made, which
     * {@link #notice} then tells. Older formats are brought to the newest, after a copy.
     *
     * @throws WorkspaceException
     *             if it can't be written, is locked for more than five seconds, is from a newer Inkbench, or is something else
     */
    public static Workspace open(Path file) throws WorkspaceException {
        return open(file, Migrations.SHIPPED, PATIENCE_MILLIS);
    }

    static Workspace open(Path file, Migrations migrations, int patienceMillis) throws WorkspaceException {
        return new Workspace(new WorkspaceFile(file, migrations, patienceMillis).open());
    }

    /** Where it lies. */
    public Path file() {
        return file;
    }

    /** What the user has to know of how it was opened, in a sentence or two. */
    public Optional<String> notice() {
        return notice;
    }

    /**
     * Writes down a run that begins. Waits for nothing.
     *
     * @param iterations
     *            batches it will have at most
     * @param failures
     *            hears in a sentence, on the writing thread, once until it goes well again, why nothing can be saved
     */
    public RunWriter record(NewRun run, long iterations, Consumer<String> failures) {
        return writer(connection -> RunRows.insert(connection, run, session), iterations, failures);
    }

    /**
     * Goes on writing down an interrupted run, from a batch on: what was written of later ones is taken out. No other process
     * can go on with it then.
     *
     * @param iteration
     *            the last batch that is kept, over all epochs; 0 for none
     * @throws WorkspaceException
     *             if there is no such run, or it isn't interrupted
     */
    public RunWriter resume(long run, long iteration, long iterations, Consumer<String> failures)
            throws WorkspaceException {
        database.write(connection -> {
            if (!RunRows.claim(connection, run, session)) {
                var found = RunRows.find(connection, run).orElseThrow(() -> missing(run));
                throw new WorkspaceException(messages.get("run.notInterrupted", run, found.state().key()));
            }
            HistoryRows.deleteAfter(connection, run, iteration);
            return null;
        });
        return writer(connection -> run, iterations, failures);
    }

    private RunWriter writer(RunWriter.Insertion insertion, long iterations, Consumer<String> failures) {
        var writer = new RunWriter(file, database, workers, insertion, iterations, failures);
        writers.removeIf(RunWriter::done);
        writers.add(writer);
        return writer;
    }

    /** All runs, the newest first. */
    public List<RunRecord> runs() throws WorkspaceException {
        return database.read(RunRows::all);
    }

    /** Runs whose process ended before they did, the newest first. */
    public List<RunRecord> interrupted() throws WorkspaceException {
        return database.read(connection -> RunRows.inState(connection, RunState.INTERRUPTED));
    }

    /** A run, if there is one of that number. */
    public Optional<RunRecord> run(long run) throws WorkspaceException {
        return database.read(connection -> RunRows.find(connection, run));
    }

    /** The runs of a group, the oldest first. */
    public List<RunRecord> group(long group) throws WorkspaceException {
        return database.read(connection -> RunRows.ofGroup(connection, group));
    }

    /** What the epochs of a run came to, in order. */
    public List<EpochRecord> epochs(long run) throws WorkspaceException {
        return database.read(connection -> HistoryRows.epochs(connection, run));
    }

    /** What the batches of a run came to, in order: at most a few thousand buckets. */
    public List<BatchBucket> batches(long run) throws WorkspaceException {
        return database.read(connection -> HistoryRows.batches(connection, run));
    }

    /** What networks of a run read, the oldest first. */
    public List<EvaluationRecord> evaluations(long run) throws WorkspaceException {
        return database.read(connection -> HistoryRows.evaluations(connection, run));
    }

    /** From where a run can be continued, the newest first. Whether the files are there is not looked at. */
    public List<CheckpointRecord> checkpoints(long run) throws WorkspaceException {
        return database.read(connection -> HistoryRows.checkpoints(connection, run));
    }

    /** Makes a group for runs that are about to begin and returns its number. */
    public long newGroup(GroupKind kind) throws WorkspaceException {
        return database.write(connection -> RunRows.insertGroup(connection, kind, Instant.now()));
    }

    /** Adds what a network of a run read, also long after the run. */
    public void addEvaluation(long run, EvaluationRecord evaluation) throws WorkspaceException {
        database.write(connection -> {
            require(connection, run);
            HistoryRows.insert(connection, run, evaluation);
            return null;
        });
    }

    /** Changes what a person wrote about a run. */
    public void describe(long run, String name, String notes, SortedSet<String> tags) throws WorkspaceException {
        database.write(connection -> {
            require(connection, run);
            RunRows.setText(connection, run, name, notes);
            RunRows.setTags(connection, run, tags);
            return null;
        });
    }

    /**
     * Forgets a run and all about it.
     *
     * @return the checkpoints that were known of it, whose files nobody needs any more
     * @throws WorkspaceException
     *             if there is no such run, or it is under way
     */
    public List<CheckpointRecord> delete(long run) throws WorkspaceException {
        return database.write(connection -> {
            if (require(connection, run).state().live()) {
                throw new WorkspaceException(messages.get("run.live", run));
            }
            var checkpoints = HistoryRows.checkpoints(connection, run);
            RunRows.delete(connection, run);
            return checkpoints;
        });
    }

    /** Keeps digits that somebody wrote: all of them or none. */
    public List<KeptDigit> keepDigits(List<DrawnDigit> digits) throws WorkspaceException {
        return database.write(connection -> {
            var kept = new ArrayList<KeptDigit>();
            for (var digit : digits) {
                kept.add(DrawingRows.insert(connection, digit));
            }
            return List.copyOf(kept);
        });
    }

    /** Digits that somebody wrote, the newest first. */
    public List<KeptDigit> digits() throws WorkspaceException {
        return database.read(DrawingRows::all);
    }

    /** Corrects what somebody wrote; nothing for a digit that is gone. */
    public void relabelDigit(long id, int label) throws WorkspaceException {
        database.write(connection -> DrawingRows.relabel(connection, id, label));
    }

    /** Forgets what somebody wrote; nothing for a digit that is gone. */
    public void deleteDigit(long id) throws WorkspaceException {
        database.write(connection -> {
            DrawingRows.delete(connection, id);
            return null;
        });
    }

    /** Brings back a digit that was deleted, under its number. */
    public void restoreDigit(KeptDigit digit) throws WorkspaceException {
        database.write(connection -> {
            DrawingRows.insert(connection, digit);
            return null;
        });
    }

    private RunRecord require(Connection connection, long run)
            throws SQLException, WorkspaceException {
        return RunRows.find(connection, run).orElseThrow(() -> missing(run));
    }

    private WorkspaceException missing(long run) {
        return new WorkspaceException(messages.get("run.missing", run, file));
    }

    /**
     * Waits until everything that was said is written, and closes the file. Runs that are under way then count as interrupted.
     *
     * @throws WorkspaceException
     *             if not everything could be written
     */
    @Override
    public void close() throws WorkspaceException {
        if (closed.getAndSet(true)) {
            return;
        }
        WorkspaceException failure = null;
        for (var writer : writers) {
            writer.close();
            try {
                writer.flush().join();
            } catch (CompletionException e) {
                failure = e.getCause() instanceof WorkspaceException known ? known : failure;
            }
        }
        workers.close();
        try {
            database.write(Sessions.leave(List.of(session)));
        } catch (WorkspaceException e) {
            failure = e;
        }
        database.close();
        if (failure != null) {
            throw failure;
        }
    }
}
