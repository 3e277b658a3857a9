package inkbench.desktop.evaluate.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import inkbench.app.robustness.RobustnessStudy;
import inkbench.app.runs.KeptModel;
import inkbench.data.Dataset;
import inkbench.desktop.common.Session;
import inkbench.desktop.evaluate.comparison.OtherModels;
import inkbench.evaluation.Evaluation;
import inkbench.model.Model;
import inkbench.robustness.Distortion;
import inkbench.task.Job;
import inkbench.task.Progress;
import inkbench.task.Workers;
import inkbench.testing.SampleDigits;
import inkbench.testing.SampleModels;
import javafx.beans.property.SimpleObjectProperty;

class RobustnessViewModelTest {
    private static final Dataset IMAGES = SampleDigits.dataset("Samples", 3, 1);
    private static final Model OTHER = SampleModels.untrained("other");

    private final Workers workers = new Workers("fake-study", 1);
    /** What is to be done on the FX thread, which here is the test's. */
    private final LinkedBlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();
    private final Session session = new Session(fx::add);
    private final SimpleObjectProperty<Evaluation> evaluation = new SimpleObjectProperty<>();
    private final List<Integer> read = Collections.synchronizedList(new ArrayList<>());
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private final RobustnessStudy study = new RobustnessStudy(workers, this::answer);
    private final RobustnessViewModel viewModel = new RobustnessViewModel(evaluation, study, models(), session,
            fx::add);

    @BeforeEach
    void evaluate() {
        session.model().set(SampleModels.untrained("own"));
        evaluation.set(SampleModels.evaluation("own", IMAGES));
    }

    @AfterEach
    void close() {
        gate.countDown();
        workers.close();
    }

    @Test
    void measuresTheChosenDistortionsWithAllModels() throws Exception {
        chooseOnly(Distortion.BLUR, Distortion.COVER);
        viewModel.choice().takeShipped();
        waitUntilIdle();
        viewModel.measure();
        waitUntilIdle();

        var report = viewModel.report().get();
        assertThat(report.distortions()).containsExactly(Distortion.BLUR, Distortion.COVER);
        assertThat(report.models()).containsExactly("own", "other");
        assertThat(viewModel.examples().distortion().get()).isEqualTo(Distortion.BLUR);
    }

    @Test
    void saysWhyNothingCanBeMeasured() {
        chooseOnly();
        assertThat(viewModel.objection().get()).isEqualTo("Choose at least one distortion.");
        viewModel.measure();
        assertThat(viewModel.job().get()).isNull();
        chooseOnly(Distortion.SHIFT);
        assertThat(viewModel.objection().get()).isNull();
        evaluation.set(null);
        assertThat(viewModel.objection().get()).isEqualTo("Evaluate a model first.");
    }

    @Test
    void givesUpWhenAskedAndSaysNothingOfIt() throws Exception {
        gate = new CountDownLatch(1);
        viewModel.measure();
        var job = viewModel.job().get();
        viewModel.cancel();
        gate.countDown();
        waitUntilIdle();

        assertThat(job.result()).isCompletedExceptionally();
        assertThat(viewModel.job().get()).isNull();
        assertThat(viewModel.report().get()).isNull();
        assertThat(session.problem().get()).isNull();
    }

    @Test
    void forgetsWhatBelongsToOtherImages() throws Exception {
        chooseOnly(Distortion.NOISE);
        viewModel.measure();
        waitUntilIdle();
        assertThat(viewModel.report().get()).isNotNull();
        runUntil(() -> viewModel.examples().examples().get() != null);

        evaluation.set(SampleModels.evaluation("own", SampleDigits.dataset("Others", 2, 5)));
        assertThat(viewModel.report().get()).isNull();
        assertThat(viewModel.examples().examples().get()).isNull();
        assertThat(viewModel.examples().modelNames()).isEmpty();
    }

    @Test
    void leavesOutExamplesThatNobodyWaitsForAnyMore() throws Exception {
        chooseOnly(Distortion.ROTATION);
        viewModel.measure();
        waitUntilIdle();
        runUntil(() -> viewModel.examples().examples().get() != null);
        read.clear();

        gate = new CountDownLatch(1);
        for (double level = 0; level <= 1; level += 0.01) {
            viewModel.examples().level().set(level);
        }
        viewModel.examples().level().set(0.25);
        gate.countDown();
        runUntil(() -> viewModel.examples().examples().get().strength() == 15);
        assertThat(read).hasSize(2);
    }

    private void chooseOnly(Distortion... wanted) {
        for (var distortion : Distortion.values()) {
            viewModel.chosen(distortion).set(List.of(wanted).contains(distortion));
        }
    }

    private void waitUntilIdle() throws InterruptedException {
        runUntil(() -> session.jobs().isEmpty());
    }

    private void runUntil(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            var task = fx.poll(20, TimeUnit.SECONDS);
            assertThat(task).as("something to happen").isNotNull();
            task.run();
        }
    }

    private Evaluation answer(Model model, Dataset images, Progress progress) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new CompletionException(e);
        }
        progress.throwIfCancelled();
        read.add(images.size());
        return SampleModels.evaluation(model.name(), images);
    }

    private OtherModels models() {
        return new OtherModels() {
            @Override
            public Job<Model> shipped() {
                return workers.submit("shipped", progress -> OTHER);
            }

            @Override
            public Job<List<KeptModel>> ofRuns() {
                return workers.submit("runs", progress -> List.of());
            }

            @Override
            public Job<Model> open(Path file) {
                return shipped();
            }

            @Override
            public Job<Evaluation> evaluate(Model model, Dataset images) {
                throw new AssertionError("Nothing to evaluate");
            }
        };
    }
}
