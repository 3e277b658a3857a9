package inkbench.desktop.data.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import inkbench.app.Workbench;
import inkbench.app.browse.ImageFilter;
import inkbench.app.browse.ImageFilter.Change;
import inkbench.app.browse.ImageFilter.Outcome;
import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.data.Polarity;
import inkbench.data.split.SplitShares;
import inkbench.data.split.StratifiedSplit;
import inkbench.desktop.common.Session;
import inkbench.desktop.common.correction.SetCorrections;
import inkbench.desktop.data.selection.ImagesViewModel;
import inkbench.evaluation.Evaluation;
import inkbench.testing.FxQueue;
import inkbench.testing.SyntheticData;

class CorrectionsViewModelTest {
    @TempDir
    private Path folder;
    private final Workbench workbench = new Workbench();
    private final FxQueue fxThread = new FxQueue();
    private final Session session = new Session(fxThread);
    private final ImagesViewModel images = new ImagesViewModel(workbench.browsing(), session);
    private final CorrectionsViewModel viewModel = new CorrectionsViewModel(
            new SetCorrections(workbench.corrections(), session),
            images);

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void correctsTheSetOfTheSessionAndTakesThatBack() {
        var set = open();
        images.selected().set(17);
        viewModel.relabel(9);
        assertThat(session.data().get().first().label(17)).isEqualTo(9);
        assertThat(images.describe(17)).isEqualTo("Train #17 · label 9, was 7");
        assertThat(viewModel.undoName().get()).isEqualTo("label 9 for Train #17");
        viewModel.undo();
        assertThat(session.data().get()).isSameAs(set);
        assertThat(viewModel.undoName().get()).isNull();
        assertThat(viewModel.redoName().get()).isEqualTo("label 9 for Train #17");
        viewModel.redo();
        assertThat(session.data().get().relabelledCount()).isOne();
        assertThat(session.data().get().sha256()).isNotEqualTo(set.sha256());
    }

    @Test
    void choosesTheNextImageWhenOneIsExcludedAndItselfWhenThatIsUndone() {
        open();
        images.selected().set(17);
        viewModel.exclude();
        assertThat(images.describe(images.selected().get())).startsWith("Train #18 ");
        assertThat(images.shown().get().size()).isEqualTo(119);
        images.filter().set(ImageFilter.NONE.with(Change.EXCLUDED));
        assertThat(images.shown().get().size()).isOne();
        images.selected().set(images.shown().get().position(0));
        assertThat(images.describe(images.selected().get())).isEqualTo("Train #17 · label 7 · excluded");
        assertThat(images.shown().get().toSet().first().sourceIndex(0)).isEqualTo(17);
        assertThat(viewModel.canRestore()).isTrue();
        images.filter().set(ImageFilter.NONE);
        viewModel.undo();
        assertThat(images.selected().get()).isEqualTo(17);
        assertThat(images.shown().get().size()).isEqualTo(120);
    }

    @Test
    void goesOnToTheImageThatTakesThePlaceOfOneThatLeavesTheFilter() {
        open();
        images.toggleOnly(4);
        images.selected().set(14);
        viewModel.relabel(9);
        assertThat(images.filter().get().labels()).containsExactly(4);
        assertThat(images.describe(images.selected().get())).startsWith("Train #24 ");
        images.filter().set(ImageFilter.NONE.with(Change.RELABELLED));
        assertThat(images.shown().get().size()).isOne();
    }

    @Test
    void givingTheLabelThatWasReadRestoresTheImage() {
        var set = open();
        images.selected().set(17);
        viewModel.relabel(9);
        viewModel.relabel(7);
        assertThat(session.data().get()).isSameAs(set);
        assertThat(viewModel.canRestore()).isFalse();
    }

    @Test
    void keepsTheAnswersOfAModelToCorrectedImages() {
        var set = open();
        var test = set.part(Part.TEST).orElseThrow();
        var rows = new float[test.size()][10];
        for (var row : rows) {
            row[3] = 1;
        }
        session.evaluation().set(Evaluation.of("threes", test, rows));
        images.filter().set(ImageFilter.NONE.with(Outcome.WRONG));
        assertThat(images.shown().get().size()).isEqualTo(18);
        images.selected().set(104);
        viewModel.relabel(3);
        assertThat(images.shown().get().size()).isEqualTo(17);
        viewModel.exclude();
        viewModel.undo();
        viewModel.undo();
        assertThat(images.shown().get().size()).isEqualTo(18);
    }

