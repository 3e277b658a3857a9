package inkbench.app.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.model.Activation;
import inkbench.model.Architecture;
import inkbench.model.LayerSpec.Dense;
import inkbench.model.LayerSpec.Flatten;
import inkbench.model.Shape;
import inkbench.model.file.ModelFile;
import inkbench.store.run.RunRecord;
import inkbench.store.run.RunState;
import inkbench.task.Job;
import inkbench.testing.SyntheticDigits;
import inkbench.training.Trainer;
import inkbench.training.TrainingRun;
import inkbench.training.event.TrainingEvent;
import inkbench.training.event.TrainingResult;
import inkbench.training.optimizer.Optimizer;
import inkbench.training.recipe.EarlyStopping;
import inkbench.training.recipe.Recipe;
import inkbench.training.recipe.TrainingSettings;
import inkbench.training.recipe.Validation;

class RunJournalTest {
    private static final Architecture NETWORK = new Architecture(
            "small",
            new Shape(14, 14, 1),
            List.of(new Flatten(), new Dense(16, Activation.RELU), new Dense(10, Activation.IDENTITY)));
    private static final Dataset DATA = SyntheticDigits.of(400, 14, 7);
    private static final PartedDataset SET = new PartedDataset("synthetic", Map.of(Part.TRAIN, DATA));
    private static final TrainingSettings SETTINGS = new TrainingSettings(NETWORK,
            Recipe.of(new Optimizer.Adam(1e-3)), 3, 50, new Validation.Share(0.2), 5, new EarlyStopping(9));
    private static final TrainingSettings LONG = new TrainingSettings(NETWORK, SETTINGS.recipe(), 40, 50, 0.2, 5);
    private static final int BATCHES_PER_EPOCH = 7;
    private static final RunPlan AT_EVERY_BATCH = RunPlan.of("a run").every(Duration.ofNanos(1));

    @TempDir
    private Path folder;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Trainer trainer = new Trainer(2);
    private RunJournal journal;

    @AfterEach
    void close() {
        if (journal != null) {
            journal.close();
        }
        trainer.close();
    }

    @Test
    void keepsWhatARunCameTo() throws Exception {
        journal = open();

        var result = start(SETTINGS, event -> {}).result().get(1, TimeUnit.MINUTES);
        reopen();

        var run = get(journal.runs()).getFirst();
        assertThat(run.state()).isEqualTo(RunState.FINISHED);
        assertThat(run.begun().name()).isEqualTo("a run");
        assertThat(run.begun().dataSha256()).isEqualTo(DATA.provenance().sha256());
        assertThat(SettingsJson.read(run.begun().settings(), "settings")).isEqualTo(SETTINGS);
        assertThat(get(journal.epochs(run.id()))).extracting(epoch -> epoch.validationLoss())
                .containsExactlyElementsOf(
                        result.history().stream().map(epoch -> epoch.validationLoss()).toList());
        assertThat(get(journal.batches(run.id())).getLast().lastIteration())
                .isEqualTo(result.weights().iteration());
        assertThat(get(journal.interrupted())).isEmpty();
        assertThat(checkpointFiles()).isEmpty();
        assertThat(said).isEmpty();
    }

    @Test
    void keepsTheModelOfARunThatNobodySaved() throws Exception {
        journal = open();

        var result = start(SETTINGS, event -> {}).result().get(1, TimeUnit.MINUTES);
        reopen();

        var kept = ModelFile.read(journal.model(get(journal.runs()).getFirst()).orElseThrow());
        assertThat(kept.weights().sha256()).isEqualTo(result.weights().sha256());
        assertThat(kept.origin().dataName()).isEqualTo(SET.name());
    }

    @Test
    void aRunThatWasDroppedLeavesNoModel() throws Exception {
        journal = open();
        var run = start(LONG, event -> {});

        run.cancel();
        assertThatThrownBy(() -> run.result().get(1, TimeUnit.MINUTES)).isInstanceOf(CancellationException.class);
        reopen();

        assertThat(journal.model(get(journal.runs()).getFirst())).isEmpty();
        assertThat(checkpointFiles()).isEmpty();
    }

