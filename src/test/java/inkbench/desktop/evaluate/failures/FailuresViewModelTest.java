package inkbench.desktop.evaluate.failures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import inkbench.app.explaining.Explaining;
import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.desktop.common.Session;
import inkbench.desktop.common.neighbours.NeighboursViewModel;
import inkbench.evaluation.Evaluation;
import inkbench.evaluation.failures.Failures;
import inkbench.explain.NearestImages.Neighbour;
import inkbench.model.InitialWeights;
import inkbench.model.Model;
import inkbench.task.Job;
import inkbench.task.Workers;
import inkbench.testing.FxQueue;
import inkbench.testing.SampleDigits;
import inkbench.testing.SampleModels;
import javafx.beans.property.SimpleObjectProperty;

class FailuresViewModelTest {
    private static final PartedDataset DATA = SampleDigits.parted("Samples", 12);

    private final Workers workers = new Workers("fake-work", 1);
    private final Explaining explaining = new Explaining(workers);
    private final FxQueue fx = new FxQueue();
    private final Session session = new Session(fx);
    private final SimpleObjectProperty<Evaluation> evaluation = new SimpleObjectProperty<>();
    private final SimpleObjectProperty<Part> part = new SimpleObjectProperty<>(Part.TRAIN);
    private final List<Evaluation> searched = new ArrayList<>();
    private final FailuresViewModel viewModel = new FailuresViewModel(evaluation, part, this::find, explaining, session,
            fx);

    @BeforeEach
    void evaluate() {
        session.data().set(DATA);
        session.model().set(model(1));
        evaluation.set(SampleModels.evaluation("own", train()));
    }

    @AfterEach
    void close() {
        explaining.close();
        workers.close();
    }

    @Test
    void looksForNothingWhileNobodyLooks() {
        assertThat(searched).isEmpty();
        assertThat(viewModel.shown().get()).isNull();

        look();

        assertThat(searched).containsExactly(evaluation.get());
        assertThat(viewModel.shown().get().size()).isEqualTo(120);
        viewModel.active().set(false);
        viewModel.active().set(true);
        assertThat(searched).hasSize(1);
    }

    @Test
    void forgetsWhatBelongsToAnotherEvaluation() {
        viewModel.active().set(true);
        var next = SampleModels.evaluation("next", train().subset(new int[]{3, 4, 5}));
        evaluation.set(next);
        waitUntil(() -> viewModel.shown().get() != null);

        assertThat(viewModel.shown().get().evaluation()).isSameAs(next);
        assertThat(viewModel.shown().get().size()).isEqualTo(3);
        evaluation.set(null);
        assertThat(viewModel.shown().get()).isNull();
        assertThat(viewModel.failures().get()).isNull();
    }

    @Test
    void showsTheImagesOfTheChosenPair() {
        look();
        viewModel.list().set(FailureList.PAIRS);
        var pairs = viewModel.failures().get().confusedPairs();
        assertThat(viewModel.shown().get().failures()).isEqualTo(pairs.getFirst().images());

        viewModel.pair().set(pairs.getLast());

        assertThat(viewModel.shown().get().failures()).isEqualTo(pairs.getLast().images());
    }

    @Test
    void explainsTheChosenImageForTheClassThatIsAskedAbout() {
        look();
        viewModel.list().set(FailureList.ERRORS);
        viewModel.selected().set(2);
        var failure = viewModel.shown().get().failures().get(2);
        waitUntil(() -> viewModel.explanation().explanation().get() != null);
        assertThat(viewModel.explanation().explanation().get().occlusion().classIndex())
                .isEqualTo(failure.prediction());

        viewModel.explanation().asked().set(AskedClass.LABEL);
        assertThat(viewModel.explanation().explanation().get()).isNull();
        waitUntil(() -> viewModel.explanation().explanation().get() != null);

        var why = viewModel.explanation().explanation().get();
        assertThat(why.occlusion().classIndex()).isEqualTo(failure.label());
        assertThat(why.pixels()).isEqualTo(train().image(failure.index()));
    }

    @Test
    void anImageIsNotItsOwnNeighbour() {
        look();
        read();
        viewModel.selected().set(0);
        waitUntil(() -> viewModel.neighbours().neighbours().get() != null);

        var neighbours = viewModel.neighbours().neighbours().get().neighbours();
        int own = viewModel.shown().get().failures().getFirst().index();
        assertThat(neighbours).hasSize(NeighboursViewModel.COUNT).extracting(Neighbour::index).doesNotContain(own);
    }

    @Test
    void keepsWhatWasReadWhenLabelsAreCorrected() {
        read();
        var corrected = train().relabelled(Map.of(0, 7));
        session.data().set(new PartedDataset("Samples", Map.of(Part.TRAIN, corrected)));

        assertThat(viewModel.neighbours().index().get().dataset()).isSameAs(corrected);
        session.model().set(model(2));
        assertThat(viewModel.neighbours().index().get()).isNull();
    }

    @Test
    void saysWhatIsMissingWithoutTrainingImages() {
        assertThat(viewModel.neighbours().objection().get()).isNull();

        session.data().set(new PartedDataset("Samples", Map.of(Part.TEST, DATA.part(Part.TEST).orElseThrow())));

        assertThat(viewModel.neighbours().objection().get()).startsWith("Open a data set with training images");
        viewModel.neighbours().read();
        assertThat(viewModel.neighbours().job().get()).isNull();
    }

    private Job<Failures> find(Evaluation evaluated, int most) {
        searched.add(evaluated);
        return workers.submit("Looking", progress -> Failures.of(evaluated, most));
    }

    private void look() {
        viewModel.active().set(true);
        waitUntil(() -> viewModel.shown().get() != null);
    }

    private void read() {
        viewModel.neighbours().read();
        waitUntil(() -> viewModel.neighbours().index().get() != null);
    }

    private void waitUntil(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            fx.runNext();
        }
    }

    private static Dataset train() {
        return DATA.part(Part.TRAIN).orElseThrow();
    }

    private static Model model(long seed) {
        var untrained = SampleModels.untrained("own");
        var architecture = untrained.architecture();
        return new Model("own", architecture, InitialWeights.glorotUniform(architecture, seed), untrained.origin());
    }
}
