package inkbench.app.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import inkbench.app.machine.Software;
import inkbench.app.machine.Processor;
import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.evaluation.Evaluation;
import inkbench.model.Model;
import inkbench.model.file.ModelException;
import inkbench.store.RunWriter;
import inkbench.store.Workspace;
import inkbench.store.run.BatchBucket;
import inkbench.store.run.CheckpointRecord;
import inkbench.store.run.EpochRecord;
import inkbench.store.run.EvaluationRecord;
import inkbench.store.run.GroupKind;
import inkbench.store.run.NewRun;
import inkbench.store.run.RunRecord;
import inkbench.store.run.RunState;
import inkbench.task.Job;
import inkbench.task.Work;
import inkbench.task.Workers;
import inkbench.text.Messages;
import inkbench.training.Checkpoint;
import inkbench.training.Checkpointing;
import inkbench.training.TrainingRun;
import inkbench.training.event.TrainingEvent;
import inkbench.training.recipe.TrainingSettings;

/**
 * The runs that were made, in a workspace with their checkpoints and models beside it. It is opened on first use, and everything that waits
 * for the disk does so on a thread of the journal's.
 *
 * <p>Where the workspace can't be opened, runs go on all the same and nothing is kept of them.
 */
public final class RunJournal implements AutoCloseable {
    private static final String CHECKPOINTS = "checkpoints";
    private static final String MODELS = "models";
    private static final DateTimeFormatter MODEL_TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final long PATIENCE_SECONDS = 10;

    private final Messages messages = Messages.of(RunJournal.class);
    private final Workers reading = Workers.inBackground("inkbench-journal", 1);
    private final Workers disk = Workers.inBackground("inkbench-checkpoints", 1);
    private final int threads;
    private final Map<TrainingRun, RunRecorder> recorders = Collections.synchronizedMap(new WeakHashMap<>());
    private volatile Path file;
    private volatile Consumer<String> failures = sentence -> {};
    private Job<Workspace> workspace;
    private boolean closed;

    /**
     * A journal.
     *
     * @param file
     *            the workspace, unless {@link #use} names another
     * @param threads
     *            how many compute, to be noted with each run
     */
    public RunJournal(Path file, int threads) {
        this.file = file;
        this.threads = threads;
    }

    /**
     * Keeps everything in another workspace.
     *
     * @throws IllegalStateException
     *             if one was used already
     */
    public synchronized void use(Path other) {
        if (workspace != null) {
            throw new IllegalStateException("The workspace is open: " + file);
        }
        file = other;
    }

    /** Says who hears in a sentence, on a thread of the journal's, that something can't be kept. */
    public void onFailure(Consumer<String> listener) {
        failures = listener;
    }

    /** Opens the workspace; gives what the user has to know of that, if anything. */
    public Job<Optional<String>> open() {
        return with("job.open", Workspace::notice);
    }

    private synchronized Job<Workspace> workspace() {
        if (workspace == null) {
            workspace = reading.submit(messages.get("job.open"), progress -> Workspace.open(file));
        }
        return workspace;
    }

    private <T> Job<T> with(String job, WorkspaceUse<T> use) {
        return use(messages.get(job), use);
    }

    /**
     * Does something with the workspace in the background, one thing after the other.
     *
     * @param title
     *            what the status bar calls it
     */
    public <T> Job<T> use(String title, WorkspaceUse<T> use) {
        var opening = workspace();
        // The same thread opened it before.
        Work<T> work = progress -> use.of(opened(opening));
        return reading.submit(title, work);
    }

    private static Workspace opened(Job<Workspace> opening) throws IOException {
        if (opening.result().isCompletedExceptionally()) {
            var failure = opening.result().exceptionNow();
            throw failure instanceof IOException known ? known : new IOException(failure);
        }
        return opening.result().join();
    }

    /** All runs, the newest first. */
    public Job<List<RunRecord>> runs() {
        return with("job.runs", Workspace::runs);
    }

    /** The models that the newest runs left. */
    public Job<List<KeptModel>> newestModels(int most) {
        return with("job.runs", workspace -> workspace.runs()
                .stream()
                .flatMap(run -> model(run).map(kept -> new KeptModel(run, kept)).stream())
                .limit(most)
                .toList());
    }

    /** What the epochs of a run came to, in order. */
    public Job<List<EpochRecord>> epochs(long run) {
        return with("job.runs", runs -> runs.epochs(run));
    }

    /** What the batches of a run came to, in order: at most a few thousand buckets. */
    public Job<List<BatchBucket>> batches(long run) {
        return with("job.runs", runs -> runs.batches(run));
    }

