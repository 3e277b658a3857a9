package inkbench.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import inkbench.store.run.BatchBucket;
import inkbench.store.run.CheckpointRecord;
import inkbench.store.run.GroupKind;
import inkbench.store.run.RunRecord;
import inkbench.store.run.RunState;

class WorkspaceTest {
    private final List<String> failures = new ArrayList<>();
    @TempDir
    private Path folder;
    private Path file;
    private Workspace workspace;

    @BeforeEach
    void open() throws Exception {
        file = folder.resolve("deep/workspace.db");
        workspace = Workspace.open(file);
    }

    @AfterEach
    void close() throws Exception {
        workspace.close();
        assertThat(failures).isEmpty();
    }

    private void reopen() throws Exception {
        workspace.close();
        workspace = Workspace.open(file);
    }

    private RunWriter record(String name) {
        return workspace.record(Runs.named(name), 30, failures::add);
    }

    @Test
    void givesBackEverythingThatWasSaidOfARun() throws Exception {
        var writer = record("first");
        writer.batch(Runs.batch(1, 2.5));
        writer.batch(Runs.batch(2, 2.0));
        writer.epoch(Runs.epoch(1));
        writer.checkpoint(Runs.checkpoint(folder.resolve("a.checkpoint"), 2));
        writer.evaluation(Runs.evaluation());
        writer.end(RunState.FINISHED, "All epochs are done.", Runs.NOON.plusSeconds(60));
        reopen();

        long id = writer.id().join();
        var run = workspace.run(id).orElseThrow();
        assertThat(run.begun()).isEqualTo(Runs.named("first"));
        assertThat(run.state()).isEqualTo(RunState.FINISHED);
        assertThat(run.ended()).contains(Runs.NOON.plusSeconds(60));
        assertThat(run.outcome()).isEqualTo("All epochs are done.");
        assertThat(workspace.batches(id)).containsExactly(Runs.batch(1, 2.5), Runs.batch(2, 2.0));
        assertThat(workspace.epochs(id)).containsExactly(Runs.epoch(1));
        assertThat(workspace.checkpoints(id)).containsExactly(Runs.checkpoint(folder.resolve("a.checkpoint"), 2));
        assertThat(workspace.evaluations(id)).containsExactly(Runs.evaluation());
        assertThat(workspace.notice()).isEmpty();
    }

    @Test
    void listsTheNewestRunFirst() throws Exception {
        record("older").flush().join();
        record("newer").flush().join();

        assertThat(workspace.runs()).extracting(run -> run.begun().name()).containsExactly("newer", "older");
    }

    @Test
    void tellsWhetherARunIsPaused() throws Exception {
        var writer = record("waiting");
        writer.paused();
        writer.flush().join();
        assertThat(workspace.runs()).extracting(RunRecord::state).containsExactly(RunState.PAUSED);

        writer.resumed();
        writer.flush().join();
        assertThat(workspace.runs()).extracting(RunRecord::state).containsExactly(RunState.RUNNING);
    }

    @Test
    void interruptsARunThatIsUnderWayWhenItIsClosed() throws Exception {
        long id = record("cut").id().join();
        reopen();

        assertThat(workspace.interrupted()).extracting(RunRecord::id).containsExactly(id);
    }

    @Test
    void leavesARunAloneThatAnotherOpenWorkspaceHasUnderWay() throws Exception {
        record("mine").flush().join();

        try (var other = Workspace.open(file)) {
            assertThat(other.runs()).extracting(RunRecord::state).containsExactly(RunState.RUNNING);
        }

        assertThat(workspace.runs()).extracting(RunRecord::state).containsExactly(RunState.RUNNING);
    }

    @Test
    void goesOnWithAnInterruptedRunAndForgetsWhatCameAfterTheCheckpoint() throws Exception {
        var writer = record("resumed");
        for (int epoch = 1; epoch <= 3; epoch++) {
            writer.batch(Runs.batch(10L * epoch, epoch));
            writer.epoch(Runs.epoch(epoch));
        }
        long id = writer.id().join();
        reopen();

        var again = workspace.resume(id, 20, 30, failures::add);
        again.flush().join();
        assertThat(workspace.epochs(id)).containsExactly(Runs.epoch(1), Runs.epoch(2));
        assertThat(workspace.batches(id)).containsExactly(Runs.batch(10, 1), Runs.batch(20, 2));
        assertThat(again.id().join()).isEqualTo(id);

        again.epoch(Runs.epoch(3));
        again.end(RunState.FINISHED, "", Runs.NOON);
        again.flush().join();
        assertThat(workspace.epochs(id)).hasSize(3);
        assertThat(workspace.interrupted()).isEmpty();
    }

