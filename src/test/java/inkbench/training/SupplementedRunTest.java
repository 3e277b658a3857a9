package inkbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import inkbench.data.Dataset;
import inkbench.data.generator.DigitGenerator;
import inkbench.data.generator.OtherDrawings;
import inkbench.model.Activation;
import inkbench.model.Architecture;
import inkbench.model.LayerSpec.Dense;
import inkbench.model.LayerSpec.Flatten;
import inkbench.model.Shape;
import inkbench.model.Weights;
import inkbench.model.network.Predictor;
import inkbench.model.network.layer.SoftmaxCrossEntropy;
import inkbench.task.Progress;
import inkbench.testing.SyntheticDigits;
import inkbench.training.event.TrainingEvent;
import inkbench.training.optimizer.Optimizer;
import inkbench.training.recipe.Recipe;
import inkbench.training.recipe.Supplement;
import inkbench.training.recipe.TrainingSettings;

class SupplementedRunTest {
    private static final Architecture NETWORK = new Architecture(
            "small",
            new Shape(28, 28, 1),
            List.of(new Flatten(), new Dense(48, Activation.RELU), new Dense(10, Activation.IDENTITY)));
    private final Dataset digits = DigitGenerator.generate(600, 1, Progress.NONE);

    @Test
    void learnsToBeUnsureOfWhatIsNoDigit() throws Exception {
        var others = OtherDrawings.generate(300, 99);
        var plain = certainty(train(Supplement.NONE), others);
        var exposed = train(new Supplement(0, 600));

        assertThat(certainty(exposed, others)).isLessThan(plain - 0.2);
        assertThat(certainty(exposed, DigitGenerator.generate(300, 99, Progress.NONE)))
                .isGreaterThan(certainty(exposed, others) + 0.2);
    }

    @Test
    void isTheSameRunAgain() throws Exception {
        var supplement = new Supplement(100, 50);

        assertThat(train(supplement).sha256()).isEqualTo(train(supplement).sha256());
        assertThat(train(supplement).sha256()).isNotEqualTo(train(new Supplement(100, 51)).sha256());
    }

    @Test
    void countsWhatItLearnsFromAndLeavesTheFiguresToLabels() throws Exception {
        var events = new ArrayList<TrainingEvent>();
        try (var trainer = new Trainer(1)) {
            trainer.start(settings(new Supplement(200, 100)), digits, events::add).result().get();
        }

        assertThat(events).first().isInstanceOfSatisfying(
                TrainingEvent.Started.class,
                started -> assertThat(started.trainingImages()).isEqualTo(480 + 200 + 100));
        assertThat(events).last().isInstanceOfSatisfying(
                TrainingEvent.Finished.class,
                // A hundred of 780 images have no label that could be read right.
                finished -> assertThat(finished.result().history().getLast().accuracy()).isGreaterThan(0.9));
    }

    @Test
    void hasTheDigitsBeforeTheOthers() {
        var images = SupplementedImages.of(digits, new Supplement(20, 10), 1);

        assertThat(images.size()).isEqualTo(630);
        assertThat(images.label(599)).isEqualTo(digits.label(599));
        assertThat(images.image(599)).isEqualTo(digits.image(599));
        assertThat(IntStream.range(600, 620).map(images::label)).allMatch(label -> label >= 0 && label < 10);
        assertThat(IntStream.range(620, 630).map(images::label)).containsOnly(SoftmaxCrossEntropy.NO_CLASS);
    }

    @Test
    void refusesImagesOfAnotherKind() {
        var other = SyntheticDigits.of(50, 14, 1);
        var network = new Architecture(
                "small", new Shape(14, 14, 1), List.of(new Flatten(), new Dense(10, Activation.IDENTITY)));
        var settings = new TrainingSettings(
                network, Recipe.of(new Optimizer.Adam(1e-3)).with(new Supplement(10, 0)), 1, 10, 0.2, 1);
        try (var trainer = new Trainer(1)) {
            var run = trainer.start(settings, other, event -> {});
            assertThatThrownBy(() -> run.result().get()).hasMessageContaining("can't be supplemented");
        }
    }

    private static TrainingSettings settings(Supplement supplement) {
        return new TrainingSettings(
                NETWORK, Recipe.of(new Optimizer.Adam(3e-3)).with(supplement), 10, 50, 0.2, 1);
    }

    private Weights train(Supplement supplement) throws Exception {
        try (var trainer = new Trainer(1)) {
            return trainer.start(settings(supplement), digits, event -> {}).result().get().weights();
        }
    }

    /** Mean of the probabilities of the answers. */
    private static double certainty(Weights weights, Dataset images) {
        try (var predictor = new Predictor(NETWORK)) {
            return Arrays.stream(predictor.predictAll(weights, images, Progress.NONE))
                    .mapToDouble(row -> IntStream.range(0, row.length).mapToDouble(c -> row[c]).max().orElseThrow())
                    .average()
                    .orElseThrow();
        }
    }
}