    /** What networks of a run read, the oldest first. */
    public Job<List<EvaluationRecord>> evaluations(long run) {
        return with("job.runs", runs -> runs.evaluations(run));
    }

    /** Makes a group for runs that are about to begin and gives its number. */
    public Job<Long> newGroup(GroupKind kind) {
        return with("job.write", runs -> runs.newGroup(kind));
    }

    /** Runs that can go on where they were interrupted, the newest first. */
    public Job<List<InterruptedRun>> interrupted() {
        return with("job.runs", runs -> {
            var found = new ArrayList<InterruptedRun>();
            for (var run : runs.interrupted()) {
                newest(runs, run).ifPresent(found::add);
            }
            return List.copyOf(found);
        });
    }

    private Optional<InterruptedRun> newest(Workspace runs, RunRecord run) throws IOException {
        var written = runs.checkpoints(run.id());
        for (var path : folder(run.id()).newestFirst()) {
            try {
                var header = CheckpointFile.readHeader(path);
                var time = written.stream()
                        .filter(known -> known.path().equals(path))
                        .map(CheckpointRecord::written)
                        .findFirst()
                        .orElse(run.begun().started());
                return Optional.of(
                        new InterruptedRun(
                                run.id(),
                                run.begun().name(),
                                run.begun().dataName(),
                                run.begun().dataSha256(),
                                header.settings(),
                                header.progress().history().size() + 1,
                                header.iteration(),
                                run.begun().started(),
                                time));
            } catch (ModelException damaged) {
                // The one before may be whole.
            }
        }
        return Optional.empty();
    }

    private CheckpointFolder folder(long run) {
        return new CheckpointFolder(beside(CHECKPOINTS), run);
    }

    /** With its start in the name: where a workspace was lost and begun anew, the runs count from 1 again. */
    private Path modelFile(long run, Instant started) {
        return beside(MODELS).resolve(run + "-" + MODEL_TIME.format(started) + ".ink");
    }

    private Path beside(String folder) {
        return file.toAbsolutePath().resolveSibling(folder);
    }

    private RunRecorder.Place place(RunWriter writer, long run, Instant started) {
        return new RunRecorder.Place(writer, folder(run), modelFile(run, started));
    }

    /** The file with what a run left; nothing where it left nothing, or somebody took it away. */
    public Optional<Path> model(RunRecord run) {
        return Optional.of(modelFile(run.id(), run.begun().started())).filter(Files::isRegularFile);
    }

    /**
     * Makes an interrupted run this process's own, to go on with it on the same images.
     *
     * @param trainingSet
     *            the images it learned from
     * @return fails with a sentence where the images are others, somebody else goes on with the run, or no checkpoint is whole
     */
    public Job<Resumption> takeUp(InterruptedRun run, Dataset trainingSet) {
        return with("job.resume", runs -> {
            if (!trainingSet.provenance().sha256().equals(run.dataSha256())) {
                throw new IOException(
                        messages.get("resume.otherData", run.id(), run.dataName(), trainingSet.name()));
            }
            var folder = folder(run.id());
            var checkpoint = newestWhole(run.id(), folder);
            long iterations = mostIterations(run.settings(), trainingSet);
            var writer = runs.resume(run.id(), checkpoint.weights().iteration(), iterations, this::say);
            folder.tidy();
            return new Resumption(run, checkpoint, writer);
        });
    }

    private Checkpoint newestWhole(long run, CheckpointFolder folder) throws IOException {
        for (var path : folder.newestFirst()) {
            try {
                return CheckpointFile.read(path);
            } catch (ModelException damaged) {
                // The one before may be whole.
            }
        }
        throw new IOException(messages.get("checkpoint.none", run, folder.path()));
    }

    /** Forgets that an interrupted run could go on. */
    public Job<Void> discard(InterruptedRun run) {
        return with("job.discard", runs -> {
            var writer = runs.resume(run.id(), run.iteration(), run.iteration(), this::say);
            writer.end(RunState.CANCELLED, "", Instant.now());
            folder(run.id()).delete();
            return null;
        });
    }

    /** Starts a run that is kept. */
    public TrainingRun record(
            RunPlan plan,
            TrainingSettings settings,
            PartedDataset data,
            Consumer<TrainingEvent> listener,
            BiFunction<Checkpointing, Consumer<TrainingEvent>, TrainingRun> starter) {
        var run = newRun(plan, settings, data.first());
        long iterations = mostIterations(settings, data.first());
        var place = with("job.write", runs -> runs.record(run, iterations, this::say)).result()
                .thenCompose(
                        writer -> writer.id().thenApply(id -> place(writer, id, run.started())));
        place.exceptionally(failure -> {
            say(String.valueOf(failure.getCause() == null ? failure.getMessage() : failure.getCause().getMessage()));
            return null;
        });
        var recorder = new RunRecorder(place, data, disk, this::say);
        return start(recorder, plan.checkpointInterval(), listener, starter);
    }

