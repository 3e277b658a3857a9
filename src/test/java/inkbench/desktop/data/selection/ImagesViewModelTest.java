package inkbench.desktop.data.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import inkbench.app.Workbench;
import inkbench.app.browse.ImageFilter;
import inkbench.app.browse.ImageFilter.Outcome;
import inkbench.app.browse.ImageOrder;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.desktop.common.Session;
import inkbench.evaluation.Evaluation;
import inkbench.testing.FxQueue;
import inkbench.testing.SyntheticData;

class ImagesViewModelTest {
    private final Workbench workbench = new Workbench();
    private final FxQueue fxThread = new FxQueue();
    private final Session session = new Session(fxThread);
    private final ImagesViewModel viewModel = new ImagesViewModel(workbench.browsing(), session);

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void beginsWithAllImagesOfAllParts() {
        session.data().set(SyntheticData.parted("Synthetic", 1230, 50));
        assertThat(viewModel.shown().get().size()).isEqualTo(1280);
        assertThat(viewModel.countText()).isEqualTo("1,280 images");
        assertThat(viewModel.describe(1234)).isEqualTo("Test #4 · label 4");
    }

    @Test
    void filtersByOneLabelAndTakesTheFilterAwayAgain() {
        session.data().set(SyntheticData.parted("Synthetic", 1230, 50));
        viewModel.toggleOnly(4);
        assertThat(viewModel.countText()).isEqualTo("128 of 1,280");
        viewModel.toggleOnly(7);
        assertThat(viewModel.filter().get().labels()).containsExactly(7);
        viewModel.toggleOnly(7);
        assertThat(viewModel.filter().get()).isEqualTo(ImageFilter.NONE);
    }

    @Test
    void addsLabelsToTheFilter() {
        session.data().set(SyntheticData.parted("Synthetic", 100, 50));
        viewModel.toggle(4);
        viewModel.toggle(9);
        assertThat(viewModel.countText()).isEqualTo("30 of 150");
        viewModel.toggle(4);
        assertThat(viewModel.countText()).isEqualTo("15 of 150");
    }

    @Test
    void filtersByPartAndKeepsTheLabel() {
        session.data().set(SyntheticData.parted("Synthetic", 100, 50));
        viewModel.toggleOnly(4);
        viewModel.filter().set(viewModel.filter().get().withParts(Set.of(Part.TEST)));
        assertThat(viewModel.countText()).isEqualTo("5 of 150");
    }

    @Test
    void keepsTheChosenImageThroughFilters() {
        session.data().set(SyntheticData.parted("Synthetic", 100, 50));
        viewModel.selected().set(24);
        viewModel.toggleOnly(4);
        assertThat(viewModel.selected().get()).isEqualTo(24);
        assertThat(viewModel.shown().get().find(24)).isEqualTo(2);
    }

    @Test
    void sortsInTheBackgroundAndShowsTheOldOrderMeanwhile() {
        session.data().set(SyntheticData.parted("Synthetic", 100, 50));
        var before = viewModel.shown().get();
        viewModel.order().set(ImageOrder.FARTHEST);
        assertThat(viewModel.shown().get()).isSameAs(before);
        assertThat(viewModel.searching().get()).isTrue();
        fxThread.runNext();
        assertThat(viewModel.searching().get()).isFalse();
        var sorted = viewModel.shown().get();
        float first = viewModel.distance(sorted.position(0)).orElseThrow();
        float last = viewModel.distance(sorted.position(149)).orElseThrow();
        assertThat(first).isGreaterThan(last);
    }

    @Test
    void forgetsASearchThatSomebodyNoLongerWants() {
        session.data().set(SyntheticData.parted("Synthetic", 100, 50));
        viewModel.order().set(ImageOrder.LABEL);
        viewModel.order().set(ImageOrder.INDEX);
        assertThat(viewModel.searching().get()).isFalse();
        fxThread.runNext();
        assertThat(viewModel.shown().get().position(1)).isEqualTo(1);
    }

    @Test
    void filtersByTheAnswersOfAnEvaluationOfTheOpenSet() {
        var set = SyntheticData.parted("Synthetic", 100, 20);
        session.data().set(set);
        session.evaluation().set(Evaluation.of("m", set.part(Part.TEST).orElseThrow(), zeros(20)));
        viewModel.filter().set(ImageFilter.NONE.with(Outcome.WRONG));
        assertThat(viewModel.countText()).isEqualTo("18 of 120");
        assertThat(viewModel.describe(101)).isEqualTo("Test #1 · label 1 · read as 0, 80.0%");
        session.evaluation().set(null);
        assertThat(viewModel.filter().get()).isEqualTo(ImageFilter.NONE);
    }

    @Test
    void ignoresAnEvaluationOfOtherImages() {
        var set = SyntheticData.parted("Synthetic", 100, 20);
        session.data().set(set);
        session.evaluation().set(Evaluation.of("m", SyntheticData.labelled("Others", 20, 3), zeros(20)));
        assertThat(viewModel.collection().get().predicted()).isFalse();
    }

    @Test
    void beginsAnewWithAnotherSet() {
        session.data().set(SyntheticData.parted("First", 100, 50));
        viewModel.toggleOnly(3);
        viewModel.selected().set(3);
        var bare = SyntheticData.unlabelled("Bare", 40, 1);
        session.data().set(new PartedDataset("Bare", Map.of(Part.TEST, bare)));
        assertThat(viewModel.countText()).isEqualTo("40 images");
        assertThat(viewModel.selected().get()).isEqualTo(ImagesViewModel.NONE);
        assertThat(viewModel.describe(7)).isEqualTo("#7");
    }

    @Test
    void showsWhatAnotherPlaceAsksForOnce() {
        var set = SyntheticData.parted("Synthetic", 100, 20);
        session.data().set(set);
        viewModel.toggleOnly(7);
        session.evaluation().set(Evaluation.of("m", set.part(Part.TEST).orElseThrow(), zeros(20)));
        var asked = ImageFilter.NONE.withParts(Set.of(Part.TEST)).withLabels(Set.of(4)).withPredictions(Set.of(0));
        session.askedFor().set(asked);

        assertThat(viewModel.filter().get()).isEqualTo(asked);
        assertThat(viewModel.countText()).isEqualTo("2 of 120");
        assertThat(viewModel.describe(viewModel.shown().get().position(0))).startsWith("Test #4 · label 4");
        assertThat(session.askedFor().get()).as("asked again, it is heard again").isNull();
        viewModel.filter().set(ImageFilter.NONE);
        session.askedFor().set(asked);
        assertThat(viewModel.countText()).isEqualTo("2 of 120");
    }

    @Test
    void showsWhatWasAskedForBeforeItWasThere() {
        var later = new Session(fxThread);
        later.data().set(SyntheticData.parted("Synthetic", 100, 20));
        later.askedFor().set(ImageFilter.NONE.withLabels(Set.of(3)));
        var begun = new ImagesViewModel(workbench.browsing(), later);
        assertThat(begun.countText()).isEqualTo("12 of 120");
        assertThat(later.askedFor().get()).isNull();
    }

    private static float[][] zeros(int count) {
        var rows = new float[count][];
        for (int i = 0; i < count; i++) {
            rows[i] = new float[]{0.8f, 0.2f, 0, 0, 0, 0, 0, 0, 0, 0};
        }
        return rows;
    }
}
