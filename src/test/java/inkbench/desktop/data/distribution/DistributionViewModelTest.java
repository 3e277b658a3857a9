package inkbench.desktop.data.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import inkbench.app.Workbench;
import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.desktop.common.Session;
import inkbench.desktop.data.selection.ImagesViewModel;
import inkbench.testing.FxQueue;
import inkbench.testing.SyntheticData;

class DistributionViewModelTest {
    private final Workbench workbench = new Workbench();
    private final FxQueue fxThread = new FxQueue();
    private final Session session = new Session(fxThread);
    private final DistributionViewModel viewModel = new DistributionViewModel(
            workbench.browsing(),
            session,
            new ImagesViewModel(workbench.browsing(), session));

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void expectsDigitsWhileNothingIsOpen() {
        assertThat(viewModel.classes()).isEqualTo(Dataset.DIGITS);
        assertThat(viewModel.parts()).isEmpty();
        assertThat(viewModel.largestShare()).isZero();
        assertThat(viewModel.largestCount()).isZero();
    }

    @Test
    void countsEveryPart() {
        session.data().set(SyntheticData.parted("Synthetic", 105, 50));
        assertThat(viewModel.parts()).containsExactly(Part.TRAIN, Part.TEST);
        assertThat(viewModel.largestShare()).isCloseTo(11 / 105.0, within(1e-12));
        assertThat(viewModel.largestCount()).isEqualTo(11);
        assertThat(viewModel.describe(4))
                .isEqualTo("4: 10.32%, 16 images · Train 10.48%, 11 · Test 10.00%, 5");
    }

    @Test
    void countsManyLabelsInTheBackground() {
        session.data().set(SyntheticData.parted("Synthetic", 100_001, 50));
        assertThat(viewModel.distribution().get()).isNull();
        assertThat(viewModel.largestCount()).isZero();
        fxThread.runNext();
        fxThread.runAll();
        assertThat(viewModel.distribution().get().total()).isEqualTo(100_051);
    }

    @Test
    void hasNoClassesWithoutLabels() {
        session.data().set(new PartedDataset("Bare", Map.of(Part.TEST, SyntheticData.unlabelled("Bare", 40, 1))));
        assertThat(viewModel.classes()).isEmpty();
    }

    @Test
    void writesTheCountsAsCsv() {
        session.data().set(SyntheticData.parted("Synthetic", 20, 10));
        assertThat(viewModel.csv()).startsWith("part,class,count,share\ntrain,0,2,0.1\n").hasLineCount(21);
    }
}