    /** Goes on with a run that is kept. */
    public TrainingRun record(
            Resumption resumption,
            PartedDataset data,
            Duration checkpointInterval,
            Consumer<TrainingEvent> listener,
            BiFunction<Checkpointing, Consumer<TrainingEvent>, TrainingRun> starter) {
        var place = place(resumption.writer(), resumption.run().id(), resumption.run().started());
        var recorder = new RunRecorder(CompletableFuture.completedFuture(place), data, disk, this::say);
        return start(recorder, checkpointInterval, listener, starter);
    }

    private TrainingRun start(
            RunRecorder recorder,
            Duration checkpointInterval,
            Consumer<TrainingEvent> listener,
            BiFunction<Checkpointing, Consumer<TrainingEvent>, TrainingRun> starter) {
        var run = starter.apply(recorder.checkpointing(checkpointInterval), event -> {
            recorder.accept(event);
            listener.accept(event);
        });
        recorders.put(run, recorder);
        return run;
    }

    private NewRun newRun(RunPlan plan, TrainingSettings settings, Dataset trainingSet) {
        return new NewRun(
                plan.name(),
                settings.architecture().name(),
                SettingsJson.text(settings),
                trainingSet.name(),
                trainingSet.provenance().sha256(),
                settings.seed(),
                Software.description(),
                Processor.name(),
                threads,
                Instant.now(),
                plan.group());
    }

    private static long mostIterations(TrainingSettings settings, Dataset trainingSet) {
        return Math.ceilDiv(trainingSet.size(), settings.batchSize()) * (long) settings.epochs();
    }

    private void say(String sentence) {
        failures.accept(sentence);
    }

    /** The number of a run that was started here, once it has one; fails where nothing is kept of it. */
    public CompletableFuture<Long> id(TrainingRun run) {
        var recorder = recorders.get(run);
        return recorder == null
                ? CompletableFuture.failedFuture(new IllegalArgumentException("A run that is not kept"))
                : recorder.id();
    }

    /**
     * Adds what the network of a run that was started here read of a part of its data, and writes its accuracy into the model that
     * is kept; nothing for a run that isn't kept.
     */
    public void measured(TrainingRun run, Model model, PartedDataset data, Part part, Evaluation evaluation) {
        var measured = new EvaluationRecord(
                data.name(),
                part.key(),
                model.weights().sha256(),
                evaluation.loss(),
                evaluation.confusion(),
                Instant.now());
        id(run).thenAccept(id -> with("job.write", runs -> {
            runs.addEvaluation(id, measured);
            return null;
        }));
        var recorder = recorders.get(run);
        if (recorder != null && part == Part.TEST) {
            recorder.keep(model.withTestAccuracy(evaluation.accuracy()));
        }
    }

    /**
     * Makes a run wait so that it can go on in another process, and completes once its checkpoint is on the disk; at once for a run
     * that is over or isn't kept. From then on, nothing that becomes of it here is written down. Fails where the checkpoint can't be
     * written; the run then only waits.
     */
    public CompletableFuture<Void> suspend(TrainingRun run) {
        return suspend(run, run::pause);
    }

    /** The same once the epoch that is under way is done. */
    public CompletableFuture<Void> suspendAfterEpoch(TrainingRun run) {
        return suspend(run, run::resumeForEpoch);
    }

    private CompletableFuture<Void> suspend(TrainingRun run, Runnable pause) {
        var recorder = recorders.get(run);
        if (recorder == null || run.result().isDone()) {
            return CompletableFuture.completedFuture(null);
        }
        return recorder.suspend(pause);
    }

    /** Waits for a moment until all is written; runs that are under way count as interrupted then. */
    @Override
    public void close() {
        Job<Workspace> opening;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            opening = workspace;
        }
        List.copyOf(recorders.values()).forEach(RunRecorder::leave);
        if (opening != null) {
            var closing = reading.submit(messages.get("job.write"), progress -> {
                for (var recorder : List.copyOf(recorders.values())) {
                    recorder.saved().exceptionally(failure -> null).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                }
                opened(opening).close();
                return null;
            });
            // A process that ends takes its threads with it, whatever they are at.
            closing.result().orTimeout(2 * PATIENCE_SECONDS, TimeUnit.SECONDS).exceptionally(failure -> null).join();
        }
        reading.close();
        disk.close();
    }
}
