package inkbench.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import inkbench.desktop.common.LiveProgress;
import inkbench.desktop.common.LiveRun;
import inkbench.desktop.common.Session;
import inkbench.testing.SyntheticData;
import inkbench.testing.UncontrolledRun;

class StatusViewModelTest {
    private final Session session = new Session(Runnable::run);
    private final StatusViewModel viewModel = new StatusViewModel(session);

    @Test
    void saysNothingWithoutARun() {
        assertThat(viewModel.isTraining().get()).isFalse();
        assertThat(viewModel.training().get()).isEmpty();
    }

    @Test
    void saysThatARunStartsBeforeItsFirstBatch() {
        session.liveRun().set(run());
        assertThat(viewModel.training().get()).isEqualTo("cnn · starting");
        assertThat(viewModel.trainingFraction().get()).isEqualTo(StatusViewModel.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0.2,   1 s left
            59.0,  59 s left
            60.0,  1 min left
            185,   3 min left
            3599,  1 h 0 min left
            5400,  1 h 30 min left
            """)
    void saysHowFarARunIs(double remaining, String left) {
        session.liveRun().set(run());
        session.liveProgress().set(new LiveProgress(4, 12, 0.3, 0.0412, 0.98, 2610.4, remaining));
        assertThat(viewModel.training().get())
                .isEqualTo("cnn · epoch 4/12 · loss 0.041 · 2,610 images/s · " + left);
        assertThat(viewModel.trainingFraction().get()).isEqualTo(0.3);
    }

    @Test
    void saysThatARunWaitsAndLetsItGoOn() {
        var orders = new ArrayList<String>();
        session.liveRun().set(new LiveRun("cnn", SyntheticData.parted("Synthetic", 20, 10), new UncontrolledRun() {
            @Override
            public void pause() {
                orders.add("pause");
            }

            @Override
            public void resume() {
                orders.add("resume");
            }
        }));
        session.liveProgress().set(new LiveProgress(4, 12, 0.3, 0.0412, 0.98, 2610.4, 100));
        viewModel.pauseOrResume();

        session.livePaused().set(true);

        assertThat(viewModel.training().get()).isEqualTo("cnn · paused in epoch 4/12 · loss 0.041");
        viewModel.pauseOrResume();
        assertThat(orders).containsExactly("pause", "resume");
    }

    private static LiveRun run() {
        return new LiveRun("cnn", SyntheticData.parted("Synthetic", 20, 10), new UncontrolledRun());
    }
}
