package inkbench.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
    @TempDir
    private Path folder;
    private Path file;
    private String first;

    @BeforeEach
    void writeFormatOne() throws Exception {
        file = folder.resolve("workspace.db");
        first = new String(Migrations.class.getResourceAsStream("migration-1.sql").readAllBytes());
        try (var workspace = Workspace.open(file, new Migrations(List.of(first)), 1000)) {
            workspace.record(Runs.named("old"), 10, failure -> {}).flush().join();
        }
    }

    @Test
    void bringsAnOlderFileToTheNewestFormatAndKeepsACopy() throws Exception {
        var migrations = new Migrations(
                List.of(
                        first,
                        "ALTER TABLE runs ADD COLUMN colour TEXT NOT NULL DEFAULT 'blue'",
                        "UPDATE runs SET colour = 'red'; CREATE TABLE more (id INTEGER) STRICT;"));

        try (var workspace = Workspace.open(file, migrations, 1000)) {
            assertThat(workspace.runs()).hasSize(1);
        }

        assertThat(text(file, "SELECT colour FROM runs")).isEqualTo("red");
        assertThat(text(file, "PRAGMA user_version")).isEqualTo("3");
        var copy = folder.resolve("workspace.db.format-1");
        assertThat(text(copy, "PRAGMA user_version")).isEqualTo("1");
        assertThat(text(copy, "SELECT name FROM runs")).isEqualTo("old");
        assertThat(text(copy, "PRAGMA integrity_check")).isEqualTo("ok");
    }

    @Test
    void leavesTheFileAsItWasWhereAScriptFails() throws Exception {
        var migrations = new Migrations(
                List.of(first, "ALTER TABLE runs ADD COLUMN colour TEXT; CREATE TABLE runs (id INTEGER)"));

        assertThatThrownBy(() -> Workspace.open(file, migrations, 1000)).isInstanceOf(WorkspaceException.class)
                .hasMessageStartingWith(
                        "The workspace " + file
                                + " could not be brought from format 1 to 2 and is as it was; a copy of it is in "
                                + folder.resolve("workspace.db.format-1"));

        assertThat(text(file, "PRAGMA user_version")).isEqualTo("1");
        assertThat(text(file, "SELECT count(*) FROM pragma_table_info('runs') WHERE name = 'colour'")).isEqualTo("0");
        try (var workspace = Workspace.open(file, new Migrations(List.of(first)), 1000)) {
            assertThat(workspace.runs()).hasSize(1);
        }
    }

    @Test
    void leavesNothingHalfCopied() throws Exception {
        Workspace.open(file, new Migrations(List.of(first, "CREATE TABLE more (id INTEGER)")), 1000).close();

        try (var files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("workspace.db", "workspace.db.format-1");
        }
    }

    private static String text(Path database, String query) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            return row.getString(1);
        }
    }
}