    @Test
    void saysWhyAModelCannotBeKept() throws Exception {
        Files.writeString(folder.resolve("models"), "in the way");
        journal = open();

        start(SETTINGS, event -> {}).result().get(1, TimeUnit.MINUTES);
        reopen();

        assertThat(said).singleElement().asString().contains("model of the run cannot be kept").contains("models");
        assertThat(get(journal.runs())).extracting(RunRecord::state).containsExactly(RunState.FINISHED);
    }

    @Test
    void aRunThatWasInterruptedEndsWithTheSameBits() throws Exception {
        var uninterrupted = weightsOf(LONG);
        journal = open();
        interruptAfterBatch(LONG, 100);

        reopen();
        var interrupted = get(journal.interrupted()).getFirst();
        assertThat(interrupted.settings()).isEqualTo(LONG);
        assertThat(interrupted.iteration()).isGreaterThanOrEqualTo(100);
        assertThat(interrupted.epoch()).isGreaterThan(100 / BATCHES_PER_EPOCH);
        var resumption = get(journal.takeUp(interrupted, DATA));
        var resumed = journal.record(
                resumption,
                SET,
                Duration.ofNanos(1),
                event -> {},
                (checkpointing, events) -> trainer.resume(resumption.checkpoint(), DATA, checkpointing, events));

        assertThat(resumed.result().get(1, TimeUnit.MINUTES).weights().sha256()).isEqualTo(uninterrupted);
        reopen();
        assertThat(get(journal.runs())).extracting(RunRecord::state).containsExactly(RunState.FINISHED);
        assertThat(get(journal.epochs(interrupted.id()))).hasSize(LONG.epochs());
    }

    @Test
    @Timeout(60)
    void aDamagedCheckpointIsNotTheLastWord() throws Exception {
        journal = open();
        var run = start(new TrainingSettings(NETWORK, SETTINGS.recipe(), 100_000, 50, 0.2, 5), event -> {});
        // Checkpoints that come while one is written are left out, so nobody can say after which batch there are three.
        var written = new CheckpointFolder(folder.resolve("checkpoints"), 1);
        while (written.newestFirst().size() < 3) {
            Thread.onSpinWait();
        }
        interrupt(run);
        var files = checkpointFiles();
        assertThat(files).hasSize(3);
        var newest = files.getLast();
        var bytes = Files.readAllBytes(newest);
        bytes[bytes.length - 100] ^= 1;
        Files.write(newest, bytes);

        reopen();
        var interrupted = get(journal.interrupted()).getFirst();
        var resumption = get(journal.takeUp(interrupted, DATA));

        assertThat(resumption.checkpoint().weights().iteration()).isLessThan(interrupted.iteration());
    }

    @Test
    void canBeLeftWhereAnEpochEnds() throws Exception {
        journal = open();
        var begun = new CountDownLatch(1);
        var run = start(LONG, event -> begun.countDown());
        begun.await();
        journal.suspendAfterEpoch(run).get(1, TimeUnit.MINUTES);
        reopen();
        run.stop();
        run.result().get(1, TimeUnit.MINUTES);

        var interrupted = get(journal.interrupted()).getFirst();
        assertThat(interrupted.iteration()).isPositive();
        assertThat(interrupted.iteration() % BATCHES_PER_EPOCH).isZero();
    }

