package inkbench.app.runs;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import inkbench.data.PartedDataset;
import inkbench.model.Model;
import inkbench.model.file.ModelFile;
import inkbench.store.RunWriter;
import inkbench.store.run.BatchBucket;
import inkbench.store.run.CheckpointRecord;
import inkbench.store.run.EpochRecord;
import inkbench.store.run.RunState;
import inkbench.task.Workers;
import inkbench.text.Messages;
import inkbench.training.Checkpoint;
import inkbench.training.Checkpointing;
import inkbench.training.event.TrainingEvent;
import inkbench.training.event.TrainingResult;
import inkbench.training.event.TrainingResult.Ending;

/**
 * Writes down what one run tells, without ever making it wait: what comes before the workspace is open is kept until then, and of
 * the checkpoints that wait for the disk only the newest is written.
 */
final class RunRecorder {
    /**
     * Where a run is kept.
     *
     * @param model
     *            the file for what it leaves
     */
    record Place(RunWriter writer, CheckpointFolder folder, Path model) {}

    private final PartedDataset data;
    private final Workers disk;
    private final Consumer<String> failures;
    private final Messages messages = Messages.of(RunRecorder.class);

    private final List<Consumer<RunWriter>> early = new ArrayList<>();
    private final CompletableFuture<Place> place;
    private RunWriter writer;
    private Checkpoint waiting;
    private boolean writing;
    private boolean failed;
    private boolean over;
    private boolean left;
    private boolean paused;
    private CompletableFuture<Void> suspension;
    private CompletableFuture<Void> saved = CompletableFuture.completedFuture(null);
    private TrainingEvent.BatchDone newestBatch;

    /**
     * A recorder.
     *
     * @param place
     *            where to write; completes exceptionally if nowhere, and then nothing is
     * @param data
     *            what it learns from
     * @param disk
     *            writes checkpoints
     * @param failures
     *            hears on a worker's thread why something can't be written
     */
    RunRecorder(CompletableFuture<Place> place, PartedDataset data, Workers disk, Consumer<String> failures) {
        this.data = data;
        this.disk = disk;
        this.failures = failures;
        // Whoever waits for the place comes after what was written early.
        this.place = place.whenComplete((known, failure) -> {
            if (failure == null) {
                open(known.writer());
            } else {
                drop();
            }
        });
    }

    /** Nothing can be written, so nothing needs to be kept for it. */
    private synchronized void drop() {
        early.clear();
        waiting = null;
    }

    private synchronized void open(RunWriter opened) {
        writer = opened;
        early.forEach(write -> write.accept(opened));
        early.clear();
    }

    private synchronized void write(Consumer<RunWriter> what) {
        if (writer != null) {
            what.accept(writer);
        } else if (!place.isCompletedExceptionally()) {
            early.add(what);
        }
    }

    /** How the run is to make its checkpoints. */
    Checkpointing checkpointing(Duration interval) {
        return new Checkpointing(interval, this::take);
    }

    /** Hears an event, on the trainer's thread. */
    synchronized void accept(TrainingEvent event) {
        if (left) {
            return;
        }
        switch (event) {
            case TrainingEvent.BatchDone batch -> {
                newestBatch = batch;
                write(
                        runs -> runs.batch(
                                BatchBucket.of(
                                        batch.iteration(),
                                        batch.loss(),
                                        batch.accuracy(),
                                        batch.learningRate(),
                                        batch.samplesPerSecond())));
            }
            case TrainingEvent.EpochDone done -> {
                var epoch = epoch(done);
                write(runs -> runs.epoch(epoch));
            }
            case TrainingEvent.Paused _ -> {
                write(RunWriter::paused);
                paused = true;
                if (suspension != null) {
                    leaveOnceSaved();
                }
            }
            case TrainingEvent.Resumed _ -> {
                paused = false;
                write(RunWriter::resumed);
            }
            case TrainingEvent.Finished finished -> end(finished.result());
            case TrainingEvent.Cancelled _ -> end(RunState.CANCELLED, "", known -> {});
            case TrainingEvent.Failed failure -> end(RunState.DIVERGED, failure.message(), known -> {});
            case TrainingEvent.Started _,TrainingEvent.Continued _ -> {
                // The run's own row says so.
            }
            case TrainingEvent.LearningRateChanged _,TrainingEvent.LayersMeasured _ -> {
                // In the learning rate of the batches; measured for those who look on.
            }
        }
    }

    private EpochRecord epoch(TrainingEvent.EpochDone done) {
        var result = done.result();
        boolean learned = newestBatch != null;
        return new EpochRecord(
                result.epoch(),
                learned ? newestBatch.iteration() : 0,
                result.loss(),
                result.accuracy(),
                result.validationLoss(),
                result.validationAccuracy(),
                learned ? newestBatch.learningRate() : Double.NaN,
                result.seconds(),
                learned ? newestBatch.samplesPerSecond() : Double.NaN);
    }

