package inkbench.data.format.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    @ValueSource(strings = {"", "\n", "digit,pixel0\n0,0\n", "1,2,3,4,5\n", "label,pixel1\n0,0\n",
            "pixel0,label\n0,0\n",
            "label\n0\n", "label,pixel0,pixel1\n0,0,0\n", "label,pixel0\n", "label;pixel0\n0;0\n"})
    void leavesFilesThatBeginOtherwiseToOthers(String text) throws IOException {
        assertThat(strictly(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,0,0,0", "1,0,0,0,0,0", "1", "1,0,0,0,0,", "1,0,256,0,0", "1,0,0,0,1000", "1,-1,0,0,0",
            "1,0,x,0,0", "1,0,0.0,0,0", "1,0,1e1,0,0", "1,0,,0,0", "1,0, 1,0,0", "1,0,0,0,NA", "10,0,0,0,0",
            "-1,0,0,0,0", "seven,0,0,0,0"})
    void leavesFilesWithAnotherRowToOthers(String row) throws IOException {
        assertThat(strictly(HEADER + "\n0,0,0,0,0\n" + row + "\n0,0,0,0,0\n")).isEmpty();
        assertThat(strictly(HEADER + "\r\n0,0,0,0,0\r\n" + row)).isEmpty();
    }

    @Test
    void leavesImagesThatAreNoDigitsToOthers() throws IOException {
        var header = IntStream.range(0, 257 * 257).mapToObj(i -> "pixel" + i).collect(Collectors.joining(","));

        assertThat(strictly(header + "\n0\n")).isEmpty();
        assertThat(strictly("x".repeat(3_000_000))).isEmpty();
    }

    @Test
    void findsABadRowFarBehindTheFirstBuffer() throws IOException {
        var good = csv(28, new byte[784 * 1500], new int[1500]);
        var row = good.lines().skip(1).findFirst().orElseThrow();

        assertThat(read(good + row).labels()).hasSize(1501);
        assertThat(strictly(good + row.replaceFirst("0$", "300"))).isEmpty();
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

    private KaggleCsvReader.Images read(String text) throws IOException {
        return strictly(text).orElseThrow();
    }

    private KaggleCsvReader.Images read(byte[] content) throws IOException {
        return strictly(content).orElseThrow();
    }

    private Optional<KaggleCsvReader.Images> strictly(String text) throws IOException {
        return strictly(text.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<KaggleCsvReader.Images> strictly(byte[] content) throws IOException {
        var path = Files.write(folder.resolve("digits.csv"), content);
        return KaggleCsvReader.read(new SourceFile(path), content.length, ReadProgress.NONE);
    }
}
