package inkbench.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import inkbench.store.run.BatchBucket;
import inkbench.store.run.EpochRecord;
import inkbench.task.Workers;

class RunWriterTest {
    private final List<String> failures = new CopyOnWriteArrayList<>();
    @TempDir
    private Path folder;

    @Test
    void takesEverythingWhileTheFileIsLockedSaysSoOnceAndWritesItLater() throws Exception {
        var file = folder.resolve("workspace.db");
        try (var workspace = Workspace.open(file, Migrations.SHIPPED, 1);
                var other = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            var writer = workspace.record(Runs.named("patient"), 20_000, failures::add);
            for (int iteration = 1; iteration <= 20_000; iteration++) {
                writer.batch(Runs.batch(iteration, iteration));
            }
            writer.epoch(Runs.epoch(1));
            assertThatThrownBy(() -> writer.flush().join()).isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(WorkspaceException.class);
            writer.epoch(Runs.epoch(2));
            assertThatThrownBy(() -> writer.flush().join()).hasCauseInstanceOf(WorkspaceException.class);
            assertThat(failures).singleElement()
                    .asString()
                    .startsWith("The run is not being saved: The workspace " + file + " is in use by another program")
                    .endsWith("The training goes on, and saving is tried again.");

            statement.execute("COMMIT");
            writer.flush().join();

            long id = writer.id().join();
            assertThat(workspace.epochs(id)).containsExactly(Runs.epoch(1), Runs.epoch(2));
            assertThat(workspace.batches(id).stream().mapToLong(BatchBucket::size).sum()).isEqualTo(20_000);
            assertThat(failures).hasSize(1);
        }
    }

    @Test
    void saysThatTheDiskIsFullAndWritesItLater() throws Exception {
        var file = folder.resolve("workspace.db");
        try (var opened = Workspace.open(file)) {
            assertThat(opened.runs()).isEmpty();
        }
        var database = new Database(file, 1000);
        try (database; var workers = new Workers("test", 1)) {
            database.raw(connection -> {
                Database.execute(connection, "INSERT INTO sessions VALUES (1, 'here', 1, 1, 1)");
                Database.execute(connection, "PRAGMA max_page_count = 1");
                return null;
            });
            var writer = new RunWriter(
                    file,
                    database,
                    workers,
                    connection -> RunRows.insert(connection, Runs.named("large"), 1),
                    10,
                    failures::add);
            for (int epoch = 1; epoch <= 2000; epoch++) {
                writer.epoch(Runs.epoch(epoch));
            }
            assertThatThrownBy(() -> writer.flush().join()).hasMessageContaining("the disk is full");
            assertThat(failures).hasSize(1);

            database.raw(connection -> {
                Database.execute(connection, "PRAGMA max_page_count = 100000");
                return null;
            });
            writer.flush().join();

            long id = writer.id().join();
            List<EpochRecord> epochs = database.read(connection -> HistoryRows.epochs(connection, id));
            assertThat(epochs).hasSize(2000);
        }
    }

    @Test
    void dropsWhatIsSaidOfARunThatWasDeletedMeanwhile() throws Exception {
        var file = folder.resolve("workspace.db");
        try (var workspace = Workspace.open(file);
                var other = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = other.createStatement()) {
            var writer = workspace.record(Runs.named("deleted"), 10, failures::add);
            writer.flush().join();
            statement.execute("DELETE FROM runs");

            writer.epoch(Runs.epoch(1));
            assertThatThrownBy(() -> writer.flush().join()).hasCauseInstanceOf(WorkspaceException.class);
            writer.flush().join();

            assertThat(failures).hasSize(1);
        }
    }
}
