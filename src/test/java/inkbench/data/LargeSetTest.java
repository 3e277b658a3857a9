package inkbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import inkbench.data.format.DatasetFiles;
import inkbench.data.format.idx.IdxBytes;
import inkbench.task.Progress;

/** Sets that are used where they lie on the disk. The files have holes, which take no room there. */
class LargeSetTest {
    private static final int SIDE = 256;
    private static final int IMAGE = SIDE * SIDE;
    // More bytes than an array can have.
    private static final int COUNT = 33_000;

    @TempDir
    private Path folder;

    @Test
    void findsImagesBeyondWhatAnArrayCanHold() throws IOException {
        var last = new byte[IMAGE];
        last[5 * SIDE + 3] = 77;
        write("train-images-idx3-ubyte", 16L + (COUNT - 1L) * IMAGE, last);
        Files.write(folder.resolve("train-labels-idx1-ubyte"), IdxBytes.labels(new int[COUNT]));

        var set = DatasetFiles.open(folder, Progress.NONE).first();

        assertThat(set.size()).isEqualTo(COUNT);
        assertThat(set.pixel(COUNT - 1, 3, 5)).isEqualTo(77);
        assertThat(set.pixel(COUNT - 2, 3, 5)).isZero();
        assertThat(set.image(COUNT - 1)).isEqualTo(last);
        assertThat(set.subset(new int[]{COUNT - 1}).pixel(0, 3, 5)).isEqualTo(77);
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        write("images-idx3-ubyte", 16L + (COUNT - 1L) * IMAGE, new byte[IMAGE - 1]);

        assertThatThrownBy(() -> DatasetFiles.open(folder, Progress.NONE)).isInstanceOf(DataException.class)
                .hasMessageContaining("images-idx3-ubyte")
                .hasMessageContaining("2,162,688,000")
                .hasMessageContaining("2,162,687,999");
    }

    @Test
    void saysWhatIsTooMuch() throws IOException {
        write("images-idx3-ubyte", 16L + (COUNT - 1L) * IMAGE, new byte[IMAGE + 1]);

        assertThatThrownBy(() -> DatasetFiles.open(folder, Progress.NONE)).isInstanceOf(DataException.class)
                .hasMessageContaining("images-idx3-ubyte");
    }

    private void write(String name, long place, byte[] bytes) throws IOException {
        try (var file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
            file.write(IdxBytes.images(COUNT, SIDE, SIDE));
            file.seek(place);
            file.write(bytes);
        }
    }
}
