package inkbench.app.strokes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import inkbench.data.DataException;
import inkbench.ink.Drawing;
import inkbench.ink.InkPoint;
import inkbench.ink.Stroke;

class StrokeFileTest {
    private static final String DOT = "{\"strokes\":[[[1,2]]]}\n";

    @TempDir
    Path folder;

    private Path file(String text) throws Exception {
        return Files.writeString(folder.resolve("digits.jsonl"), text);
    }

    @Test
    void readsIdLabelAndStrokes() throws Exception {
        var file = file("""
                {"id":"a-1","source":"x","label":7,"w":0.5,"strokes":[[[0,0.25,0],[1e1,-2,10]],[[3,4,500]]]}
                """);
        var drawing = new Drawing(
                List.of(
                        new Stroke(List.of(new InkPoint(0, 0.25, 0), new InkPoint(10, -2, 10))),
                        new Stroke(List.of(new InkPoint(3, 4, 500)))));
        assertThat(StrokeFile.read(file)).containsExactly(new StrokeSample("a-1", OptionalInt.of(7), drawing));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            "id":"b",    | b
            "id":17,     | 17
            "id":null,   | 3
                         | 3
            """)
    void takesTheLineForAMissingId(String field, String id) throws Exception {
        var file = file("\n \t\r\n{%s\"strokes\":[[[1,2]]]}".formatted(field == null ? "" : field));
        assertThat(StrokeFile.read(file)).extracting(StrokeSample::id).containsExactly(id);
    }

    @Test
    void leavesALabelThatIsNotThereEmpty() throws Exception {
        assertThat(StrokeFile.read(file(DOT + "{\"label\":null,\"strokes\":[[[1,2,3]]]}\r\n")))
                .extracting(StrokeSample::label)
                .containsExactly(OptionalInt.empty(), OptionalInt.empty());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            [1,2]                                | expected a JSON object with a field "strokes", found [1,2].
            7                                    | expected a JSON object with a field "strokes", found 7.
            {}                                   | expected "strokes" to be a list of at least one stroke, found nothing.
            {"strokes":{}}                       | expected "strokes" to be a list of at least one stroke, found {}.
            {"strokes":[]}                       | expected "strokes" to be a list of at least one stroke, found [].
            {"strokes":[[]]}                     | expected a stroke to be a list of at least one point, found [].
            {"strokes":[[1,2]]}                  | expected a point to be a list of numbers: x, y and, optionally, milliseconds, found 1.
            {"strokes":[[[1]]]}                  | expected a point to be a list of numbers: x, y and, optionally, milliseconds, found [1].
            {"strokes":[[[1,2,3,4]]]}            | expected a point to be a list of numbers: x, y and, optionally, milliseconds, found [1,2,3,4].
            {"strokes":[[{"x":1,"y":2}]]}        | expected a point to be a list of numbers: x, y and, optionally, milliseconds, found {"x":1,"y":2}.
            {"strokes":[[[1,"2"]]]}              | expected a point to be a list of numbers: x, y and, optionally, milliseconds, found [1,"2"].
            {"strokes":[[[1,null]]]}             | expected a point to be a list of numbers: x, y and, optionally, milliseconds, found [1,null].
            {"label":10,"strokes":[[[1,2]]]}     | expected "label" to be a digit from 0 to 9, found 10.
            {"label":"7","strokes":[[[1,2]]]}    | expected "label" to be a digit from 0 to 9, found "7".
            {"label":99999999999,"strokes":[]}   | expected "label" to be a digit from 0 to 9, found 99999999999.
            {"id":{},"strokes":[[[1,2]]]}        | expected "id" to be a text or a number, found {}.
            """)
    void saysWhatIsWrongInWhichLine(String line, String complaint) throws Exception {
        var file = file(DOT + line + "\n");
        assertThatThrownBy(() -> StrokeFile.read(file)).isInstanceOf(DataException.class)
                .hasMessage(file + ", line 2: " + complaint);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            hello                         | 1
            {"strokes":[[[1,2]]           | 20
            {"strokes":[[[1,NaN]]]}       | 20
            {"strokes":[[[1,2]]]} {}      | 23
            """)
    void saysWhereTextIsNoJson(String line, int column) throws Exception {
        var file = file(DOT + line + "\n");
        assertThatThrownBy(() -> StrokeFile.read(file)).isInstanceOf(DataException.class)
                .hasMessageStartingWith(
                        file + ", line 2, column " + column + ": expected a JSON object such as {\"id\"");
    }

    @Test
    void refusesNumbersThatNoDoubleHolds() throws Exception {
        var file = file("{\"strokes\":[[[1,1e999]]]}");
        assertThatThrownBy(() -> StrokeFile.read(file)).isInstanceOf(DataException.class)
                .hasMessageContaining("line 1: expected a point");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", " \r\n\t\n"})
    void refusesAFileWithoutDrawings(String text) throws Exception {
        var file = file(text);
        assertThatThrownBy(() -> StrokeFile.read(file)).isInstanceOf(DataException.class)
                .hasMessage(file + " holds no drawings: expected one JSON object per line, found none.");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        var file = folder.resolve("none.jsonl");
        assertThatThrownBy(() -> StrokeFile.read(file)).isInstanceOf(DataException.class)
                .hasMessage("There is no file " + file + ": check the name.");
    }

    @Test
    void refusesAFolder() {
        assertThatThrownBy(() -> StrokeFile.read(folder)).isInstanceOf(DataException.class)
                .hasMessage(folder + " is not a file: choose a file with one drawing per line.");
    }

    @Test
    void stopsAtALineThatIsTooLong() {
        var input = new ByteArrayInputStream((DOT + "x".repeat(100)).getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> StrokeFile.read(input, "digits", 50, 1000)).isInstanceOf(DataException.class)
                .hasMessageStartingWith("digits, line 2: expected a drawing in at most 50 bytes");
        assertThat(input.available()).as("nothing but the rest of a buffer").isLessThan(100);
    }

    @Test
    void stopsAtAFileThatIsTooLarge() {
        var input = new ByteArrayInputStream(DOT.repeat(100_000).getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> StrokeFile.read(input, "digits", 50, 1 << 20)).isInstanceOf(DataException.class)
                .hasMessage("digits is too large: expected at most 1 MiB; split it into smaller files.");
    }

    @Test
    void shortensWhatItFound() throws Exception {
        var file = file("{\"strokes\":\"%s\"}".formatted("a".repeat(1000)));
        assertThatThrownBy(() -> StrokeFile.read(file)).isInstanceOf(DataException.class)
                .hasMessageEndingWith("found \"" + "a".repeat(39) + "….");
    }
}
