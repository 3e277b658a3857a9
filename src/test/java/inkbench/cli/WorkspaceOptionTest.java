package inkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import inkbench.app.DataFolder;
import inkbench.app.Workbench;
import inkbench.data.format.DatasetFormat;
import inkbench.task.Progress;
import inkbench.testing.SampleDigits;

class WorkspaceOptionTest {
    @TempDir
    private Path folder;
    private Path workspace;
    private String home;

    @BeforeEach
    void makeDigits() throws IOException {
        workspace = folder.resolve("workspace.db");
        try (var workbench = new Workbench()) {
            workbench.export().write(SampleDigits.parted("digits", 8), DatasetFormat.NPZ, set(), Progress.NONE);
        }
        home = System.setProperty(DataFolder.PROPERTY, folder.resolve("home").toString());
    }

    @AfterEach
    void restoreHome() {
        System.setProperty(DataFolder.PROPERTY, home);
    }

    @Test
    void listsRunsWithWhatTheyCameTo() throws Exception {
        var trained = train("--epochs", "2", "--workspace", workspace.toString(), "--json").json();
        train("--epochs", "1", "--seeds", "2", "--seed", "7", "--workspace", workspace.toString());

        var runs = Cli.run("runs", "--workspace", workspace.toString(), "--json").json();

        assertThat(trained.at("/provenance/run").asInt()).isOne();
        assertThat(trained.at("/provenance/resumedFromIteration").isNull()).isTrue();
        assertThat(runs).hasSize(3);
        assertThat(runs.at("/0/name").asText()).isEqualTo("mlp, seed 8");
        assertThat(runs.at("/0/group")).isEqualTo(runs.at("/1/group"));
        assertThat(runs.at("/0/group").isNumber()).isTrue();
        assertThat(runs.at("/2/id").asInt()).isOne();
        assertThat(runs.at("/2/state").asText()).isEqualTo("finished");
        assertThat(runs.at("/2/epochs").asInt()).isEqualTo(2);
        assertThat(runs.at("/2/group").isNull()).isTrue();
        assertThat(runs.at("/2/validationAccuracy")).isEqualTo(trained.at("/history/1/validationAccuracy"));
        assertThat(runs.at("/2/testAccuracy")).isEqualTo(trained.at("/testAccuracy"));

        var printed = Cli.run("runs", "--workspace", workspace.toString());
        assertThat(printed.out().lines()).hasSize(3)
                .last()
                .asString()
                .startsWith("1  mlp  digits  finished  2 epochs  validation accuracy ");
    }

    @Test
    void keepsRunsInTheUsersFolderWithoutTheOption() {
        assertThat(Cli.run("runs").out()).isEqualTo(
                "There are no runs yet; \"inkbench train\" makes one." + System.lineSeparator());
        assertThat(train("--epochs", "1").err()).doesNotContain("kept");
        assertThat(Cli.run("runs").out().lines()).hasSize(1);
        assertThat(folder.resolve("home/workspace.db")).exists();
    }

    @Test
    void beginsAnewWhereNothingWasInterruptedAndSaysSo() {
        train("--epochs", "1");

        for (var group : List.of(List.<String>of(), List.of("--folds", "2"))) {
            var options = new ArrayList<>(List.of("--epochs", "1", "--resume"));
            options.addAll(group);
            var resumed = train(options.toArray(String[]::new));
            assertThat(resumed.code()).isZero();
            assertThat(resumed.err().lines())
                    .filteredOn(
                            "There is no interrupted run with these settings and images; beginning anew."::equals)
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--workspace", "--resume", "runs"})
    void refusesAWorkspaceThatCanNotBeUsedWhereItWasAskedFor(String how) throws Exception {
        spoil(how.equals("--workspace")
                ? workspace
                : Files.createDirectories(folder.resolve("home"))
                        .resolve("workspace.db"));

        var refused = switch (how) {
            case "runs" -> Cli.run("runs");
            case "--resume" -> train("--epochs", "1", "--resume");
            default -> train("--epochs", "1", "--workspace", workspace.toString());
        };

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err().strip()).hasLineCount(1).contains("workspace.db").contains("newer").endsWith(".");
        assertThat(folder.resolve("m.ink")).doesNotExist();
    }

    @Test
    void trainsWithoutAWorkspaceThatNobodyAskedFor() throws Exception {
        spoil(Files.createDirectories(folder.resolve("home")).resolve("workspace.db"));

        var trained = train("--epochs", "1", "--json");

        assertThat(trained.code()).isZero();
        assertThat(trained.err().lines()).first()
                .asString()
                .contains("newer")
                .endsWith("Training goes on, but nothing of it is kept, and it can not be resumed.");
        assertThat(trained.json().at("/provenance/run").isNull()).isTrue();
        assertThat(folder.resolve("m.ink")).exists();
    }

    @Test
    void saysWhenTheWorkspaceIsLocked() throws Exception {
        assertThat(Cli.run("runs", "--workspace", workspace.toString()).code()).isZero();
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + workspace);
                var statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            var refused = train("--epochs", "1", "--workspace", workspace.toString());
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.err().strip()).hasLineCount(1).contains(workspace.toString()).endsWith(".");
        }
    }

    @Test
    void saysWhenTheWorkspaceIsNoFileOfItsKind() throws Exception {
        Files.writeString(workspace, "A shopping list, which is longer than the header of a database would be.");
        var before = Files.readString(workspace);

        var refused = train("--epochs", "1", "--workspace", workspace.toString());

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err().strip()).hasLineCount(1).contains(workspace.toString());
        assertThat(Files.readString(workspace)).isEqualTo(before);
    }

    @Test
    void saysWhenTheWorkspacesFolderIsAFile() throws Exception {
        Files.writeString(folder.resolve("file"), "");

        var refused = train("--epochs", "1", "--workspace", folder.resolve("file/workspace.db").toString());

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err().strip()).hasLineCount(1).contains("workspace.db");
    }

    @Test
    void refusesAnIntervalThatIsNone() {
        for (var seconds : List.of("0", "-1", "NaN", "1e9")) {
            var refused = train("--epochs", "1", "--checkpoint-seconds", seconds);
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err()).startsWith("--checkpoint-seconds must be ");
        }
    }

    /** Makes it look as if an Inkbench of the future had made it. */
    private static void spoil(Path file) throws SQLException {
        assertThat(Cli.run("runs", "--workspace", file.toString()).code()).isZero();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 1000");
        }
    }

    private Path set() {
        return folder.resolve("digits.npz");
    }

    private Cli train(String... options) {
        var line = new ArrayList<>(
                List.of(
                        "train",
                        "--data",
                        set().toString(),
                        "--model",
                        "mlp",
                        "--out",
                        folder.resolve("m.ink").toString()));
        line.addAll(List.of(options));
        return Cli.run(line.toArray(String[]::new));
    }
}
