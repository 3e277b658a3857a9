package inkbench.app.browse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import inkbench.app.browse.ImageFilter.Confidence;
import inkbench.app.browse.ImageFilter.Outcome;
import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.data.Writers;
import inkbench.evaluation.Evaluation;
import inkbench.task.Workers;

class BrowsingTest {
    /** Pixels of one value each: the 0s have 10, 20, 60, the only 1 has 200; in the test part a 1 and a 0. */
    private static final Dataset TRAIN = dataset(new int[]{10, 200, 20, 60}, 0, 1, 0, 0);
    private static final Dataset TEST = dataset(new int[]{200, 30}, 1, 0);
    private static final ImageCollection IMAGES = ImageCollection.of(parted());
    private static final ImageCollection ANSWERED = IMAGES.with(
            Map.of(
                    Part.TEST,
                    Predictions.of(
                            Evaluation.of("m", TEST, new float[][]{{0.75f, 0.25f}, {0.999f, 0.001f}}))));

    private final Workers workers = new Workers("browsing-test", 1);
    private final Browsing browsing = new Browsing(workers);

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void goesThroughAllPartsInTurn() {
        assertThat(IMAGES.size()).isEqualTo(6);
        assertThat(IMAGES.part(3)).isEqualTo(Part.TRAIN);
        assertThat(IMAGES.part(4)).isEqualTo(Part.TEST);
        assertThat(IMAGES.sourceIndex(4)).isZero();
        assertThat(IMAGES.image(5)).containsExactly(30);
        assertThat(IMAGES.predicted(5)).isFalse();
    }

    @Test
    void filtersByPartAndLabel() {
        assertThat(positions(IMAGES, ImageFilter.NONE)).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(positions(IMAGES, ImageFilter.NONE.withLabels(Set.of(1)))).containsExactly(1, 4);
        assertThat(positions(IMAGES, ImageFilter.NONE.withLabels(Set.of(1)).withParts(Set.of(Part.TEST))))
                .containsExactly(4);
    }

    @Test
    void filtersByWriterWhereThatIsKnown() {
        var written = TRAIN.withWriters(Writers.of(List.of("ann", "bob", "eve", "ann")));
        var images = ImageCollection.of(new PartedDataset("x", Map.of(Part.TRAIN, written, Part.TEST, TEST)));

        assertThat(positions(images, ImageFilter.NONE.withWriters(Set.of("ann", "eve")))).containsExactly(0, 2, 3);
        assertThat(positions(images, ImageFilter.NONE.withWriters(Set.of("ann")).withLabels(Set.of(1)))).isEmpty();
        assertThat(images.writersKnown()).isTrue();
        assertThat(images.writer(4)).isEmpty();
        assertThat(ImageTable.of(ImageSelection.all(images), Optional.empty()).stringColumn("writer").asList())
                .containsExactly("ann", "bob", "eve", "ann", "", "");
        assertThat(positions(IMAGES, ImageFilter.NONE.withWriters(Set.of("ann")))).isEmpty();
    }

    @Test
    void filtersByAnswerWhereThereIsOne() {
        assertThat(positions(ANSWERED, ImageFilter.NONE.with(Outcome.WRONG))).containsExactly(4);
        assertThat(positions(ANSWERED, ImageFilter.NONE.with(Outcome.RIGHT))).containsExactly(5);
        assertThat(positions(ANSWERED, ImageFilter.NONE.withPredictions(Set.of(0)))).containsExactly(4, 5);
        assertThat(positions(ANSWERED, ImageFilter.NONE.with(Confidence.SURE))).containsExactly(5);
        assertThat(positions(ANSWERED, ImageFilter.NONE.with(Confidence.DOUBTFUL))).containsExactly(4);
        assertThat(positions(IMAGES, ImageFilter.NONE.with(Outcome.WRONG))).isEmpty();
    }

    @Test
    void sortsByLabelAndKeepsTheOrderOfEquals() {
        assertThat(sorted(IMAGES, ImageOrder.LABEL)).containsExactly(0, 2, 3, 5, 1, 4);
    }

    @Test
    void sortsByTheDistanceFromTheMeanOfTheClass() {
        // The 0s of all parts have a mean of 30, the 1s of 200.
        assertThat(sorted(IMAGES, ImageOrder.FARTHEST)).containsExactly(3, 0, 2, 1, 4, 5);
        assertThat(sorted(IMAGES, ImageOrder.NEAREST)).startsWith(1, 4, 5, 2);
    }

    @Test
    void sortsByAnswersAndPutsImagesWithoutLast() {
        assertThat(sorted(ANSWERED, ImageOrder.LEAST_SURE)).containsExactly(4, 5, 0, 1, 2, 3);
        assertThat(sorted(ANSWERED, ImageOrder.SUREST)).containsExactly(5, 4, 0, 1, 2, 3);
        assertThat(sorted(ANSWERED, ImageOrder.LARGEST_LOSS)).containsExactly(4, 5, 0, 1, 2, 3);
    }

    @Test
    void handsOutTheDistancesForTheNextTime() {
        var found = browsing.find(IMAGES, ImageFilter.NONE, ImageOrder.NEAREST, Optional.empty()).result().join();
        var again = browsing.find(IMAGES, ImageFilter.NONE, ImageOrder.FARTHEST, found.distances()).result().join();

        assertThat(found.distances()).isPresent();
        assertThat(again.distances().orElseThrow()).isSameAs(found.distances().orElseThrow());
    }

    @Test
    void findsNumbersInOnePartAfterTheOther() {
        var all = Browsing.filter(IMAGES, ImageFilter.NONE);

        assertThat(all.findNumber(1, -1)).isEqualTo(1);
        assertThat(all.findNumber(1, 1)).isEqualTo(5);
        assertThat(all.findNumber(1, 5)).isEqualTo(1);
        assertThat(all.findNumber(77, 0)).isEqualTo(-1);
    }

    @Test
    void findsAPositionThatPassedTheFilter() {
        var ones = Browsing.filter(IMAGES, ImageFilter.NONE.withLabels(Set.of(1)));

        assertThat(ones.find(4)).isEqualTo(1);
        assertThat(ones.find(0)).isEqualTo(-1);
        assertThat(ones.label(1)).isEqualTo(1);
    }

    private int[] positions(ImageCollection images, ImageFilter filter) {
        return positions(Browsing.filter(images, filter));
    }

    private int[] sorted(ImageCollection images, ImageOrder order) {
        return positions(browsing.find(images, ImageFilter.NONE, order, Optional.empty()).result().join().images());
    }

    private static int[] positions(ImageSelection images) {
        return IntStream.range(0, images.size()).map(images::position).toArray();
    }

    private static PartedDataset parted() {
        var parts = new EnumMap<Part, Dataset>(Part.class);
        parts.put(Part.TRAIN, TRAIN);
        parts.put(Part.TEST, TEST);
        return new PartedDataset("six", parts);
    }

    private static Dataset dataset(int[] pixels, int... labels) {
        var bytes = new byte[pixels.length];
        var classes = new byte[labels.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) pixels[i];
            classes[i] = (byte) labels[i];
        }
        return Dataset.of("six", 1, 1, Dataset.DIGITS, bytes, classes, "test");
    }
}
