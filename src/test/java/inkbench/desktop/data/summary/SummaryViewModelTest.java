package inkbench.desktop.data.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import inkbench.app.Workbench;
import inkbench.desktop.common.Session;
import inkbench.desktop.data.selection.ImagesViewModel;
import inkbench.testing.FxQueue;
import inkbench.testing.SyntheticData;

class SummaryViewModelTest {
    private final Workbench workbench = new Workbench();
    private final FxQueue fxThread = new FxQueue();
    private final Session session = new Session(fxThread);
    private final SummaryViewModel viewModel = new SummaryViewModel(
            workbench.browsing(),
            session,
            new ImagesViewModel(workbench.browsing(), session));

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void hashesTheSetInTheBackground() {
        var set = SyntheticData.parted("Synthetic", 1100, 50);
        session.data().set(set);
        assertThat(viewModel.parts()).isEqualTo("Train 1,100 · Test 50");
        assertThat(viewModel.origin().get()).isNull();
        fxThread.runNext();
        assertThat(viewModel.origin().get().sha256()).isEqualTo(set.sha256());
        assertThat(viewModel.origin().get().sources()).containsExactly("synthetic");
    }

    @Test
    void forgetsTheHashOfASetThatIsClosed() {
        session.data().set(SyntheticData.parted("Synthetic", 20, 10));
        fxThread.runNext();
        session.data().set(null);
        assertThat(viewModel.origin().get()).isNull();
    }

    @Test
    void writesARowForEachPart() throws Exception {
        session.data().set(SyntheticData.parted("Synthetic", 20, 10));
        assertThat(viewModel.csv().call())
                .startsWith("part,images,width,height,classes,sha256,source\ntrain,20,28,28,10,")
                .hasLineCount(3);
    }
}
