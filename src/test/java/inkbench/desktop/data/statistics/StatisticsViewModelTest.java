package inkbench.desktop.data.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import inkbench.app.Workbench;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.desktop.common.Session;
import inkbench.desktop.data.selection.ImagesViewModel;
import inkbench.testing.FxQueue;
import inkbench.testing.SyntheticData;

class StatisticsViewModelTest {
    private final Workbench workbench = new Workbench();
    private final FxQueue fxThread = new FxQueue();
    private final Session session = new Session(fxThread);
    private final ImagesViewModel images = new ImagesViewModel(workbench.browsing(), session);
    private final StatisticsViewModel viewModel = new StatisticsViewModel(workbench.browsing(), session, images);

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void showsBlankPicturesUntilItIsCounted() {
        session.data().set(SyntheticData.parted("Synthetic", 100, 50));
        assertThat(viewModel.sheet().get().rows()).hasSize(3).allMatch(row -> row.size() == 11);
        assertThat(viewModel.sheet().get().rows().getFirst().getFirst().values()).isEmpty();
        fxThread.runNext();
        assertThat(viewModel.statistics().get().count()).isEqualTo(150);
        assertThat(viewModel.sheet().get().rows().getFirst().getFirst().values()).hasSize(784);
    }

    @Test
    void followsTheFilterAndRemembersWhatWasCounted() {
        session.data().set(SyntheticData.parted("Synthetic", 100, 50));
        fxThread.runNext();
        var ofAll = viewModel.statistics().get();
        images.toggleOnly(4);
        fxThread.runNext();
        assertThat(viewModel.statistics().get().count()).isEqualTo(15);
        images.toggleOnly(4);
        assertThat(viewModel.statistics().get()).isSameAs(ofAll);
        assertThat(session.jobs()).isEmpty();
    }

    @Test
    void showsTheStatisticsOfOneClassSideBySide() {
        session.data().set(SyntheticData.parted("Synthetic", 100, 50));
        images.toggleOnly(4);
        fxThread.runNext();
        fxThread.runNext();
        var sheet = viewModel.sheet().get();
        assertThat(sheet.rowNames()).containsExactly("4");
        assertThat(sheet.names()).containsExactly(List.of("Mean", "Median", "Std dev"));
    }

    @Test
    void showsOneStatisticInTwoRows() {
        session.data().set(SyntheticData.parted("Synthetic", 100, 50));
        fxThread.runNext();
        viewModel.view().set(StatisticsView.ENTROPY);
        var sheet = viewModel.sheet().get();
        assertThat(sheet.columns()).isEqualTo(6);
        assertThat(sheet.names()).containsExactly(
                List.of("0", "1", "2", "3", "4", "5"),
                List.of("6", "7", "8", "9", "all"));
        assertThat(sheet.rows().getFirst().getFirst().largest()).isEqualTo(8);
    }

    @Test
    void subtractsTheMeansOfTwoClasses() {
        session.data().set(SyntheticData.parted("Synthetic", 100, 50));
        fxThread.runNext();
        viewModel.view().set(StatisticsView.DIFFERENCE);
        viewModel.first().set(1);
        viewModel.second().set(2);
        var sheet = viewModel.sheet().get();
        assertThat(sheet.names()).containsExactly(List.of("1", "2", "1 − 2"));
        var difference = sheet.rows().getFirst().getLast();
        assertThat(difference.signed()).isTrue();
        assertThat(difference.values()[0]).isZero();
        assertThat(difference.largest()).isBetween(1.0, 255.0);
        assertThat(viewModel.describe(0, 2, 0))
                .isEqualTo("pixel (0, 0): mean of “1” 0.0 − mean of “2” 0.0 = 0.0");
    }

    @Test
    void readsThePixelUnderThePointer() {
        session.data().set(SyntheticData.parted("Synthetic", 100, 50));
        fxThread.runNext();
        assertThat(viewModel.describe(0, 4, 2 * 28 + 14)).isEqualTo(
                "pixel (14, 2) of “4”: mean 0.0, median 0.0, std dev 0.0, 0…0, 0.00 bits");
        assertThat(viewModel.describe(1, 10, 0)).startsWith("pixel (0, 0) of “all”: mean 0.0");
    }

    @Test
    void countsImagesWithoutLabelsTogether() {
        session.data().set(new PartedDataset("Bare", Map.of(Part.TEST, SyntheticData.unlabelled("Bare", 40, 1))));
        fxThread.runNext();
        viewModel.view().set(StatisticsView.DIFFERENCE);
        assertThat(viewModel.sheet().get().rowNames()).containsExactly("all");
        assertThat(viewModel.statistics().get().labelled()).isFalse();
    }

    @Test
    void forgetsTheStatisticsOfASetThatIsClosed() {
        session.data().set(SyntheticData.parted("First", 100, 50));
        session.data().set(SyntheticData.parted("Second", 200, 50));
        fxThread.runNext();
        fxThread.runNext();
        assertThat(viewModel.statistics().get().count()).isEqualTo(250);
    }

    @Test
    void writesTheStatisticsAsCsv() throws Exception {
        session.data().set(SyntheticData.parted("Synthetic", 20, 10));
        fxThread.runNext();
        assertThat(viewModel.csv().call()).startsWith("class,x,y,mean,median,standardDeviation,minimum")
                .hasLineCount(10 * 784 + 1);
    }
}
