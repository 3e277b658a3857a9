package inkbench.data.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.data.split.SplitShares;
import inkbench.data.split.StratifiedSplit;
import inkbench.testing.SyntheticData;

class CorrectionsTest {
    private static final Correction EXCLUDE = new Correction.Exclude();
    private static final int CASES = 50;

    private final PartedDataset set = SyntheticData.parted("Synthetic", 60, 20);

    @Test
    void givesAnotherLabelAndLeavesTheSetAsItIs() {
        var corrected = Corrections.NONE.with(train(17), relabel(9)).applyTo(set);
        var images = corrected.first();
        assertThat(images.label(17)).isEqualTo(9);
        assertThat(images.givenLabel(17)).isEqualTo(7);
        assertThat(images.size()).isEqualTo(60);
        assertThat(corrected.relabelledCount()).isOne();
        assertThat(corrected.excludedCount()).isZero();
        assertThat(set.first().label(17)).isEqualTo(7);
        assertThat(corrected.part(Part.TEST)).containsSame(set.part(Part.TEST).orElseThrow());
    }

    @Test
    void takesImagesOutAndKeepsThemApart() {
        var corrected = Corrections.NONE.with(test(3), EXCLUDE).with(test(5), EXCLUDE).applyTo(set);
        var images = corrected.part(Part.TEST).orElseThrow();
        assertThat(images.size()).isEqualTo(18);
        assertThat(images.sourceIndex(3)).isEqualTo(4);
        assertThat(corrected.excluded()).containsOnlyKeys(Part.TEST);
        assertThat(corrected.excluded().get(Part.TEST).sourceIndex(1)).isEqualTo(5);
        assertThat(corrected.excludedCount()).isEqualTo(2);
        assertThat(corrected.hasImagesOf(set)).isTrue();
    }

    @Test
    void followsImagesIntoTheirPartOfASplit() {
        var whole = new PartedDataset("one", Map.of(Part.TRAIN, set.first())).readFrom(Optional.empty());
        var split = StratifiedSplit.into(whole.first(), new SplitShares(0.5, 0.5, 0), 1);
        int number = split.part(Part.TEST).orElseThrow().sourceIndex(4);
        var corrected = Corrections.NONE.with(train(number), relabel(0)).applyTo(split);
        assertThat(split.original().parts()).isEqualTo(whole.parts());
        assertThat(corrected.part(Part.TEST).orElseThrow().label(4)).isZero();
        assertThat(corrected.part(Part.TRAIN).orElseThrow().relabelledCount()).isZero();
    }

    @Test
    void keepsEveryPixelAndTheHashExceptWhereLabelsChange() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < CASES; i++) {
            var corrections = random(random, 1 + random.nextInt(5));
            var corrected = corrections.applyTo(set);
            boolean changed = corrected.relabelledCount() + corrected.excludedCount() > 0;
            assertThat(corrected.sha256().equals(set.sha256())).isEqualTo(!changed);
            corrected.parts().forEach((part, images) -> assertSamePixels(images, set.parts().get(part)));
            corrected.excluded().forEach((part, images) -> assertSamePixels(images, set.parts().get(part)));
            assertThat(corrected.original().sha256()).isEqualTo(set.sha256());
            assertThat(Corrections.NONE.applyTo(set)).isSameAs(set);
        }
    }

    @Test
    void undoingAllStepsGivesWhatWasAndRedoingThemWhatCameOfIt() {
        var random = new SplittableRandom(2);
        for (int i = 0; i < CASES; i++) {
            var before = random(random, 3);
            var history = new CorrectionHistory(before);
            for (int step = 0; step < 10; step++) {
                history.change(randomImage(random), randomCorrection(random));
            }
            var after = history.now();
            int steps = 0;
            for (; history.undoable().isPresent(); steps++) {
                history.undo();
            }
            assertThat(history.now()).isEqualTo(before);
            for (int step = 0; step < steps; step++) {
                history.redo();
            }
            assertThat(history.now()).isEqualTo(after);
            assertThat(history.redoable()).isEmpty();
        }
    }

    @Test
    void countsNoStepThatChangesNothingAndForgetsWhatWasUndoneAfterAnother() {
        var history = new CorrectionHistory(Corrections.NONE);
        history.change(train(1), Optional.empty());
        assertThat(history.undoable()).isEmpty();
        history.change(train(1), Optional.of(EXCLUDE));
        history.undo();
        history.change(train(2), Optional.of(EXCLUDE));
        assertThat(history.redoable()).isEmpty();
        assertThat(history.now().byImage()).containsOnlyKeys(train(2));
    }

    @Test
    void refusesImagesAndClassesThatThereAreNot() {
        assertThatThrownBy(() -> Corrections.NONE.with(train(60), relabel(1)).applyTo(set))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Corrections.NONE.with(train(6), relabel(10)).applyTo(set))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static void assertSamePixels(Dataset images, Dataset as) {
        for (int i = 0; i < images.size(); i++) {
            assertThat(images.image(i)).isEqualTo(as.image(images.sourceIndex(i)));
        }
    }

    private static Corrections random(SplittableRandom random, int count) {
        var byImage = new HashMap<ImageKey, Correction>();
        for (int i = 0; i < count; i++) {
            randomCorrection(random).ifPresent(correction -> byImage.put(randomImage(random), correction));
        }
        return new Corrections(new TreeMap<>(byImage));
    }

    private static ImageKey randomImage(SplittableRandom random) {
        return random.nextBoolean() ? train(random.nextInt(60)) : test(random.nextInt(20));
    }

    private static Optional<Correction> randomCorrection(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(EXCLUDE);
            default -> Optional.of(relabel(random.nextInt(10)));
        };
    }

    private static Correction relabel(int label) {
        return new Correction.Relabel(label);
    }

    private static ImageKey train(int index) {
        return new ImageKey(Part.TRAIN, index);
    }

    private static ImageKey test(int index) {
        return new ImageKey(Part.TEST, index);
    }
}
