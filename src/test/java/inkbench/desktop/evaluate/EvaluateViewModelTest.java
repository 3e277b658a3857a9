package inkbench.desktop.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.desktop.common.Session;
import inkbench.desktop.evaluate.matrix.Cell;
import inkbench.desktop.evaluate.matrix.CellSelection;
import inkbench.evaluation.Evaluation;
import inkbench.model.Model;
import inkbench.statistics.PixelStatistics;
import inkbench.task.Job;
import inkbench.task.Workers;
import inkbench.testing.FxQueue;
import inkbench.testing.SampleDigits;
import inkbench.testing.SampleModels;

class EvaluateViewModelTest {
    private final Workers workers = new Workers("fake-reading", 1);
    private final FxQueue fxThread = new FxQueue();
    private final Session session = new Session(fxThread);
    private final EvaluateViewModel viewModel = new EvaluateViewModel(
            this::evaluate,
            this::statistics,
            session);
    private final PartedDataset data = SampleDigits.parted("Samples", 20);
    private boolean failing;

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(viewModel.objection().get()).startsWith("Open a data set in Data");
        session.data().set(data);
        assertThat(viewModel.objection().get()).startsWith("No model is loaded yet");
        session.model().set(SampleModels.untrained("cnn"));
        assertThat(viewModel.objection().get()).isNull();
        assertThat(viewModel.action().get()).isEqualTo("Evaluate cnn on Samples test");
    }

    @Test
    void measuresAnotherPartWithoutLookingAtIt() {
        open();
        viewModel.measure();
        fxThread.runNext();
        var test = viewModel.evaluation().get();
        viewModel.measure(Part.TRAIN);
        fxThread.runNext();

        assertThat(viewModel.part().get()).isEqualTo(Part.TEST);
        assertThat(viewModel.evaluation().get()).isSameAs(test);
        assertThat(session.evaluation().get()).isSameAs(test);
        assertThat(viewModel.evaluations().get(Part.TRAIN).dataset()).isSameAs(data.part(Part.TRAIN).orElseThrow());
        viewModel.part().set(Part.TRAIN);
        assertThat(viewModel.evaluation().get()).isSameAs(viewModel.evaluations().get(Part.TRAIN));
    }

    @Test
    void refusesImagesOfAnotherSize() {
        session.model().set(SampleModels.untrained("cnn"));
        var small = Dataset.of("USPS", 16, 16, Dataset.DIGITS, new byte[256], new byte[]{3}, "made");
        session.data().set(new PartedDataset("USPS", Map.of(Part.TEST, small)));
        assertThat(viewModel.objection().get()).isEqualTo(
                "cnn reads images of 28×28 pixels, but USPS has 16×16; fit the images, open other data or train a network on these.");
    }

    @Test
    void refusesImagesWithoutLabels() {
        session.model().set(SampleModels.untrained("cnn"));
        var bare = Dataset.of("Kaggle", 28, 28, Dataset.DIGITS, new byte[784], new byte[0], "made");
        session.data().set(new PartedDataset("Kaggle", Map.of(Part.TEST, bare)));
        assertThat(viewModel.objection().get()).startsWith("Kaggle has no labels");
        assertThat(viewModel.parts()).isEmpty();
    }

    @Test
    void measuresInTheBackgroundAndTellsTheSession() {
        open();
        viewModel.measure();
        assertThat(viewModel.job().get()).isNotNull();
        assertThat(session.jobs()).hasSize(1);
        fxThread.runNext();
        assertThat(viewModel.job().get()).isNull();
        assertThat(session.evaluation().get()).isSameAs(viewModel.evaluation().get()).isNotNull();
    }

    @Test
    void reportsAFailureAndCanBeAskedAgain() {
        open();
        failing = true;
        viewModel.measure();
        fxThread.runNext();
        assertThat(session.problem().get()).isEqualTo("The disk is on fire.");
        assertThat(viewModel.evaluation().get()).isNull();
        failing = false;
        viewModel.measure();
        fxThread.runNext();
        assertThat(viewModel.evaluation().get()).isNotNull();
    }

    @Test
    void keepsWhatWasMeasuredForEveryPart() {
        open();
        viewModel.measure();
        fxThread.runNext();
        var onTest = viewModel.evaluation().get();
        viewModel.part().set(Part.TRAIN);
        assertThat(viewModel.evaluation().get()).isNull();
        assertThat(viewModel.action().get()).isEqualTo("Evaluate cnn on Samples train");
        viewModel.part().set(Part.TEST);
        assertThat(viewModel.evaluation().get()).isSameAs(onTest);
    }

    @Test
    void forgetsWhatAnotherModelOfTheSameNameWasMeasuredAt() {
        open();
        viewModel.measure();
        fxThread.runNext();
        session.model().set(SampleModels.untrained("cnn"));
        assertThat(viewModel.evaluation().get()).isNull();
    }

    @Test
    void showsAnEvaluationThatAnotherPlaceMade() {
        open();
        viewModel.part().set(Part.TRAIN);
        var made = SampleModels.evaluation("cnn", data.part(Part.TEST).orElseThrow());
        session.evaluation().set(made);
        assertThat(viewModel.part().get()).isEqualTo(Part.TEST);
        assertThat(viewModel.evaluation().get()).isSameAs(made);
    }

    @Test
    void showsTheImagesOfACellMostConfidentFirst() {
        open();
        session.evaluation().set(SampleModels.evaluation("cnn", data.part(Part.TEST).orElseThrow()));
        viewModel.selection().set(CellSelection.of(new Cell(4, 4)));

        var images = viewModel.images().get();
        assertThat(images.size()).isEqualTo(viewModel.evaluation().get().confusion().count(4, 4)).isPositive();
        for (int i = 0; i < images.size(); i++) {
            assertThat(images.label(i)).isEqualTo(4);
            if (i > 0) {
                assertThat(viewModel.probabilities(i)[4]).isLessThanOrEqualTo(viewModel.probabilities(i - 1)[4]);
            }
        }
    }

    @Test
    void closesTheCellWhenAnotherEvaluationIsShown() {
        open();
        session.evaluation().set(SampleModels.evaluation("cnn", data.part(Part.TEST).orElseThrow()));
        viewModel.selection().set(CellSelection.of(new Cell(4, 9)));
        viewModel.part().set(Part.TRAIN);
        assertThat(viewModel.selection().get()).isEqualTo(CellSelection.NONE);
        assertThat(viewModel.images().get()).isNull();
    }

    @Test
    void showsTheMeanOfTheImagesOfSeveralCells() {
        open();
        session.evaluation().set(SampleModels.evaluation("cnn", data.part(Part.TEST).orElseThrow()));
        viewModel.selection().set(CellSelection.of(new Cell(4, 4), new Cell(7, 8)));
        fxThread.runNext();
        var images = viewModel.images().get();
        int pixel = 14 * images.width() + 14;
        double sum = 0;
        for (int i = 0; i < images.size(); i++) {
            assertThat(images.label(i)).isIn(4, 7);
            sum += images.image(i)[pixel] & 0xFF;
        }
        assertThat(viewModel.mean().get()[pixel] & 0xFF).isEqualTo((int) Math.round(sum / images.size()));
        viewModel.selection().set(CellSelection.NONE);
        assertThat(viewModel.mean().get()).isNull();
    }

    @Test
    void doesNotAskDataForCellsThatItCanNotFilter() {
        open();
        session.evaluation().set(SampleModels.evaluation("cnn", data.part(Part.TEST).orElseThrow()));
        viewModel.selection().set(CellSelection.of(new Cell(4, 4), new Cell(7, 8)));
        viewModel.showInData();
        assertThat(session.askedFor().get()).isNull();
        assertThat(session.place().get()).isNull();
    }

    private Job<PixelStatistics> statistics(Dataset images) {
        return workers.submit("Averaging", progress -> PixelStatistics.of(images, progress));
    }

    private void open() {
        session.data().set(data);
        session.model().set(SampleModels.untrained("cnn"));
    }

    private Job<Evaluation> evaluate(Model model, Dataset images) {
        return workers.submit("Evaluating", progress -> {
            if (failing) {
                throw new IOException("The disk is on fire.");
            }
            return SampleModels.evaluation(model.name(), images);
        });
    }
}
