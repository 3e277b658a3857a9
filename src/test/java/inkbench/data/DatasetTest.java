package inkbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class DatasetTest {
    private static final byte[] PIXELS = {0, 1, 2, 3, 4, 5, 6, (byte) 255};
    private static final Dataset FOUR = Dataset.of("four", 2, 1, Dataset.DIGITS, PIXELS, new byte[]{3, 0, 3, 9},
            "test");

    @Test
    void givesPixelsAsUnsignedValuesRowByRow() {
        var one = Dataset.of("one", 2, 3, Dataset.DIGITS, new byte[]{0, 1, 2, 3, 4, (byte) 200}, new byte[]{1}, "test");

        assertThat(one.pixel(0, 1, 0)).isEqualTo(1);
        assertThat(one.pixel(0, 0, 1)).isEqualTo(2);
        assertThat(one.pixel(0, 1, 2)).isEqualTo(200);
        assertThatThrownBy(() -> one.pixel(0, 2, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void groupsImagesByClass() {
        assertThat(FOUR.classCounts()).containsExactly(1, 0, 0, 2, 0, 0, 0, 0, 0, 1);
        assertThat(FOUR.indicesByClass()[3]).containsExactly(0, 2);
        assertThat(FOUR.classesPresent()).containsExactly(0, 3, 9);
    }

    @Test
    void viewsAreInTheOrderAskedForAndKnowWhereTheyCameFrom() {
        var view = FOUR.subset(new int[]{3, 1, 0}).subset(new int[]{0, 2});

        assertThat(view.size()).isEqualTo(2);
        assertThat(view.label(0)).isEqualTo(9);
        assertThat(view.image(1)).containsExactly(0, 1);
        assertThat(view.sourceIndex(0)).isEqualTo(3);
    }

    @Test
    void hashesWhatThereIsAndNotWhereItCameFrom() {
        var same = Dataset
                .of("other name", 2, 1, Dataset.DIGITS, PIXELS.clone(), new byte[]{3, 0, 3, 9}, "elsewhere");

        assertThat(FOUR.provenance().sha256()).isEqualTo(same.provenance().sha256())
                // printf '\0\0\0\2\0\0\0\1\0\0\0\12\0\1\2\3\4\5\6\377\3\0\3\11' | sha256sum
                .isEqualTo("3e4fb3369a30a84f25aed3fb0e4464e56160297f7cb956ba96c1237d9119297d");
    }

    @Test
    void hashesAViewAsIfItWereAWhole() {
        var whole = Dataset.of("two", 2, 1, Dataset.DIGITS, new byte[]{6, -1, 0, 1}, new byte[]{9, 3}, "test");

        assertThat(FOUR.subset(new int[]{3, 0}).provenance().sha256()).isEqualTo(whole.provenance().sha256())
                .isNotEqualTo(FOUR.provenance().sha256());
        assertThat(FOUR.subset(new int[]{0, 3}).provenance().sha256()).isNotEqualTo(whole.provenance().sha256());
    }

    @Test
    void tellsImagesWithLabelsFromImagesWithout() {
        var unlabelled = Dataset.of("four", 2, 1, Dataset.DIGITS, PIXELS, new byte[0], "test");

        assertThat(unlabelled.labelled()).isFalse();
        assertThat(unlabelled.provenance().sha256()).isNotEqualTo(FOUR.provenance().sha256());
        assertThatThrownBy(() -> unlabelled.label(0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void joinsViewsOfTheSameDataInItsOrder() {
        var joined = Dataset.joined(List.of(FOUR.subset(new int[]{3, 1}), FOUR.subset(new int[]{0, 1}))).orElseThrow();

        assertThat(IntStream.range(0, joined.size()).map(joined::sourceIndex)).containsExactly(0, 1, 3);
        assertThat(joined.sourceSize()).isEqualTo(4);
    }

    @Test
    void joinsNothingOfOtherData() {
        var other = Dataset.of("other", 2, 1, Dataset.DIGITS, PIXELS, new byte[4], "test");

        assertThat(Dataset.joined(List.of(FOUR, other))).isEmpty();
        assertThat(Dataset.sameData(List.of(FOUR, other))).isFalse();
    }

    @Test
    void knowsTheWritersOfEveryView() {
        var written = FOUR.withWriters(Writers.of(List.of("ann", "bob", "ann", "eve"))).subset(new int[]{3, 0});

        assertThat(written.writer(0)).contains("eve");
        assertThat(written.writer(1)).contains("ann");
        assertThat(written.provenance().sha256()).isEqualTo(FOUR.subset(new int[]{3, 0}).provenance().sha256());
        assertThat(FOUR.writer(0)).isEmpty();
        assertThatThrownBy(() -> FOUR.withWriters(Writers.of(List.of("ann"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesWhatDoesNotFitTogether() {
        assertThatThrownBy(() -> Dataset.of("bad", 3, 1, Dataset.DIGITS, PIXELS, new byte[0], "test"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Dataset.of("bad", 2, 1, Dataset.DIGITS, PIXELS, new byte[3], "test"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Dataset.of("bad", 2, 1, List.of("0"), PIXELS, new byte[]{0, 0, 0, 1}, "test"))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void partsHashToMoreThanTheirContent() {
        var train = new PartedDataset("four", Map.of(Part.TRAIN, FOUR));
        var test = new PartedDataset("four", Map.of(Part.TEST, FOUR));

        assertThat(train.sha256()).hasSize(64).isNotEqualTo(test.sha256()).isNotEqualTo(FOUR.provenance().sha256());
    }

    @Test
    void partsComeInTheirOrderWhateverMapTheyCameIn() {
        var parts = new PartedDataset("four", Map.of(Part.HOLDOUT, FOUR, Part.TEST, FOUR, Part.TRAIN, FOUR)).parts();

        assertThat(parts.keySet()).containsExactly(Part.TRAIN, Part.TEST, Part.HOLDOUT);
    }

    @Test
    void partsAreOfOneSizeAndHaveTheSameClasses() {
        var taller = Dataset.of("tall", 1, 2, Dataset.DIGITS, PIXELS, new byte[0], "test");
        var otherClasses = Dataset.of("two", 2, 1, List.of("a", "b"), PIXELS, new byte[0], "test");

        assertThatThrownBy(() -> new PartedDataset("bad", Map.of(Part.TRAIN, FOUR, Part.TEST, taller)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PartedDataset("bad", Map.of(Part.TRAIN, FOUR, Part.TEST, otherClasses)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PartedDataset("bad", Map.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
