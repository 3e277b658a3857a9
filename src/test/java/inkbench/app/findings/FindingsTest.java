package inkbench.app.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import inkbench.app.Workbench;
import inkbench.app.browse.ImageCollection;
import inkbench.data.DataException;
import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.statistics.StatisticsFiles;
import inkbench.task.Progress;
import inkbench.testing.TestData;

class FindingsTest {
    private final Workbench workbench = new Workbench();
    private final Findings findings = workbench.findings();

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void putsGroupsWhoseLabelsDifferFirstAndThenThoseAcrossParts() {
        var images = collection(images("1a 2a 3a 1a 4a 5a 4b"), images("2a 3b 9a 9a"));

        assertThat(duplicates(images).groups()).containsExactly(
                group(true, true, 2, 8),
                group(true, false, 4, 6),
                group(false, true, 1, 7),
                group(false, false, 0, 3),
                group(false, false, 9, 10));
    }

    @Test
    void findsTheTestImagesThatAreAlsoInTheTrainingPart() {
        var images = collection(images("1a 2a 3a"), images("9a 2a 9a 3a 2a"));

        assertThat(duplicates(images).leak().places()).containsOnlyKeys(Part.TEST);
        assertThat(duplicates(images).leak().places().get(Part.TEST)).containsExactly(1, 3, 4);
    }

    @Test
    void leavesOutTheTestImagesThatAreAlsoInTheTrainingPart() {
        var images = collection(images("1a 2a 3a"), images("9a 2a 9a 3a 2a"));

        var without = duplicates(images).leak().without().orElseThrow();
        assertThat(without.part(Part.TRAIN)).containsSame(images.set().first());
        var test = without.part(Part.TEST).orElseThrow();
        assertThat(test.size()).isEqualTo(2);
        assertThat(List.of(test.sourceIndex(0), test.sourceIndex(1))).containsExactly(0, 2);
        assertThat(duplicates(ImageCollection.of(without)).leak().places()).isEmpty();
    }

    @Test
    void doesNotLeaveOutAWholePart() {
        assertThat(duplicates(collection(images("1a 2a"), images("2a 1a"))).leak().without()).isEmpty();
    }

    @Test
    void comparesWithAnotherSetByTheNamesOfTheClasses() {
        var images = collection(images("1a 2b 3c"), images("4a 1a"));
        var others = new PartedDataset("others", Map.of(Part.TRAIN, images("1b 7a 4a"), Part.TEST, images("1a 2b")));

        var shared = findings.compare(images, "others", progress -> others).result().join();
        assertThat(shared.groups()).containsExactly(
                new SameImages(new int[]{0}, new int[]{0, 3}, true, false),
                new SameImages(new int[]{4}, new int[]{0, 3}, true, false),
                new SameImages(new int[]{1}, new int[]{4}, false, false),
                new SameImages(new int[]{3}, new int[]{2}, false, false));
        assertThat(shared.sharedByPart()).containsExactly(Map.entry(Part.TRAIN, 2), Map.entry(Part.TEST, 2));
    }

    @Test
    void refusesToCompareImagesOfDifferentSizes() {
        var wide = Dataset.of("wide", 3, 1, Dataset.DIGITS, new byte[3], new byte[]{0}, "made up");
        var job = findings.compare(
                collection(images("1a"), images("2a")),
                "wide",
                progress -> new PartedDataset("wide", Map.of(Part.TRAIN, wide)));

        assertThatThrownBy(() -> job.result().join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "digits has images of 2×2 pixels and wide of 3×1: only images of one size can be the same.");
    }

    @Test
    void writesGroupsAsATable() {
        var duplicates = duplicates(collection(images("1a 2a 3a"), images("3b")));

        assertThat(StatisticsFiles.toCsv(FindingTables.of(duplicates, duplicates.groups()))).isEqualTo("""
                group,set,part,index,label
                1,digits,train,2,0
                1,digits,test,0,1
                """);
    }

    @Test
    void findsWhatTheSampleOfKaggleHasOfMnist() throws IOException {
        var folder = TestData.folder();
        var sample = workbench.data()
                .read(folder.resolve("kaggle/real_kaggle_sample_500rows.csv").toString(), Progress.NONE);
        var shared = findings
                .compare(
                        ImageCollection.of(sample),
                        "MNIST",
                        progress -> workbench.data().read(folder.resolve("mnist").toString(), progress))
                .result()
                .join();

        assertThat(shared.groups()).hasSize(500).noneMatch(SameImages::labelsDiffer);
        assertThat(shared.sharedByPart()).containsExactly(Map.entry(Part.TRAIN, 427), Map.entry(Part.TEST, 73));
    }

    @Test
    void findsNoDuplicateInMnistAndSomeOutliers() throws IOException {
        var mnist = workbench.data().read(TestData.folder().resolve("mnist").toString(), Progress.NONE);
        var images = ImageCollection.of(mnist);

        assertThat(duplicates(images).groups()).isEmpty();
        var outliers = findings.outliers(images).result().join();
        assertThat(outliers.count()).isBetween(1, 1_500);
        assertThat(outliers.found().getFirst().score()).isGreaterThan(3.5f);
    }

    private DuplicateImages duplicates(ImageCollection images) {
        return findings.duplicates(images).result().join();
    }

    private static SameImages group(boolean labelsDiffer, boolean acrossParts, int... positions) {
        return new SameImages(positions, new int[0], labelsDiffer, acrossParts);
    }

    private static ImageCollection collection(Dataset train, Dataset test) {
        var parts = new EnumMap<Part, Dataset>(Part.class);
        parts.put(Part.TRAIN, train);
        parts.put(Part.TEST, test);
        return ImageCollection.of(new PartedDataset("digits", parts));
    }

    /** Images of 2×2 pixels: what each shows as a figure, and its class as a letter. */
    private static Dataset images(String described) {
        var words = described.split(" ");
        var pixels = new byte[4 * words.length];
        var labels = new byte[words.length];
        for (int i = 0; i < words.length; i++) {
            Arrays.fill(pixels, 4 * i, 4 * i + 4, (byte) words[i].charAt(0));
            labels[i] = (byte) (words[i].charAt(1) - 'a');
        }
        return Dataset.of("digits", 2, 2, Dataset.DIGITS, pixels, labels, "made up");
    }
}