    @Test
    void goesOnWithTheSameImagesOnly() throws Exception {
        journal = open();
        interruptAfterBatch(LONG, 3);
        reopen();
        var interrupted = get(journal.interrupted()).getFirst();

        assertThatThrownBy(() -> get(journal.takeUp(interrupted, SyntheticDigits.of(400, 14, 8))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has other images");
        assertThat(get(journal.interrupted())).hasSize(1);
    }

    @Test
    void aRunWhoseCheckpointsCannotBeWrittenGoesOnAndSaysSoOnce() throws Exception {
        Files.writeString(folder.resolve("checkpoints"), "in the way of the folder");
        journal = open();
        var begun = new CountDownLatch(3);
        var run = start(LONG, event -> begun.countDown());
        begun.await();

        assertThatThrownBy(() -> journal.suspend(run).get(1, TimeUnit.MINUTES)).isInstanceOf(ExecutionException.class);
        run.resume();

        assertThat(run.result().get(1, TimeUnit.MINUTES).history()).hasSize(LONG.epochs());
        reopen();
        assertThat(get(journal.runs())).extracting(RunRecord::state).containsExactly(RunState.FINISHED);
        assertThat(said).singleElement().asString().startsWith("No checkpoint can be saved: ");
    }

    @Test
    void whatIsDiscardedIsOfferedNoMore() throws Exception {
        journal = open();
        interruptAfterBatch(LONG, 3);
        reopen();

        get(journal.discard(get(journal.interrupted()).getFirst()));
        reopen();

        assertThat(get(journal.interrupted())).isEmpty();
        assertThat(get(journal.runs())).extracting(RunRecord::state).containsExactly(RunState.CANCELLED);
        assertThat(checkpointFiles()).isEmpty();
    }

    @Test
    void trainsWithoutAWorkspaceThatCannotBeOpened() throws Exception {
        var file = folder.resolve("workspace.db");
        Files.writeString(file,
                "this is no workspace, and longer than the head of a database file would be. ".repeat(9));
        Files.createDirectories(folder.resolve("other"));
        journal = new RunJournal(folder.resolve("other"), 2);
        journal.onFailure(said::add);

        var result = start(SETTINGS, event -> {}).result().get(1, TimeUnit.MINUTES);

        assertThat(result.history()).hasSize(3);
        assertThatThrownBy(() -> get(journal.runs())).isInstanceOf(IOException.class);
        assertThat(said).hasSize(1);
    }

    @Test
    void aCancelledRunLeavesNoCheckpoint() throws Exception {
        journal = open();
        var reached = new CountDownLatch(1);
        var cancelled = new CountDownLatch(1);
        var run = start(LONG, event -> {
            if (event instanceof TrainingEvent.BatchDone batch && batch.iteration() == 3) {
                reached.countDown();
                // It would be over before anybody could cancel it.
                await(cancelled);
            }
        });
        reached.await();
        run.cancel();
        cancelled.countDown();
        assertThatThrownBy(() -> run.result().get(1, TimeUnit.MINUTES)).isInstanceOf(Exception.class);
        reopen();

        assertThat(checkpointFiles()).isEmpty();
        assertThat(get(journal.runs())).extracting(RunRecord::state).containsExactly(RunState.CANCELLED);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops between two batches as a process that ends would, with its last checkpoint on the disk. */
    private void interruptAfterBatch(TrainingSettings settings, long batch) throws Exception {
        var reached = new CountDownLatch(1);
        var run = start(settings, event -> {
            if (event instanceof TrainingEvent.BatchDone done && done.iteration() == batch) {
                reached.countDown();
            }
        });
        reached.await();
        interrupt(run);
    }

    private void interrupt(TrainingRun run) throws Exception {
        journal.suspend(run).get(1, TimeUnit.MINUTES);
        journal.close();
        run.stop();
        run.result().get(1, TimeUnit.MINUTES);
    }

    private String weightsOf(TrainingSettings settings) throws Exception {
        TrainingResult whole = trainer.start(settings, DATA, event -> {}).result().get(1, TimeUnit.MINUTES);
        return whole.weights().sha256();
    }

    private TrainingRun start(TrainingSettings settings, Consumer<TrainingEvent> listener) {
        return journal.record(
                AT_EVERY_BATCH,
                settings,
                SET,
                listener,
                (checkpointing, events) -> trainer.start(settings, DATA, checkpointing, events));
    }

    private RunJournal open() {
        var opened = new RunJournal(folder.resolve("workspace.db"), 2);
        opened.onFailure(said::add);
        return opened;
    }

    private void reopen() {
        journal.close();
        journal = open();
    }

    private List<Path> checkpointFiles() throws IOException {
        var checkpoints = folder.resolve("checkpoints");
        if (!Files.exists(checkpoints)) {
            return List.of();
        }
        try (var files = Files.walk(checkpoints)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static <T> T get(Job<T> job) throws Exception {
        try {
            return job.result().orTimeout(1, TimeUnit.MINUTES).join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof Exception known ? known : failure;
        }
    }
}
