package inkbench.desktop.evaluate.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import inkbench.app.runs.KeptModel;
import inkbench.data.Dataset;
import inkbench.desktop.common.Session;
import inkbench.evaluation.Evaluation;
import inkbench.evaluation.comparison.Change;
import inkbench.model.Model;
import inkbench.task.Job;
import inkbench.task.Workers;
import inkbench.testing.SampleModels;
import inkbench.testing.SyntheticDigits;
import javafx.beans.property.SimpleObjectProperty;

class ComparisonViewModelTest {
    private static final Dataset IMAGES = SyntheticDigits.of(6, 14, 1);
    private static final Model OTHER = SampleModels.untrained("other");

    private final Workers workers = new Workers("fake-models", 1);
    private final SimpleObjectProperty<Evaluation> own = new SimpleObjectProperty<>();
    private final OtherModels models = new OtherModels() {
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
            return workers.submit("reading", progress -> answers("other", 0, 1, 2, 9, 9, 9));
        }
    };
    private final ComparisonViewModel viewModel = new ComparisonViewModel(own, models, new Session(Runnable::run));

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void comparesWhatThisModelReadsWithTheOthersAnswers() throws Exception {
        own.set(answers("own", 0, 9, 2, 3, 4, 9));

        viewModel.choice().takeShipped();
        await();

        var counts = viewModel.comparison().get().all();
        assertThat(counts.fixed()).as("3 and 4").isEqualTo(2);
        assertThat(counts.broken()).as("1").isEqualTo(1);
        assertThat(counts.bothWrong()).as("5").isEqualTo(1);
        assertThat(viewModel.names()).contains("own, beside other");
        assertThat(viewModel.csv().lines()).contains("1,0,0,1,0", "5,0,0,0,1").hasSize(11);
    }

    @Test
    void showsTheImagesBehindACountWithBothAnswers() throws Exception {
        own.set(answers("own", 0, 9, 2, 3, 4, 9));
        viewModel.choice().takeShipped();
        await();

        viewModel.selection().set(new CountCell(CountCell.ALL, Change.FIXED));

        assertThat(viewModel.images().get().size()).isEqualTo(2);
        assertThat(viewModel.images().get().label(1)).isEqualTo(4);
        assertThat(viewModel.answers(1)).isEqualTo("9 → 4");
        assertThat(viewModel.otherProbabilities(1)[9]).isOne();
        assertThat(viewModel.probabilities(1)[4]).isOne();
        viewModel.selection().set(new CountCell(1, Change.FIXED));
        assertThat(viewModel.images().get().size()).isZero();
    }

    @Test
    void readsAnewWhereOtherImagesAreLookedAt() throws Exception {
        own.set(answers("own", 0, 9, 2, 3, 4, 9));
        viewModel.choice().takeShipped();
        await();
        viewModel.selection().set(new CountCell(CountCell.ALL, Change.FIXED));

        own.set(answers("own", 0, 1, 2, 3, 4, 5));
        assertThat(viewModel.images().get()).isNull();
        await();
        assertThat(viewModel.comparison().get().all().fixed()).isEqualTo(3);

        own.set(null);
        assertThat(viewModel.comparison().get()).isNull();
    }

    /** Until all that was asked for is answered: answers come on the worker's thread, one after the other. */
    private void await() throws Exception {
        for (int i = 0; i < 3; i++) {
            workers.submit("last", progress -> null).result().get(10, TimeUnit.SECONDS);
        }
    }

    private static Evaluation answers(String name, int... predictions) {
        var probabilities = new float[predictions.length][10];
        for (int i = 0; i < predictions.length; i++) {
            probabilities[i][predictions[i]] = 1;
        }
        return Evaluation.of(name, IMAGES, probabilities);
    }
}
