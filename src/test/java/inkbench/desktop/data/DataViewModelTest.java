package inkbench.desktop.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import inkbench.app.Workbench;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.desktop.common.Session;
import inkbench.testing.FxQueue;
import inkbench.testing.SyntheticData;

class DataViewModelTest {
    private final Workbench workbench = new Workbench();
    private final FxQueue fxThread = new FxQueue();
    private final Session session = new Session(fxThread);
    private final DataViewModel viewModel = new DataViewModel(workbench.data(), session);

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void beginsWithTheTrainingPart() {
        session.data().set(SyntheticData.parted("Synthetic", 1230, 50));
        assertThat(viewModel.parts()).containsExactly(Part.TRAIN, Part.TEST);
        assertThat(viewModel.part().get()).isEqualTo(Part.TRAIN);
        assertThat(viewModel.countText()).isEqualTo("1,230 images");
    }

    @Test
    void filtersByLabelAndTakesTheFilterAwayAgain() {
        session.data().set(SyntheticData.parted("Synthetic", 1230, 50));
        viewModel.toggleLabel(4);
        assertThat(viewModel.shown().get().size()).isEqualTo(123);
        assertThat(viewModel.countText()).isEqualTo("123 of 1,230");
        assertThat(viewModel.describe(2)).isEqualTo("#24 · label 4");
        viewModel.toggleLabel(4);
        assertThat(viewModel.shown().get()).isSameAs(viewModel.whole().get());
    }

    @Test
    void keepsTheFilterInTheOtherPart() {
        session.data().set(SyntheticData.parted("Synthetic", 1230, 50));
        viewModel.toggleLabel(4);
        viewModel.part().set(Part.TEST);
        assertThat(viewModel.countText()).isEqualTo("5 of 50");
    }

    @Test
    void countsPixelsInTheBackgroundOncePerPart() {
        session.data().set(SyntheticData.parted("Synthetic", 100, 50));
        assertThat(viewModel.statistics().get()).isNull();
        fxThread.runNext();
        var ofTraining = viewModel.statistics().get();
        assertThat(ofTraining).isNotNull();
        viewModel.part().set(Part.TEST);
        assertThat(viewModel.statistics().get()).isNull();
        fxThread.runNext();
        assertThat(viewModel.statistics().get()).isNotNull().isNotSameAs(ofTraining);
        viewModel.part().set(Part.TRAIN);
        assertThat(viewModel.statistics().get()).isSameAs(ofTraining);
    }

    @Test
    void forgetsTheStatisticsOfASetThatIsClosed() {
        session.data().set(SyntheticData.parted("First", 100, 50));
        session.data().set(SyntheticData.parted("Second", 200, 50));
        fxThread.runNext();
        fxThread.runNext();
        assertThat(viewModel.whole().get().name()).isEqualTo("Second");
        assertThat(viewModel.statistics().get()).isNotNull();
    }

    @Test
    void readsThePixelUnderThePointer() {
        session.data().set(SyntheticData.parted("Synthetic", 100, 50));
        fxThread.runNext();
        assertThat(viewModel.describeStatistics(4, 2 * 28 + 14))
                .isEqualTo("pixel (14, 2) of “4”: mean 0.0, median 0.0, std dev 0.0");
        assertThat(viewModel.describePixel(0, 0)).isEqualTo("pixel (0, 0): 0");
    }

    @Test
    void showsImagesWithoutLabelsUnfilteredAndUncounted() {
        viewModel.label().set(3);
        var images = SyntheticData.unlabelled("Bare", 40, 1);
        session.data().set(new PartedDataset("Bare", Map.of(Part.TEST, images)));
        assertThat(viewModel.shown().get()).isSameAs(images);
        assertThat(viewModel.describe(7)).isEqualTo("#7");
        assertThat(session.jobs()).isEmpty();
    }

    @Test
    void writesTheDistributionAsCsv() {
        session.data().set(SyntheticData.parted("Synthetic", 20, 10));
        assertThat(viewModel.distributionCsv()).startsWith("label,count,share\n0,2,0.1\n1,2,0.1\n").hasLineCount(11);
    }
}
