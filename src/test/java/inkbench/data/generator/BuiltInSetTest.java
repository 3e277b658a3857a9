package inkbench.data.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import inkbench.data.Part;
import inkbench.data.format.DatasetFiles;
import inkbench.task.Progress;

class BuiltInSetTest {
    @TempDir
    Path folder;

    @Test
    void comesWithTheApp() throws Exception {
        var digits = BuiltInSet.load();
        assertThat(digits.name()).isEqualTo("Built-in digits");
        assertThat(digits.width()).isEqualTo(28);
        assertThat(digits.height()).isEqualTo(28);
        assertThat(digits.part(Part.TRAIN).orElseThrow().classCounts()).containsOnly(1000);
        assertThat(digits.part(Part.TEST).orElseThrow().classCounts()).containsOnly(200);
    }

    @Test
    void canBeMadeAgainBitByBit() throws Exception {
        BuiltInSet.write(folder, Progress.NONE);
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(
                    "train-images-idx3-ubyte.gz",
                    "train-labels-idx1-ubyte.gz",
                    "test-images-idx3-ubyte.gz",
                    "test-labels-idx1-ubyte.gz");
        }
        try (var files = Files.list(folder)) {
            assertThat(files).allSatisfy(
                    file -> assertThat(content(file)).isEqualTo(content(Path.of("data").resolve(file.getFileName()))));
        }
        assertThat(DatasetFiles.open(folder, Progress.NONE).sha256()).isEqualTo(BuiltInSet.load().sha256());
    }

    /** What is packed; how tightly differs between versions of zlib. */
    private static byte[] content(Path file) throws Exception {
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }

    @Test
    void writesAnyOtherNumberOfDigits() throws Exception {
        BuiltInSet.write(folder.resolve("new"), 30, 20, 9, Progress.NONE);
        var written = DatasetFiles.open(folder.resolve("new"), Progress.NONE);
        assertThat(written.sha256()).isEqualTo(DigitGenerator.generate(30, 20, 9, Progress.NONE).sha256());
    }
}
