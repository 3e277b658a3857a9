package inkbench.data.format.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import inkbench.data.DataException;
import inkbench.data.format.idx.IdxBytes;
import inkbench.data.format.source.ReadProgress;
import inkbench.data.format.source.SourceFile;

class KaggleCsvReaderTest {
    private static final String HEADER = "label,pixel0,pixel1,pixel2,pixel3";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {
            "label,pixel0,pixel1,pixel2,pixel3\n7,0,9,10,255\n0,0,0,0,0\n",
            "label,pixel0,pixel1,pixel2,pixel3\n7,0,9,10,255\n0,0,0,0,0",
            "label,pixel0,pixel1,pixel2,pixel3\r\n7,0,9,10,255\r\n0,0,0,0,0\r\n",
            "label,pixel0,pixel1,pixel2,pixel3\r\n7,0,9,10,255\r\n0,0,0,0,0\r",
            "\"label\",\"pixel0\",\"pixel1\",\"pixel2\",\"pixel3\"\n7,0,9,10,255\n0,0,0,0,0\n\n",
            "\ufefflabel,pixel0,pixel1,pixel2,pixel3\n7,000,09,010,255\n\n0,0,0,0,0\n"})
    void readsLabelledImagesHoweverTheLinesEnd(String text) throws IOException {
        var images = read(text);

        assertThat(images.side()).isEqualTo(2);
        assertThat(images.labels()).containsExactly(7, 0);
        assertThat(images.pixels()).containsExactly(0, 9, 10, (byte) 255, 0, 0, 0, 0);
    }

    @Test
    void readsImagesWithoutLabels() throws IOException {
        var images = read("pixel0,pixel1,pixel2,pixel3\n1,2,3,4\n");

        assertThat(images.labels()).isEmpty();
        assertThat(images.pixels()).containsExactly(1, 2, 3, 4);
    }

    @ParameterizedTest
    @CsvSource({"1, 3", "3, 1000", "28, 1500", "28, 5"})
    void readsWhatWasWrittenAcrossManyBuffers(int side, int count) throws IOException {
        var random = new SplittableRandom(side);
        var pixels = new byte[count * side * side];
        for (int i = 0; i < pixels.length; i++) {
            // Long runs of background, as in real images, take the fast path.
            pixels[i] = (byte) (random.nextInt(12) > 0 && i % 40 < 30 ? 0 : random.nextInt(256));
        }
        var labels = IntStream.range(0, count).map(i -> random.nextInt(10)).toArray();
        var text = csv(side, pixels, labels);

        var plain = read(text);
        var packed = read(IdxBytes.gzip(text.getBytes(StandardCharsets.US_ASCII)));

        assertThat(plain.pixels()).isEqualTo(pixels);
        assertThat(packed.pixels()).isEqualTo(pixels);
        assertThat(plain.labels()).containsExactly(labels);
        assertThat(packed.labels()).containsExactly(labels);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            digit,pixel0       | has “digit” as the name of its first column, but “label” or “pixel0” was expected
            1,2,3,4,5          | has “1” as the name of its first column, but “label” or “pixel0” was expected
            label,pixel1       | has “pixel1” as the name of column 2, but “pixel0” was expected
            label,pixel0,pixel0| has “pixel0” as the name of column 3, but “pixel1” was expected
            pixel0,label       | has “label” as the name of column 2, but “pixel1” was expected
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
            1,0,0,0       | 4
            1,0,0,0,0,0   | 6
            1             | 1
            1,0,0,0,0,    | 6
            """)
    void saysThatAColumnIsMissingOrTooMuch(String row, int columns) {
        assertFault(
                HEADER + "\n0,0,0,0,0\n" + row + "\n0,0,0,0,0\n",
                ", line 3, has " + columns
                        + " columns, but its header has 5: correct that line, or download the file again.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,0,256,0,0   | 3 | pixel1 | 256   | 255
            1,0,0,0,1000  | 5 | pixel3 | 1000  | 255
            1,-1,0,0,0    | 2 | pixel0 | -1    | 255
            1,0,x,0,0     | 3 | pixel1 | x     | 255
            1,0,0.0,0,0   | 3 | pixel1 | 0.0   | 255
            1,0,1e1,0,0   | 3 | pixel1 | 1e1   | 255
            1,0,,0,0      | 3 | pixel1 | ''    | 255
            1,0,' 1',0,0  | 3 | pixel1 | ' 1'  | 255
            1,0,0,0,NA    | 5 | pixel3 | NA    | 255
            10,0,0,0,0    | 1 | label  | 10    | 9
            -1,0,0,0,0    | 1 | label  | -1    | 9
            seven,0,0,0,0 | 1 | label  | seven | 9
            """)
    void saysWhichValueIsWrongAndWhere(String row, int column, String name, String found, int largest) {
        assertFault(
                HEADER + "\r\n0,0,0,0,0\r\n" + row.replace("'", "") + "\r\n0,0,0,0,0\r\n",
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
    void findsTheLineOfAFaultFarBehindTheFirstBuffer() {
        var good = csv(28, new byte[784 * 1500], new int[1500]);

        assertThatThrownBy(() -> read(good + good.lines().skip(1).findFirst().orElseThrow().replaceFirst("0$", "300")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(", line 1502, column 785 (pixel783): “300” was found");
    }

    @Test
    void cutsOffWhatIsTooLongToBeShown() {
        assertThatThrownBy(() -> read("x".repeat(3_000_000))).isInstanceOf(DataException.class)
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
                " has 66049 pixel columns, images of 257×257 pixels, but a side may have 256 at most: scale the images"
                        + " down.");
    }

    private static String csv(int side, byte[] pixels, int[] labels) {
        int size = side * side;
        var text = new StringBuilder("label");
        for (int i = 0; i < size; i++) {
            text.append(",pixel").append(i);
        }
        for (int i = 0; i < labels.length; i++) {
            text.append('\n').append(labels[i]);
            for (int p = 0; p < size; p++) {
                text.append(',').append(Byte.toUnsignedInt(pixels[i * size + p]));
            }
        }
        return text.append('\n').toString();
    }

    private void assertFault(String text, String sentence) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(DataException.class)
                .hasMessage(folder.resolve("digits.csv") + sentence);
    }

    private KaggleCsvReader.Images read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private KaggleCsvReader.Images read(byte[] content) throws IOException {
        var path = Files.write(folder.resolve("digits.csv"), content);
        return KaggleCsvReader.read(new SourceFile(path), content.length, ReadProgress.NONE);
    }
}
