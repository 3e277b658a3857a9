package inkbench.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import inkbench.data.DataException;
import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.task.Progress;
import inkbench.testing.SyntheticData;

class DatasetWriterTest {
    @TempDir
    private Path folder;

    private final PartedDataset set = SyntheticData.parted("made", 20, 10);

    @Test
    void saysWhatItWrote() throws IOException {
        var target = folder.resolve("new/set");

        var written = new DatasetWriter().write(set, DatasetFormat.IDX, target, Progress.NONE);

        assertThat(written).containsExactly(
                new DatasetWriter.Written(target.resolve("test-images-idx3-ubyte"), 1, 16 + 10 * 784),
                new DatasetWriter.Written(target.resolve("test-labels-idx1-ubyte"), 1, 18),
                new DatasetWriter.Written(target.resolve("train-images-idx3-ubyte"), 1, 16 + 20 * 784),
                new DatasetWriter.Written(target.resolve("train-labels-idx1-ubyte"), 1, 28));
        assertThat(written).allSatisfy(file -> assertThat(file.path()).hasSize(file.bytes()));
    }

    @Test
    void countsPicturesByFolder() throws IOException {
        var target = folder.resolve("set");

        var written = new DatasetWriter().write(set, DatasetFormat.PNG, target, Progress.NONE);

        assertThat(written).hasSize(20).extracting(DatasetWriter.Written::files).containsOnly(1L, 2L);
        assertThat(target.resolve("train/7/00017.png")).exists();
    }

    @Test
    void writesIntoAnEmptyFolder() throws IOException {
        var target = Files.createDirectory(folder.resolve("set"));

        new DatasetWriter().write(set, DatasetFormat.CSV, target, Progress.NONE);

        assertThat(target.resolve("train.csv")).exists();
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @ParameterizedTest
    @EnumSource
    void neverReplacesWhatIsThere(DatasetFormat format) throws IOException {
        var file = Files.writeString(folder.resolve("set"), "mine");
        var other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("a.txt"), "mine");

        for (var target : List.of(file, other)) {
            assertThatThrownBy(() -> new DatasetWriter().write(set, format, target, Progress.NONE))
                    .isInstanceOf(DataException.class)
                    .hasMessage(
                            target + " is there already, but a new name or an empty folder was expected: choose another"
                                    + " name, or move it away.");
        }

        assertThat(file).hasContent("mine");
        assertThat(other.resolve("a.txt")).hasContent("mine");
    }

    @ParameterizedTest
    @EnumSource
    void leavesNothingBehindOnADiskThatFillsUp(DatasetFormat format) {
        var target = folder.resolve("set");

        for (int room : new int[]{0, 1, 500}) {
            var writer = new DatasetWriter(new FullDisk(room, Long.MAX_VALUE));
            assertThatThrownBy(() -> writer.write(set, format, target, Progress.NONE))
                    .isInstanceOf(DataException.class)
                    .hasMessage(
                            target + " could not be written (No space left on device), and nothing was left behind: free"
                                    + " some space there, or choose another place.");
            assertThat(folder).isEmptyDirectory();
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesAtOnceWhatIsTooLargeForTheDisk(DatasetFormat format) {
        var target = folder.resolve("new/set");
        var large = SyntheticData.parted("made", 4_000, 1_000);
        var writer = new DatasetWriter(new FullDisk(0, 100_000));

        assertThatThrownBy(() -> writer.write(large, format, target, Progress.NONE))
                .isInstanceOf(DataException.class)
                .hasMessageMatching(
                        Pattern.quote(target.toString()) + " needs about [\\d,.]+ MB, but 0\\.1 MB are free in "
                                + Pattern.quote(folder.toString())
                                + ": free some space there, or choose another place\\.");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @EnumSource
    void estimatesTheSizeOfAnExport(DatasetFormat format) throws IOException {
        var large = SyntheticData.parted("made", 4_000, 1_000);
        var written = new DatasetWriter().write(large, format, folder.resolve("set"), Progress.NONE);

        // A picture takes a block of the disk, however small it is.
        long bytes = format == DatasetFormat.PNG
                ? 5_000 * 4_096
                : written.stream().mapToLong(DatasetWriter.Written::bytes).sum();
        assertThat(ExportSize.of(large, format)).isCloseTo(bytes, withinPercentage(4));
    }

    @ParameterizedTest
    @EnumSource
    void leavesNothingBehindWhenItIsCancelled(DatasetFormat format) {
        var halfway = new Progress() {
            private long seen;

            @Override
            public void report(long done, long total) {
                seen = done;
            }

            @Override
            public boolean cancelled() {
                return seen > 12;
            }
        };

        assertThatThrownBy(() -> new DatasetWriter().write(set, format, folder.resolve("set"), halfway))
                .isInstanceOf(CancellationException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @EnumSource
    void reportsEveryImage(DatasetFormat format) throws IOException {
        var reports = new ArrayList<Long>();

        new DatasetWriter().write(set, format, folder.resolve("set"), new Progress() {
            @Override
            public void report(long done, long total) {
                assertThat(total).isEqualTo(30);
                reports.add(done);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        });

        assertThat(reports).isSorted().hasSize(30).endsWith(30L);
    }

    @Test
    void refusesACsvOfImagesThatAreNotSquare() {
        var images = Dataset.of("wide", 3, 1, Dataset.DIGITS, new byte[3], new byte[]{1}, "test");
        var wide = new PartedDataset("wide", Map.of(Part.TRAIN, images));

        assertThatThrownBy(
                () -> new DatasetWriter().write(wide, DatasetFormat.CSV, folder.resolve("w.csv"), Progress.NONE))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "The images of wide are 3×1 pixels, but a CSV has square images only: choose another format.");
    }

    /**
     * A disk with little room.
     *
     * @param room
     *            bytes that can be written
     * @param free
     *            bytes that it claims to have
     */
    private static final class FullDisk implements Disk {
        private final LocalDisk disk = new LocalDisk();
        private final long free;
        private long room;

        FullDisk(long room, long free) {
            this.room = room;
            this.free = free;
        }

        @Override
        public OutputStream create(Path file) throws IOException {
            return new FilterOutputStream(disk.create(file)) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    room -= length;
                    if (room < 0) {
                        throw new IOException("No space left on device");
                    }
                    out.write(bytes, offset, length);
                }
            };
        }

        @Override
        public void sync(Path file) throws IOException {
            disk.sync(file);
        }

        @Override
        public long free(Path folder) throws FileSystemException {
            return free;
        }
    }
}
