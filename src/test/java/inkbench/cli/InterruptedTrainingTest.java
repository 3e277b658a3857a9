package inkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import inkbench.app.Workbench;
import inkbench.data.format.DatasetFormat;
import inkbench.task.Progress;
import inkbench.testing.SampleDigits;

/** Trains in processes that are killed, on the real command line, and compares with a training that nobody disturbed. */
class InterruptedTrainingTest {
    /** More with {@code -Pkills}. */
    private static final int KILLS = Integer.getInteger("inkbench.kills.training", 3);
    /** Enough for all that the processes learn before they are killed. */
    private static final int EPOCHS = 40 + 6 * KILLS;
    private static final int LEARNING_NANOS = 1_000_000_000;
    private static final int STARTING_NANOS = 1_500_000_000;

    private final SplittableRandom random = new SplittableRandom(5);
    @TempDir
    private Path folder;
    private Path workspace;

    /** When a process is killed. */
    private enum Moment {
        /** Anywhere from its start: it may be loading, opening the workspace or going on already. */
        STARTING,
        /** Anywhere while it learns. */
        LEARNING,
        /** While a checkpoint is half written. */
        WRITING
    }

    @BeforeEach
    void makeDigits() throws IOException {
        workspace = folder.resolve("workspace.db");
        try (var workbench = new Workbench()) {
            workbench.export()
                    .write(SampleDigits.parted("digits", 20), DatasetFormat.NPZ, set(), Progress.NONE);
        }
    }

    @Test
    void endsWithTheSameBitsHoweverOftenItsProcessIsKilled() throws Exception {
        int kills = 0;
        int resumes = 0;
        int halfWritten = 0;
        while (kills < KILLS) {
            var moment = Moment.values()[(kills + 1) % Moment.values().length];
            var err = Files.createFile(folder.resolve("err-" + kills));
            var process = CommandProcess.start(folder, err, train(workspace, "--resume"));
            var start = Files.getLastModifiedTime(err);
            try {
                await(moment, process, err, start);
                assertThat(process.isAlive()).as("a process to kill, which said: %s", Files.readString(err)).isTrue();
            } finally {
                process.destroyForcibly().waitFor();
            }
            kills++;
            resumes += Files.readString(err).contains("Going on with run") ? 1 : 0;
            halfWritten += halfWritten(start) > 0 ? 1 : 0;
            requireIntegrity();
        }

        var err = folder.resolve("err-last");
        var last = CommandProcess.start(folder, err, train(workspace, "--resume"));
        var report = json(last);
        assertThat(last.waitFor()).isZero();
        resumes += Files.readString(err).contains("Going on with run") ? 1 : 0;
        System.out.printf(
                "%d kills, %d of them with a checkpoint half written; %d resumes, the last from update %d of %d%n",
                kills,
                halfWritten,
                resumes,
                report.at("/provenance/resumedFromIteration").asLong(),
                EPOCHS * 5L);
        assertThat(report.at("/history")).hasSize(EPOCHS);
        assertThat(report.at("/provenance/resumedFromIteration").asLong()).isPositive();
        assertThat(resumes).isPositive();
        assertThat(report.at("/weightsSha256")).isEqualTo(undisturbed().at("/weightsSha256"));
        requireIntegrity();
    }

    @Test
    void savesOnCtrlCAndSaysHowToGoOn() throws Exception {
        assumeThat(System.getProperty("os.name")).as("signals as POSIX has them").doesNotStartWith("Windows");
        var process = CommandProcess.start(folder, null, train(workspace));
        var said = new ArrayList<String>();
        try (var err = process.errorReader(StandardCharsets.UTF_8)) {
            for (var line = err.readLine(); line != null; line = err.readLine()) {
                said.add(line);
                if (line.startsWith("Epoch 1 of ")) {
                    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
                }
            }
        } finally {
            process.destroy();
        }
        assertThat(process.waitFor()).isEqualTo(130);
        assertThat(said.getLast()).isEqualTo(
                "Interrupted. The run is saved; go on with: inkbench "
                        + String.join(" ", train(workspace, "--resume")));

        assertThat(Cli.run("runs", "--workspace", workspace.toString(), "--json").json().at("/0/state").asText())
                .isEqualTo("interrupted");
        var resumed = Cli.run(train(workspace, "--resume").toArray(String[]::new));
        assertThat(resumed.err().lines()).first().asString().startsWith("Going on with run 1 from update ");
        assertThat(resumed.json().at("/weightsSha256")).isEqualTo(undisturbed().at("/weightsSha256"));
    }

    private void await(Moment moment, Process process, Path err, FileTime start) throws IOException {
        switch (moment) {
            case STARTING -> spin(random.nextInt(STARTING_NANOS));
            case LEARNING -> {
                awaitEpoch(process, err);
                spin(random.nextInt(LEARNING_NANOS));
            }
            case WRITING -> {
                awaitEpoch(process, err);
                spin(random.nextInt(LEARNING_NANOS));
                while (process.isAlive() && halfWritten(start) == 0) {
                    Thread.onSpinWait();
                }
            }
        }
    }

    private static void awaitEpoch(Process process, Path err) throws IOException {
        while (process.isAlive() && !Files.readString(err).contains("Epoch ")) {
            spin(1_000_000);
        }
    }

    private static void spin(long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    /** Parts of checkpoints that were begun since then, and not left by a process before. */
    private long halfWritten(FileTime start) throws IOException {
        var checkpoints = folder.resolve("checkpoints");
        if (!Files.isDirectory(checkpoints)) {
            return 0;
        }
        try (Stream<Path> files = Files.find(
                checkpoints,
                2,
                (file, attributes) -> file.getFileName().toString().endsWith(".part")
                        && attributes.lastModifiedTime().compareTo(start) > 0)) {
            return files.count();
        } catch (UncheckedIOException vanished) {
            // A file was renamed or deleted while the folder was looked through.
            return 0;
        }
    }

    private void requireIntegrity() throws Exception {
        if (!Files.exists(workspace)) {
            return;
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + workspace);
                var statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA integrity_check")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("ok");
        }
    }

    private JsonNode undisturbed() throws Exception {
        return Cli.run(train(folder.resolve("other.db")).toArray(String[]::new)).json();
    }

    private Path set() {
        return folder.resolve("digits.npz");
    }

    private List<String> train(Path file, String... more) {
        var line = new ArrayList<>(
                List.of(
                        "train",
                        "--data",
                        set().toString(),
                        "--model",
                        "mlp",
                        "--epochs",
                        Integer.toString(EPOCHS),
                        "--batch",
                        "32",
                        "--checkpoint-seconds",
                        "0.001",
                        "--workspace",
                        file.toString(),
                        "--out",
                        folder.resolve("m.ink").toString(),
                        "--json"));
        line.addAll(List.of(more));
        return line;
    }

    private static JsonNode json(Process process) throws IOException {
        try (var out = process.inputReader(StandardCharsets.UTF_8)) {
            return new ObjectMapper().readTree(out);
        }
    }
}
