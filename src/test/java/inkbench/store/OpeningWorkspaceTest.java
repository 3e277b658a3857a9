package inkbench.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.SplittableRandom;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import inkbench.store.run.RunRecord;
import inkbench.store.run.RunState;

class OpeningWorkspaceTest {
    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void setUp() {
        file = folder.resolve("workspace.db");
    }

    @Test
    void refusesAFolder() throws Exception {
        Files.createDirectory(file);

        refuses(file + " is a folder: expected a workspace file; choose a file in it.");
    }

    @Test
    void refusesAFileThatIsNoDatabaseAndLeavesIt() throws Exception {
        Files.writeString(file, "a diary, and a long one");

        refuses(
                file + " is not a workspace: expected an SQLite file, found something else; "
                        + "choose another file with --workspace.");
        assertThat(file).hasContent("a diary, and a long one");
    }

    @Test
    void refusesAnotherProgramsDatabaseAndLeavesItsBytes() throws Exception {
        sql("CREATE TABLE bookmarks (url TEXT)");
        var before = Files.readAllBytes(file);

        refuses(file + " is an SQLite file of another program: choose another file with --workspace.");
        assertThat(file).hasBinaryContent(before);
        assertThat(folder).isDirectoryNotContaining("glob:**damaged**");
    }

    @Test
    void refusesAWorkspaceOfANewerVersionAndLeavesIt() throws Exception {
        Workspace.open(file).close();
        sql("PRAGMA user_version = 99");

        refuses(
                "The workspace " + file + " is from a newer Inkbench: expected format 2 or older, found 99; "
                        + "install the newer Inkbench, or choose another file with --workspace.");
    }

    @Test
    void refusesAFileThatNobodyMayWrite() throws Exception {
        Assumptions.assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Workspace.open(file).close();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));

        refuses(
                "The workspace " + file + " can't be written: allow writing to the file and its folder, "
                        + "or choose another with --workspace.");
    }

    @Test
    void refusesAFolderThatCannotBeMade() throws Exception {
        Files.writeString(folder.resolve("occupied"), "");
        file = folder.resolve("occupied/workspace.db");

        refuses("The workspace " + file + " can't be opened: check that its folder is there and can be written.");
    }

    @Test
    void saysThatAnotherProgramKeepsItLocked() throws Exception {
        Workspace.open(file).close();
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + file); var statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");

            assertThatThrownBy(() -> Workspace.open(file, Migrations.SHIPPED, 10))
                    .isInstanceOf(WorkspaceException.class)
                    .hasMessage(
                            "The workspace " + file + " is in use by another program for longer than 1 seconds: "
                                    + "close that program and try again.");
        }
    }

    @Test
    void beginsInAnEmptyFile() throws Exception {
        Files.createFile(file);

        try (var workspace = Workspace.open(file)) {
            assertThat(workspace.runs()).isEmpty();
        }
    }

    @Test
    void putsADamagedFileAsideAndSaysSo() throws Exception {
        writeSomeRuns();
        pretendACrash();
        var damaged = damage();

        try (var workspace = Workspace.open(file)) {
            assertThat(workspace.runs()).isEmpty();
            assertThat(workspace.notice().orElseThrow())
                    .startsWith("The workspace " + file + " is damaged. It was kept as ")
                    .contains("and a new one was begun.");
        }
        try (var files = Files.list(folder)) {
            var kept = files.filter(path -> path.getFileName().toString().contains(".damaged-")).toList();
            assertThat(kept).hasSize(1);
            assertThat(kept.getFirst()).hasBinaryContent(damaged);
        }
    }

    @Test
    void keepsEverythingAfterACrashThatDamagedNothing() throws Exception {
        writeSomeRuns();
        pretendACrash();
        sql("UPDATE runs SET state = 'running', session_id = 1000 WHERE id = 3");

        try (var workspace = Workspace.open(file)) {
            assertThat(workspace.notice()).isEmpty();
            assertThat(workspace.runs()).hasSize(40);
            assertThat(workspace.interrupted()).extracting(RunRecord::id).containsExactly(3L);
        }
        assertThat(number("SELECT count(*) FROM sessions")).isZero();
    }

    @Test
    void recordsWhatItIsInTheFile() throws Exception {
        Workspace.open(file).close();

        assertThat(number("PRAGMA application_id")).isEqualTo(0x496e6b62);
        assertThat(number("PRAGMA user_version")).isEqualTo(2);
        assertThat(folder).isDirectoryNotContaining("glob:**-wal");
    }

    private void refuses(String sentence) {
        ThrowingCallable opening = () -> Workspace.open(file);
        assertThatThrownBy(opening).isInstanceOf(WorkspaceException.class).hasMessage(sentence);
    }

    private void writeSomeRuns() throws Exception {
        try (var workspace = Workspace.open(file)) {
            for (int run = 0; run < 40; run++) {
                var writer = workspace.record(Runs.named("run " + run), 100, failure -> {});
                for (int epoch = 1; epoch <= 50; epoch++) {
                    writer.epoch(Runs.epoch(epoch));
                }
                writer.end(RunState.FINISHED, "", Runs.NOON);
            }
        }
    }

    /** As a process that is gone leaves it. */
    private void pretendACrash() throws Exception {
        sql("INSERT INTO sessions (id, host, pid, process_started, opened) VALUES (1000, 'elsewhere', 1, 1, 1)");
    }

    /** Overwrites every second page but the first ones, and returns what the file then is. */
    private byte[] damage() throws Exception {
        var random = new SplittableRandom(5);
        try (var open = new RandomAccessFile(file.toFile(), "rw")) {
            var noise = new byte[4096];
            for (long place = 5 * 4096; place + 4096 <= open.length(); place += 8192) {
                random.nextBytes(noise);
                open.seek(place);
                open.write(noise);
            }
        }
        return Files.readAllBytes(file);
    }

    private void sql(String statement) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var running = connection.createStatement()) {
            running.executeUpdate(statement);
        }
    }

    private int number(String query) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var running = connection.createStatement();
                var row = running.executeQuery(query)) {
            return row.getInt(1);
        }
    }
}
