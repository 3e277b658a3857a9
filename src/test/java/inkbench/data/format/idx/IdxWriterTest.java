package inkbench.data.format.idx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import inkbench.data.Dataset;
import inkbench.data.format.DatasetFiles;
import inkbench.task.Progress;

class IdxWriterTest {
    private static final byte[] PIXELS = {0, 1, 2, 3, 4, (byte) 255};

    @TempDir
    private Path folder;

    private Path images;
    private Path labels;

    @BeforeEach
    void nameFiles() {
        images = folder.resolve("train-images-idx3-ubyte.gz");
        labels = folder.resolve("train-labels-idx1-ubyte.gz");
    }

    @Test
    void writesTheFormatOfMnist() throws IOException {
        IdxWriter.write(dataset(new byte[]{7, 9}), images, labels);

        assertThat(unpacked(images)).isEqualTo(IdxBytes.images(2, 1, 3, 0, 1, 2, 3, 4, 255));
        assertThat(unpacked(labels)).isEqualTo(IdxBytes.labels(7, 9));
    }

    @Test
    void writesWhatIsReadAgain() throws IOException {
        var dataset = dataset(new byte[]{7, 9});

        IdxWriter.write(dataset, images, labels);
        var read = DatasetFiles.open(folder, Progress.NONE).first();

        assertThat(read.provenance().sha256()).isEqualTo(dataset.provenance().sha256());
    }

    @Test
    void writesOnlyTheImagesOfAView() throws IOException {
        IdxWriter.write(dataset(new byte[]{7, 9}).subset(new int[]{1}), images, labels);

        assertThat(unpacked(images)).isEqualTo(IdxBytes.images(1, 1, 3, 3, 4, 255));
        assertThat(unpacked(labels)).isEqualTo(IdxBytes.labels(9));
    }

    @Test
    void putsNoTimeIntoTheGzipHeader() throws IOException {
        IdxWriter.write(dataset(new byte[]{7, 9}), images, labels);

        var header = Files.readAllBytes(images);
        // RFC 1952: the modification time is at 4 to 7, and 0 means none.
        assertThat(new byte[]{header[4], header[5], header[6], header[7]}).containsOnly(0);
    }

    @Test
    void needsLabels() {
        assertThatThrownBy(() -> IdxWriter.write(dataset(new byte[0]), images, labels))
                .isInstanceOf(IllegalStateException.class);
        assertThat(images).doesNotExist();
    }

    private static Dataset dataset(byte[] labels) {
        return Dataset.of("small", 3, 1, Dataset.DIGITS, PIXELS, labels, "test");
    }

    private static byte[] unpacked(Path file) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }
}
