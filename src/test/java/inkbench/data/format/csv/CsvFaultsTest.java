package inkbench.data.format.csv;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import inkbench.data.DataException;
import inkbench.task.Progress;

class CsvFaultsTest {
    private static final String HEADER = "label,pixel0,pixel1,pixel2,pixel3";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            digit,pixel0       | has “digit” as the name of its first column, but “label” or “pixel0” was expected
            label,pixel2       | has “pixel2” as the name of column 2, but “pixel0” was expected
            label,pixel0,pixel0| has “pixel0” as the name of column 3, but “pixel1” was expected
            pixel0,pixel1,x    | has “x” as the name of column 3, but “pixel2” was expected
            """)
    void saysWhichColumnNameIsWrong(String header, String sentence) {
        assertFault(header + "\n0,0,0,0,0\n", " " + sentence + ": choose a CSV as Kaggle's digit recognizer has it.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            label                      | 0
            label,pixel0,pixel1        | 2
            pixel0,pixel1,pixel2       | 3
            """)
    void saysThatAnImageIsNoSquare(String header, int pixels) {
        assertFault(
                header + "\n0,0,0\n",
                " has " + pixels
                        + " pixel columns, but a square number such as 784 (28×28) was expected: choose a CSV as"
                        + " Kaggle's digit recognizer has it.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,0,0,0       | 4 columns
            1,0,0,0,0,0   | 6 columns
            1             | one column
            1,0,0,0,0,    | 6 columns
            """)
    void saysThatAColumnIsMissingOrTooMuch(String row, String columns) {
        assertFault(
                HEADER + "\n0,0,0,0,0\n" + row + "\n0,0,0,0,0\n",
                ", line 3, has " + columns
                        + ", but its header has 5: correct that line, or download the file again.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,0,256,0,0   | 3 | pixel1 | 256   | 255
            1,0,0,0,1000  | 5 | pixel3 | 1000  | 255
            1,-1,0,0,0    | 2 | pixel0 | -1    | 255
            1,0,x,0,0     | 3 | pixel1 | x     | 255
            1,0,0.0,0,0   | 3 | pixel1 | 0.0   | 255
            1,0,,0,0      | 3 | pixel1 | ''    | 255
            1,0,0,0,NA    | 5 | pixel3 | NA    | 255
            62,0,0,0,0    | 1 | label  | 62    | 61
            -1,0,0,0,0    | 1 | label  | -1    | 61
            seven,0,0,0,0 | 1 | label  | seven | 61
            """)
    void saysWhichValueIsWrongAndWhere(String row, int column, String name, String found, int largest) {
        assertFault(
                HEADER + "\r\n0,0,0,0,0\r\n" + row + "\r\n0,0,0,0,0\r\n",
                ", line 3, column " + column + " (" + name + "): “" + found
                        + "” was found, but a whole number from 0 to "
                        + largest + " was expected: correct that line, or download the file again.");
    }

    @Test
    void countsEmptyLinesToo() {
        assertFault(
                HEADER + "\n\n\n0,0,0,0,x",
                ", line 4, column 5 (pixel3): “x” was found, but a whole number from 0 to 255 was expected: correct that"
                        + " line, or download the file again.");
    }

    @Test
    void cutsOffWhatIsTooLongToBeShown() {
        assertThatThrownBy(() -> read("x".repeat(300_000))).isInstanceOf(DataException.class)
                .hasMessageContaining("has “xxxxxxxxxxxxxxxxxxxx…” as the name of its first column");
    }

    @Test
    void saysThatThereAreNoRows() {
        assertFault(HEADER + "\n", " has a header but no rows: download or copy it again.");
    }

    @Test
    void saysThatTheFileIsEmpty() {
        assertFault("", " is empty, but data was expected: download or copy it again.");
    }

    @Test
    void refusesImagesThatAreNoDigits() {
        var header = IntStream.range(0, 257 * 257).mapToObj(i -> "pixel" + i).collect(Collectors.joining(","));

        assertFault(
                header + "\n0\n",
                " has 66049 columns, but at most 65537 were expected, a label and an image of 256×256 pixels: scale the"
                        + " images down.");
    }

    private void assertFault(String text, String sentence) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(DataException.class)
                .hasMessage(folder.resolve("digits.csv") + sentence);
    }

    private void read(String text) throws IOException {
        CsvFiles.read(Files.writeString(folder.resolve("digits.csv"), text), Progress.NONE, note -> {});
    }
}