    @Test
    void letsOnlyOneGoOnWithAnInterruptedRun() throws Exception {
        long id = record("wanted").id().join();
        reopen();
        workspace.resume(id, 0, 30, failures::add);

        assertThatThrownBy(() -> workspace.resume(id, 0, 30, failures::add))
                .isInstanceOf(WorkspaceException.class)
                .hasMessage(
                        "Run 1 can't be continued: expected it to be interrupted, found that it is running.");
        assertThatThrownBy(() -> workspace.resume(99, 0, 30, failures::add))
                .hasMessageStartingWith("There is no run 99 in the workspace");
    }

    @Test
    void deletesARunWithAllThatIsKnownOfIt() throws Exception {
        var writer = record("doomed");
        writer.epoch(Runs.epoch(1));
        writer.batch(Runs.batch(1, 1));
        writer.evaluation(Runs.evaluation());
        writer.checkpoint(Runs.checkpoint(folder.resolve("b.checkpoint"), 1));
        long id = writer.id().join();

        assertThatThrownBy(() -> workspace.delete(id))
                .hasMessage("Run 1 is under way: stop it before it is deleted.");

        writer.end(RunState.STOPPED, "", Runs.NOON);
        writer.flush().join();
        assertThat(workspace.delete(id)).extracting(CheckpointRecord::iteration).containsExactly(1L);
        assertThat(workspace.run(id)).isEmpty();
        assertThat(workspace.epochs(id)).isEmpty();
        assertThat(workspace.batches(id)).isEmpty();
        assertThat(workspace.evaluations(id)).isEmpty();
        assertThat(workspace.checkpoints(id)).isEmpty();
    }

    @Test
    void givesTheNumberOfADeletedRunToNoOther() throws Exception {
        var writer = record("gone");
        long id = writer.id().join();
        writer.end(RunState.CANCELLED, "", Runs.NOON);
        writer.flush().join();
        workspace.delete(id);

        assertThat(record("next").id().join()).isGreaterThan(id);
    }

    @Test
    void keepsWhatAPersonWroteAboutARun() throws Exception {
        long id = record("plain").id().join();

        workspace.describe(id, "it's \"good\"", "'); DROP TABLE runs; --", new TreeSet<>(List.of("b", "a")));
        workspace.addEvaluation(id, Runs.evaluation());

        var run = workspace.run(id).orElseThrow();
        assertThat(run.begun().name()).isEqualTo("it's \"good\"");
        assertThat(run.notes()).isEqualTo("'); DROP TABLE runs; --");
        assertThat(run.tags()).containsExactly("a", "b");
        assertThat(workspace.evaluations(id)).hasSize(1);
        assertThatThrownBy(() -> workspace.describe(99, "x", "", new TreeSet<>()))
                .hasMessageStartingWith("There is no run 99 in the workspace");
    }

    @Test
    void keepsRunsOfAGroupTogether() throws Exception {
        long group = workspace.newGroup(GroupKind.SEEDS);
        record("alone").flush().join();
        workspace.record(Runs.inGroup("one", group), 30, failures::add).flush().join();
        workspace.record(Runs.inGroup("two", group), 30, failures::add).flush().join();

        assertThat(workspace.group(group)).extracting(run -> run.begun().name()).containsExactly("one", "two");
    }

    @Test
    void forgetsCheckpointsThatWereDeleted() throws Exception {
        var writer = record("tidy");
        writer.checkpoint(Runs.checkpoint(folder.resolve("1"), 1));
        writer.checkpoint(Runs.checkpoint(folder.resolve("2"), 2));
        writer.checkpoint(Runs.checkpoint(folder.resolve("3"), 3));
        writer.checkpointDeleted(folder.resolve("1"));
        writer.flush().join();

        assertThat(workspace.checkpoints(writer.id().join())).extracting(CheckpointRecord::iteration)
                .containsExactly(3L, 2L);
    }

    @Test
    void keepsAMillionBatchesInAFewThousandBuckets() throws Exception {
        var writer = workspace.record(Runs.named("long"), 1_000_000, failures::add);
        for (int iteration = 1; iteration <= 1_000_000; iteration++) {
            writer.batch(Runs.batch(iteration, iteration == 777_777 ? 50 : 1));
        }
        writer.end(RunState.FINISHED, "", Runs.NOON);
        writer.flush().join();

        var buckets = workspace.batches(writer.id().join());
        assertThat(buckets).hasSizeBetween(500, 2000);
        assertThat(buckets.stream().mapToLong(BatchBucket::size).sum()).isEqualTo(1_000_000);
        assertThat(buckets.stream().mapToDouble(bucket -> bucket.loss().max()).max()).hasValue(50);
        assertThat(buckets.getLast().lastIteration()).isEqualTo(1_000_000);
    }

    @Test
    void saysThatItIsClosed() throws Exception {
        workspace.close();

        assertThatThrownBy(() -> workspace.runs()).hasMessageContaining("is closed");
    }
}