    @Test
    void findsTomorrowWhatWasCorrectedToday() {
        var file = folder.resolve("Synthetic.csv");
        var set = SyntheticData.parted("Synthetic", 100, 20);
        open(set.readFrom(Optional.of(file)));
        images.selected().set(17);
        viewModel.exclude();
        workbench.close();
        assertThat(folder.resolve("Synthetic.corrections.csv")).content().contains("train,17,7,exclude,");
        try (var later = new Workbench()) {
            var laterSession = new Session(fxThread);
            var laterImages = new ImagesViewModel(later.browsing(), laterSession);
            var laterViewModel = new CorrectionsViewModel(
                    new SetCorrections(later.corrections(), laterSession),
                    laterImages);
            fxThread.runAll();
            laterSession.data().set(set.readFrom(Optional.of(file)));
            fxThread.runNext();
            assertThat(laterSession.data().get().excludedCount()).isOne();
            assertThat(laterViewModel.undoName().get()).isNull();
        }
    }

    @Test
    void opensTheSetAsItIsWhereTheFileIsDamaged() throws Exception {
        var file = folder.resolve("Synthetic.csv");
        Files.writeString(folder.resolve("Synthetic.corrections.csv"), "nonsense");
        open(SyntheticData.parted("Synthetic", 100, 20).readFrom(Optional.of(file)));
        assertThat(session.problem().get()).startsWith(folder.resolve("Synthetic.corrections.csv").toString())
                .endsWith("The set is shown without corrections, and new ones are kept apart from that file.");
        assertThat(viewModel.ready().get()).isTrue();
        assertThat(session.data().get().excludedCount() + session.data().get().relabelledCount()).isZero();
    }

    @Test
    void keepsCorrectionsWhenTheSetIsSplitAnotherWay() {
        var set = open();
        images.selected().set(17);
        viewModel.relabel(9);
        var corrected = session.data().get();
        var split = StratifiedSplit.into(corrected.first(), new SplitShares(0.5, 0.5, 0), 3);
        session.data().set(split);
        assertThat(session.data().get().relabelledCount()).isOne();
        viewModel.undo();
        assertThat(session.data().get().relabelledCount()).isZero();
        assertThat(session.data().get().parts().keySet()).isEqualTo(set.parts().keySet());
    }

    @Test
    void keepsCorrectionsWhenTheSetIsInverted() {
        open();
        images.selected().set(17);
        viewModel.relabel(9);
        images.selected().set(18);
        viewModel.exclude();
        var inverted = Polarity.inverted(session.data().get());
        open(inverted);
        assertThat(session.data().get().excludedCount()).isOne();
        assertThat(session.data().get().first().label(17)).isEqualTo(9);
        assertThat(session.data().get().first().pixel(17, 0, 0)).isEqualTo(255);
    }

    @Test
    void hasAKeyForEveryClassWhereThereCanBeOne() {
        open(named("0", "1", "A", "b"));
        assertThat(viewModel.classOf("A")).hasValue(2);
        assertThat(viewModel.classOf("a")).hasValue(2);
        assertThat(viewModel.classOf("3")).isEmpty();
        open(named("A", "a"));
        assertThat(viewModel.classOf("a")).hasValue(1);
        open(named("shirt", "coat", "1"));
        assertThat(viewModel.keyOf(0)).isEqualTo("0");
        assertThat(viewModel.keyOf(1)).isEmpty();
        assertThat(viewModel.classOf("1")).hasValue(2);
        assertThat(viewModel.classOf("")).isEmpty();
    }

    private static PartedDataset named(String... names) {
        var images = Dataset.of("Named", 1, 1, List.of(names), new byte[]{1, 2}, new byte[]{0, 1}, "test");
        return new PartedDataset("Named", Map.of(Part.TRAIN, images));
    }

    private PartedDataset open() {
        return open(SyntheticData.parted("Synthetic", 100, 20).readFrom(Optional.of(folder.resolve("Synthetic.csv"))));
    }

    private PartedDataset open(PartedDataset set) {
        session.data().set(set);
        while (!viewModel.ready().get()) {
            fxThread.runNext();
        }
        return set;
    }
}
