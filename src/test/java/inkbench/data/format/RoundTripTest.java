package inkbench.data.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.task.Progress;
import inkbench.testing.TestData;

/** What is written in one format, read, and written in another, is still the same to the last bit. */
class RoundTripTest {
    private static final byte[] NO_LABELS = {};

    @TempDir
    private Path folder;

    static List<Arguments> pairs() {
        var pairs = new ArrayList<Arguments>();
        for (var from : DatasetFormat.values()) {
            for (var to : DatasetFormat.values()) {
                pairs.add(Arguments.of(from, to));
            }
        }
        return pairs;
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void everyFormatBecomesEveryOther(DatasetFormat from, DatasetFormat to) throws IOException {
        var set = new PartedDataset(
                "digits",
                Map.of(Part.TRAIN, random(40, 6, 6, 10, 1), Part.TEST, random(15, 6, 6, 10, 2)));

        assertSame(written(written(set, from), to), set);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void labelsUpToSixtyOneStay(DatasetFormat from, DatasetFormat to) throws IOException {
        var set = new PartedDataset("letters", Map.of(Part.TRAIN, random(124, 3, 3, 62, 3)));

        assertSame(written(written(set, from), to), set);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void imagesWithoutLabelsStay(DatasetFormat from, DatasetFormat to) throws IOException {
        var images = Dataset.of("test", 4, 4, Dataset.DIGITS, pixels(20 * 16, 4), NO_LABELS, "test");
        var set = new PartedDataset("test", Map.of(Part.TEST, images));

        assertSame(written(written(set, from), to), set);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CSV")
    void widthAndHeightMayDiffer(DatasetFormat format) throws IOException {
        var set = new PartedDataset("wide", Map.of(Part.HOLDOUT, random(20, 256, 3, 10, 5)));

        assertSame(written(set, format), set);
    }

    @ParameterizedTest
    @EnumSource
    void viewsAreWrittenInTheirOrder(DatasetFormat format) throws IOException {
        var view = random(30, 3, 3, 10, 6).subset(new int[]{7, 3, 29, 0});
        var set = new PartedDataset("view", Map.of(Part.TRAIN, view));

        assertSame(written(set, format), set);
    }

    @ParameterizedTest
    @EnumSource
    void theSameImagesGiveTheSameBytes(DatasetFormat format) throws IOException {
        var set = new PartedDataset("same", Map.of(Part.TRAIN, random(30, 3, 3, 10, 7)));

        assertThat(hashes(written(set, format), format)).isEqualTo(hashes(written(set, format), format));
    }

    @Test
    void classNamesStayInFolders() throws IOException {
        var names = List.of("7", "10", "A", "Z", "b");
        var images = Dataset.of("letters", 1, 1, names, new byte[]{1, 2, 3}, new byte[]{4, 0, 2}, "test");

        var read = DatasetFiles
                .open(written(new PartedDataset("letters", Map.of(Part.TRAIN, images)), DatasetFormat.PNG),
                        Progress.NONE);

        assertThat(read.first().classNames()).isEqualTo(names);
        assertThat(read.first().provenance().sha256()).isEqualTo(images.provenance().sha256());
    }

    @ParameterizedTest
    @EnumSource
    void realDigitsStay(DatasetFormat format) throws IOException {
        var small = DatasetFiles.open(TestData.folder().resolve("mnist/mnist_small.npz"), Progress.NONE);

        assertThat(small.part(Part.TRAIN).orElseThrow().size()).isEqualTo(2000);
        assertThat(small.part(Part.TEST).orElseThrow().size()).isEqualTo(500);
        assertSame(written(small, format), small);
    }

    @ParameterizedTest
    @EnumSource
    void kagglesOwnRowsStay(DatasetFormat format) throws IOException {
        var rows = DatasetFiles.open(TestData.folder().resolve("kaggle/real_kaggle_sample_500rows.csv"), Progress.NONE);

        assertSame(written(rows, format), rows);
    }

    private int places;

    private Path written(PartedDataset set, DatasetFormat format) throws IOException {
        boolean file = format.isFile(set.parts().size());
        // A single file tells its part by its name only.
        var name = file && format == DatasetFormat.CSV
                ? set.parts().keySet().iterator().next().key() + ".csv"
                : "set" + (file ? "." + format.key() : "");
        var place = folder.resolve("place" + places++).resolve(name);
        new DatasetWriter().write(set, format, place, Progress.NONE);
        return place;
    }

    private Path written(Path set, DatasetFormat format) throws IOException {
        return written(DatasetFiles.open(set, Progress.NONE), format);
    }

    private static void assertSame(Path written, PartedDataset set) throws IOException {
        var read = DatasetFiles.open(written, Progress.NONE);
        assertThat(read.parts()).containsOnlyKeys(set.parts().keySet());
        set.parts().forEach(
                (part, images) -> assertThat(read.part(part).orElseThrow().provenance().sha256())
                        .isEqualTo(images.provenance().sha256()));
        assertThat(read.sha256()).isEqualTo(set.sha256());
    }

    private static List<String> hashes(Path written, DatasetFormat format) throws IOException {
        var hashes = new ArrayList<String>();
        try (var walk = Files.walk(written)) {
            for (var file : walk.filter(Files::isRegularFile).sorted().toList()) {
                hashes.add(written.relativize(file) + " " + Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        assertThat(hashes).as(format.key()).isNotEmpty();
        return hashes;
    }

    /** Random images, each class with at least one. */
    private static Dataset random(int count, int width, int height, int classes, long seed) {
        var labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) ((i * 7 + 3) % classes);
        }
        var names = IntStream.range(0, classes).mapToObj(Integer::toString).toList();
        return Dataset.of("random", width, height, names, pixels(count * width * height, seed), labels, "seed " + seed);
    }

    private static byte[] pixels(int count, long seed) {
        var random = new SplittableRandom(seed);
        var pixels = new byte[count];
        for (int i = 0; i < count; i++) {
            pixels[i] = (byte) random.nextInt(256);
        }
        return pixels;
    }
}
