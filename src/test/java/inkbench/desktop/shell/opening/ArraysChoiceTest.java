package inkbench.desktop.shell.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import inkbench.data.Part;
import inkbench.data.format.npz.NpzArray;
import inkbench.data.format.npz.NpzKeys;

class ArraysChoiceTest {
    private static final NpzArray PENS = images("pens", 60);
    private static final NpzArray SCANS = images("scans", 60);
    private static final NpzArray TEST = images("test_scans", 10);
    private static final NpzArray DIGITS = new NpzArray("digits", Optional.of("uint8"), List.of(60L), false);
    private static final NpzArray WRITERS = new NpzArray("writers", Optional.of("int64"), List.of(60L, 1L), false);
    private static final NpzArray ANSWERS = new NpzArray("test_answers", Optional.of("uint8"), List.of(10L), false);
    private static final NpzArray OBJECTS = new NpzArray("objects", Optional.empty(), List.of(), false);

    private final ArraysChoice choice = new ArraysChoice(List.of(OBJECTS, PENS, SCANS, TEST, DIGITS, WRITERS, ANSWERS));

    @Test
    void beginsWithWhatTheNamesTell() {
        assertThat(choice.images()).contains(PENS);
        assertThat(choice.labels()).contains(DIGITS);
        assertThat(choice.keys().get()).contains(
                new NpzKeys(
                        Map.of(
                                Part.TRAIN,
                                new NpzKeys.Pair("pens", Optional.of("digits")),
                                Part.TEST,
                                new NpzKeys.Pair("test_scans", Optional.of("test_answers")))));
    }

    @Test
    void takesWhatIsChosenForThePartAtHand() {
        choice.chooseImages(Optional.of(SCANS));
        choice.chooseLabels(Optional.of(WRITERS));
        choice.part().set(Part.TEST);
        choice.chooseImages(Optional.empty());

        assertThat(choice.labels()).as("labels of no images").isEmpty();
        assertThat(choice.keys().get()).contains(
                new NpzKeys(Map.of(Part.TRAIN, new NpzKeys.Pair("scans", Optional.of("writers")))));
    }

    @Test
    void keepsLabelsOnlyWhileTheyFit() {
        choice.chooseImages(Optional.of(TEST));
        assertThat(choice.labels()).isEmpty();

        choice.chooseLabels(Optional.of(ANSWERS));
        choice.chooseImages(Optional.of(TEST));
        assertThat(choice.labels()).contains(ANSWERS);
    }

    @Test
    void refusesWhatCantBeMeantAndSaysWhy() {
        choice.chooseImages(Optional.of(DIGITS));
        choice.chooseLabels(Optional.of(ANSWERS));

        assertThat(choice.images()).contains(PENS);
        assertThat(choice.labels()).contains(DIGITS);
        assertThat(choice.imagesObjection(PENS)).isEmpty();
        assertThat(choice.imagesObjection(DIGITS)).contains("is not (count, height, width)");
        assertThat(choice.imagesObjection(OBJECTS)).contains("holds no numbers that can be read");
        assertThat(choice.labelsObjection(WRITERS)).isEmpty();
        assertThat(choice.labelsObjection(ANSWERS)).contains("is not (60,): a label for each image");
        assertThat(choice.labelsObjection(OBJECTS)).contains("holds no numbers that can be read");
    }

    @Test
    void hasNothingToOpenWithoutImages() {
        choice.chooseImages(Optional.empty());
        assertThat(choice.labelsObjection(DIGITS)).contains("choose images first");
        choice.part().set(Part.TEST);
        choice.chooseImages(Optional.empty());

        assertThat(choice.keys().get()).isEmpty();
    }

    @Test
    void describesArraysAsNumpyDoes() {
        assertThat(choice.describe(PENS)).isEqualTo("uint8  (60, 28, 28)");
        assertThat(choice.describe(DIGITS)).isEqualTo("uint8  (60,)");
        assertThat(choice.describe(OBJECTS)).isEmpty();
    }

    private static NpzArray images(String name, long count) {
        return new NpzArray(name, Optional.of("uint8"), List.of(count, 28L, 28L), true);
    }
}
