package inkbench.desktop.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

import inkbench.app.Workbench;
import inkbench.app.runs.RunPlan;
import inkbench.data.PartedDataset;
import inkbench.desktop.common.Notice;
import inkbench.desktop.common.Session;
import inkbench.desktop.common.Theme;
import inkbench.desktop.common.chart.ChartPane;
import inkbench.store.run.RunState;
import inkbench.testing.FxStage;
import inkbench.testing.Pictures;
import inkbench.testing.SampleDigits;
import inkbench.training.event.TrainingEvent;
import inkbench.training.recipe.Preset;
import inkbench.training.recipe.TrainingSettings;
import javafx.scene.Parent;
import javafx.scene.control.Label;

/** What the window says of a run that was interrupted, with a real run and a real workspace. */
class ResumeOfferTest {
    private static final PartedDataset DATA = SampleDigits.parted("Samples", 40);
    private static final TrainingSettings SETTINGS = Preset.mlp().settings(8, 32, 0.2, 1);

    @TempDir
    private Path folder;
    private final Session session = new Session();
    private final Theme theme = new Theme();
    private TrainPlace place;

    @BeforeEach
    void interruptARun() throws Exception {
        FxStage.startToolkit();
        try (var workbench = workbench()) {
            var begun = new CountDownLatch(20);
            var plan = RunPlan.of("mlp").every(Duration.ofNanos(1));
            var run = workbench.training().start(SETTINGS, DATA, plan, event -> {
                if (event instanceof TrainingEvent.BatchDone) {
                    begun.countDown();
                }
            });
            begun.await();
            workbench.runs().suspend(run).get(1, TimeUnit.MINUTES);
        }
    }

    @Test
    void goesOnToTheSameWeights() throws Exception {
        try (var workbench = workbench()) {
            var straight = workbench.training().start(SETTINGS, DATA, event -> {}).result().get(1, TimeUnit.MINUTES);
            var offer = offer(workbench, DATA);
            assertThat(offer.text()).startsWith("mlp on Samples was interrupted in epoch ");

            press(offer, "Go on");
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> FxStage.onFx(() -> session.runs().size() == 1));

            var result = FxStage.onFx(() -> session.runs().getFirst().result());
            assertThat(result.weights().sha256()).isEqualTo(straight.weights().sha256());
            assertThat(result.history()).hasSize(8);
            assertThat(FxStage.onFx(() -> session.place().get())).isEqualTo("train");
            showsWhereItWentOn();
        }
    }

    private void showsWhereItWentOn() {
        var scene = FxStage.show(() -> (Parent) place.view(), 1200, 720);
        var note = FxStage.onFx(() -> ((Label) scene.lookup("#run-note")).getText());
        assertThat(note).startsWith("Goes on where it was interrupted: epoch ");
        ChartPane loss = FxStage.onFx(() -> (ChartPane) scene.lookup("#loss-chart"));
        var firstBatch = loss.chart().csv().lines().filter(line -> line.startsWith("batches,")).findFirst()
                .orElseThrow();
        assertThat(Double.parseDouble(firstBatch.split(",")[1])).as("what came before the interruption").isLessThan(1);
        Pictures.take(scene, "train-resumed-light");
        FxStage.dark(theme, true);
        Pictures.take(scene, "train-resumed-dark");
        FxStage.dark(theme, false);
        FxStage.doFx(() -> scene.getWindow().hide());
    }

    @Test
    void offersAgainWhereOtherDataIsOpen() throws Exception {
        try (var workbench = workbench()) {
            var offer = offer(workbench, SampleDigits.parted("Others", 41));

            press(offer, "Go on");
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> FxStage.onFx(() -> session.problem().get() != null));

            assertThat(FxStage.onFx(() -> session.problem().get())).contains("has other images");
            assertThat(FxStage.onFx(() -> session.notices().stream().map(Notice::id).toList())).contains("resume");
        }
    }

    @Test
    void offersNoMoreWhatWasDiscarded() throws Exception {
        try (var workbench = workbench()) {
            press(offer(workbench, DATA), "Discard");
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> {
                var runs = workbench.runs().runs().result().get();
                return runs.getFirst().state() == RunState.CANCELLED;
            });

            assertThat(workbench.runs().interrupted().result().get()).isEmpty();
        }
    }

    private Workbench workbench() {
        var workbench = new Workbench();
        workbench.runs().use(folder.resolve("workspace.db"));
        return workbench;
    }

    /** What the place tells once it was made. */
    private Notice offer(Workbench workbench, PartedDataset open) throws Exception {
        FxStage.doFx(() -> {
            session.data().set(open);
            place = new TrainPlace(workbench, session);
        });
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> FxStage.onFx(() -> !session.notices().isEmpty()));
        return FxStage.onFx(() -> session.notices().getFirst());
    }

    private static void press(Notice notice, String name) {
        FxStage.doFx(
                () -> notice.actions()
                        .stream()
                        .filter(action -> action.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .run()
                        .run());
    }
}
