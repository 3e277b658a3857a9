package inkbench.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.OptionalInt;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import inkbench.ink.Drawing;
import inkbench.ink.InkPoint;
import inkbench.ink.Stroke;
import inkbench.store.drawing.DrawnDigit;

class KeptDigitsTest {
    @TempDir
    private Path folder;
    private Path file;
    private Workspace workspace;

    @BeforeEach
    void open() throws Exception {
        file = folder.resolve("workspace.db");
        workspace = Workspace.open(file);
    }

    @AfterEach
    void close() throws Exception {
        workspace.close();
    }

    @Test
    void givesBackEveryPointAsItWas() throws Exception {
        var digits = List.of(digit(7, OptionalInt.of(1)), digit(3, OptionalInt.empty()));
        workspace.keepDigits(digits);
        workspace.close();
        workspace = Workspace.open(file);
        var kept = workspace.digits();
        assertThat(kept).extracting(each -> each.digit()).containsExactly(digits.get(1), digits.get(0));
        assertThat(kept).extracting(each -> each.id()).containsExactly(2L, 1L);
    }

    @Test
    void relabelsDeletesAndRestores() throws Exception {
        var kept = workspace.keepDigits(List.of(digit(7, OptionalInt.empty()), digit(3, OptionalInt.empty())));
        workspace.relabelDigit(kept.getFirst().id(), 9);
        assertThat(workspace.digits().getLast().digit().label()).isEqualTo(9);
        workspace.deleteDigit(1);
        workspace.relabelDigit(1, 5);
        assertThat(workspace.digits()).containsExactly(kept.getLast());
        workspace.restoreDigit(kept.getFirst());
        assertThat(workspace.digits()).containsExactly(kept.getLast(), kept.getFirst());
    }

    @Test
    void neverGivesANumberTwice() throws Exception {
        workspace.keepDigits(List.of(digit(7, OptionalInt.empty())));
        workspace.deleteDigit(1);
        assertThat(workspace.keepDigits(List.of(digit(7, OptionalInt.empty()))).getFirst().id()).isEqualTo(2);
    }

    @Test
    void saysThatADrawingCannotBeRead() throws Exception {
        workspace.keepDigits(List.of(digit(7, OptionalInt.empty())));
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE drawings SET strokes = '1,2'");
        }
        assertThatThrownBy(workspace::digits).isInstanceOf(WorkspaceException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("drawing 1 is not readable");
    }

    @Test
    void bringsAWorkspaceOfTheFirstFormatToThisOne() throws Exception {
        var old = folder.resolve("old.db");
        var first = new String(Migrations.class.getResourceAsStream("migration-1.sql").readAllBytes());
        try (var before = Workspace.open(old, new Migrations(List.of(first)), 1000)) {
            before.record(Runs.named("old"), 10, failure -> {}).flush().join();
        }
        try (var now = Workspace.open(old)) {
            assertThat(now.runs()).hasSize(1);
            assertThat(now.digits()).isEmpty();
            assertThat(now.keepDigits(List.of(digit(1, OptionalInt.empty())))).hasSize(1);
        }
    }

    private static DrawnDigit digit(int label, OptionalInt readAs) {
        var first = new Stroke(List.of(new InkPoint(-0.1, 1.0 / 3, 0), new InkPoint(1e-7, 2, 16.67)));
        var dot = new Stroke(List.of(new InkPoint(0.25, -1e300, 400)));
        return new DrawnDigit(label, new Drawing(List.of(first, dot)), readAs, "cnn, \"best\"", Runs.NOON);
    }
}