    private void end(TrainingResult result) {
        Consumer<Place> keeping = result.weights().iteration() == 0
                ? known -> {}
                : known -> write(TrainedModel.of(result, data), known.model());
        switch (result.ending()) {
            case Ending.Completed _,Ending.StoppedEarly _ -> end(RunState.FINISHED, "", keeping);
            case Ending.Stopped _ -> end(RunState.STOPPED, "", keeping);
            case Ending.Diverged diverged -> end(RunState.DIVERGED, diverged.message(), keeping);
        }
    }

    /** The run counts as interrupted until what it left is on the disk: a process killed meanwhile goes on from the last checkpoint. */
    private void end(RunState state, String outcome, Consumer<Place> keeping) {
        over = true;
        waiting = null;
        if (suspension != null) {
            suspension.complete(null);
        }
        var ended = Instant.now();
        onDisk(known -> {
            keeping.accept(known);
            known.writer().end(state, outcome, ended);
            known.folder().delete();
        });
    }

    @FunctionalInterface
    private interface DiskWork {
        void at(Place known) throws IOException;
    }

    private synchronized void onDisk(DiskWork work) {
        saved = place.thenCompose(known -> disk.<Void>submit(messages.get("job.checkpoint"), progress -> {
            work.at(known);
            return null;
        }).result());
    }

    /** Keeps the model of a run that is over, in place of the one without its accuracy. */
    void keep(Model model) {
        onDisk(known -> write(model, known.model()));
    }

    private void write(Model model, Path file) {
        try {
            Files.createDirectories(file.getParent());
            ModelFile.write(model, file);
        } catch (IOException failure) {
            failures.accept(messages.get("model.failed", reason(failure)));
        }
    }

    /** Takes a checkpoint to write, on the trainer's thread. */
    private synchronized void take(Checkpoint checkpoint) {
        if (over || left || place.isCompletedExceptionally()) {
            return;
        }
        waiting = checkpoint;
        if (!writing) {
            writing = true;
            onDisk(this::save);
        }
    }

    /** Writes what waits; fails if the newest checkpoint is not on the disk then. */
    private void save(Place known) throws IOException {
        IOException newest = null;
        for (var next = next(); next != null; next = next()) {
            try {
                var before = known.folder().newestFirst();
                var file = known.folder().write(next);
                known.writer()
                        .checkpoint(
                                new CheckpointRecord(
                                        file,
                                        next.progress().history().size() + 1,
                                        next.weights().iteration(),
                                        Instant.now()));
                var after = known.folder().newestFirst();
                before.stream().filter(old -> !after.contains(old)).forEach(known.writer()::checkpointDeleted);
                failed = false;
                newest = null;
            } catch (IOException failure) {
                sayOnce(failure);
                newest = failure;
            }
        }
        if (newest != null) {
            throw newest;
        }
    }

    private synchronized Checkpoint next() {
        var next = over ? null : waiting;
        waiting = null;
        writing = next != null;
        return next;
    }

    private void sayOnce(IOException failure) {
        if (!failed) {
            failed = true;
            failures.accept(messages.get("checkpoint.failed", reason(failure)));
        }
    }

    private static String reason(IOException failure) {
        return failure instanceof FileSystemException disk && disk.getReason() != null
                ? disk.getFile() + ": " + disk.getReason() + "."
                : failure.getMessage();
    }

    /** Completes once all checkpoints that were made so far are on the disk, and exceptionally where nothing can be written. */
    synchronized CompletableFuture<Void> saved() {
        return saved.copy();
    }

    /**
     * Makes the run wait; completes once its checkpoint is on the disk, or the run was over.
     *
     * @param pause
     *            tells the run when to wait
     */
    CompletableFuture<Void> suspend(Runnable pause) {
        CompletableFuture<Void> done;
        synchronized (this) {
            if (suspension == null) {
                suspension = new CompletableFuture<>();
                if (over) {
                    suspension.complete(null);
                } else if (paused) {
                    leaveOnceSaved();
                }
            }
            done = suspension;
        }
        pause.run();
        return done.copy();
    }

    /** From now on nothing counts; unless nothing could be saved, so that the run has not been left. */
    private void leaveOnceSaved() {
        var leaving = suspension;
        left = true;
        (place.isCompletedExceptionally() ? place : saved).whenComplete((nothing, failure) -> {
            if (failure == null) {
                leaving.complete(null);
            } else {
                stay();
                leaving.completeExceptionally(failure);
            }
        });
    }

    private synchronized void stay() {
        left = false;
        suspension = null;
    }

    /** Hears nothing more, so that what the run does from now on, such as to end, doesn't count. */
    synchronized void leave() {
        left = true;
    }

    /** The run's number, once it has one. */
    CompletableFuture<Long> id() {
        return place.thenCompose(known -> known.writer().id());
    }
}
