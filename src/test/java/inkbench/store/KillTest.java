package inkbench.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import inkbench.store.run.EpochRecord;
import inkbench.store.run.RunState;

/** Kills processes that write, at random moments, and looks at what they left. */
class KillTest {
    /** More with {@code -Pkills}. */
    private static final int KILLS = Integer.getInteger("inkbench.kills", 20);

    /** About as long as it takes to make the tables. */
    private static final int MAKING_NANOS = 60_000_000;

    private final SplittableRandom random = new SplittableRandom(11);
    @TempDir
    private Path folder;

    @Test
    void losesNothingThatWasCommittedHoweverOftenItsProcessIsKilled() throws Exception {
        var file = folder.resolve("workspace.db");
        for (int kill = 0; kill < KILLS; kill++) {
            var process = start(file);
            try (var out = process.inputReader()) {
                String last = null;
                for (int line = random.nextInt(60); line >= 0; line--) {
                    last = out.readLine();
                    assertThat(last).as("a line of a process that writes").isNotNull();
                }
                process.destroyForcibly();
                last = rest(out, last);
                // Until its parent has taken note, a process that is gone counts as one that runs.
                process.waitFor();
                requireWhole(file, last);
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void opensWhatAProcessLeftThatWasKilledWhileItMadeTheFile() throws Exception {
        for (int kill = 0; kill < KILLS / 2; kill++) {
            var file = folder.resolve("new-" + kill + ".db");
            var process = start(file);
            try {
                while (!Files.exists(file) && process.isAlive()) {
                    Thread.onSpinWait();
                }
                long end = System.nanoTime() + random.nextInt(MAKING_NANOS);
                while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
                assertThat(process.isAlive()).isTrue();
            } finally {
                process.destroyForcibly().waitFor();
            }
            requireWhole(file, null);
        }
    }

    private Process start(Path file) throws IOException {
        // A killed process leaves its native library behind.
        var temporary = Files.createDirectories(folder.resolve("temporary"));
        return new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                KilledWriter.class.getName(),
                file.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /** Whole lines that were still on their way. */
    private static String rest(BufferedReader out, String last) {
        try {
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                last = line.matches("\\d+ \\d+") ? line : last;
            }
        } catch (IOException e) {
            // The pipe went with the process.
        }
        return last;
    }

    private static void requireWhole(Path file, String last) throws Exception {
        try (var workspace = Workspace.open(file)) {
            assertThat(workspace.notice()).isEmpty();
            for (var run : workspace.runs()) {
                assertThat(run.state()).isIn(RunState.FINISHED, RunState.INTERRUPTED);
                var epochs = workspace.epochs(run.id());
                assertThat(epochs).extracting(EpochRecord::epoch)
                        .containsExactlyElementsOf(IntStream.rangeClosed(1, epochs.size()).boxed().toList());
            }
            if (last != null) {
                var told = List.of(last.split(" "));
                assertThat(workspace.epochs(Long.parseLong(told.getFirst())))
                        .hasSizeGreaterThanOrEqualTo(Integer.parseInt(told.getLast()));
            }
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA integrity_check")) {
            assertThat(row.getString(1)).isEqualTo("ok");
        }
    }
}
