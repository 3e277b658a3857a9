package inkbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import inkbench.data.Dataset;
import inkbench.model.Activation;
import inkbench.model.Architecture;
import inkbench.model.InitialWeights;
import inkbench.model.LayerSpec.Activate;
import inkbench.model.LayerSpec.BatchNormalization;
import inkbench.model.LayerSpec.Convolution;
import inkbench.model.LayerSpec.Dense;
import inkbench.model.LayerSpec.Dropout;
import inkbench.model.LayerSpec.GlobalAveragePooling;
import inkbench.model.LayerSpec.MaxPooling;
import inkbench.model.Padding;
import inkbench.model.Prediction;
import inkbench.model.Shape;
import inkbench.model.network.Predictor;
import inkbench.task.Progress;
import inkbench.task.Team;
import inkbench.testing.SyntheticDigits;
import inkbench.training.augmentation.Augmentation;
import inkbench.training.event.TrainingResult;
import inkbench.training.optimizer.Optimizer;
import inkbench.training.recipe.Recipe;
import inkbench.training.recipe.TrainingSettings;
import inkbench.training.step.ShardedStep;

/** Training of a network whose layers write some of its parameters themselves: the mean and variance of batch normalisation. */
class StateOfLayersTest {
    private static final int SIDE = 14;
    private static final Architecture NETWORK = new Architecture(
            "normalised",
            new Shape(SIDE, SIDE, 1),
            List.of(
                    new Convolution(8, 3, 1, Padding.SAME, Activation.IDENTITY),
                    new BatchNormalization(),
                    new Activate(Activation.RELU),
                    new Convolution(16, 3, 2, Padding.SAME, Activation.IDENTITY),
                    new BatchNormalization(),
                    new Activate(Activation.ELU),
                    new MaxPooling(2),
                    new Dropout(0.1),
                    new Dense(24, Activation.IDENTITY),
                    new BatchNormalization(),
                    new Activate(Activation.LEAKY_RELU),
                    new Dense(10, Activation.IDENTITY)));
    /** Its parameters begin with γ, β, and the mean and the variance of all pixels. */
    private static final Architecture OF_PIXELS = new Architecture(
            "of pixels",
            new Shape(SIDE, SIDE, 1),
            List.of(new BatchNormalization(), new GlobalAveragePooling(), new Dense(10, Activation.IDENTITY)));
    private static final int MEAN = 2;
    private static final int VARIANCE = 3;
    private static final Dataset DATA = SyntheticDigits.of(600, SIDE, 7);

    @Test
    void learnsAndThenReadsByTheStateAsWellAsItMeasured() throws Exception {
        var last = train(NETWORK, 2, 6);
        var epoch = last.history().getLast();
        assertThat(epoch.validationAccuracy()).isGreaterThan(0.95);
        assertThat(epoch.loss()).isLessThan(last.history().getFirst().loss());

        try (var predictor = new Predictor(NETWORK)) {
            var fresh = SyntheticDigits.of(300, SIDE, 8);
            var answers = predictor.predictAll(last.weights(), fresh, Progress.NONE);
            int right = 0;
            for (int i = 0; i < answers.length; i++) {
                right += new Prediction(answers[i]).digit() == fresh.label(i) ? 1 : 0;
            }
            assertThat((double) right / answers.length).isCloseTo(epoch.validationAccuracy(), within(0.04));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4})
    void givesTheSameBitsOnAnyNumberOfThreads(int threads) throws Exception {
        assertThat(train(NETWORK, threads, 2).weights().values()).isEqualTo(train(NETWORK, 2, 2).weights().values());
    }

    @Test
    void keepsOptimizersAwayFromTheState() {
        // A decay of the weights would pull at the mean and the variance as well.
        var recipe = Recipe.of(new Optimizer.Adam(1e-2).withWeightDecay(0.9));
        var settings = new TrainingSettings(OF_PIXELS, recipe, 100, DATA.size(), 0, 1);
        try (var team = Team.ofCaller();
                var step = new ShardedStep(settings, InitialWeights.glorotUniform(OF_PIXELS, 1), DATA.size(),
                        new float[0], team)) {
            var places = IntStream.range(0, DATA.size()).toArray();
            for (int i = 1; i <= 100; i++) {
                step.learn(DATA, places, 0, DATA.size(), i, 1e-2, false);
            }

            assertThat((double) step.weights()[MEAN]).isCloseTo(mean(), within(1e-4));
        }
    }

    /** What is turned and bent has another mean; and what was learned last, a sixth of the images, has another one too. */
    @Test
    void measuresTheStateInTheEndOverImagesAsTheyAre() throws Exception {
        var recipe = Recipe.of(new Optimizer.Sgd(1e-3)).withAugmentation(Augmentation.NONE.withScale(0.5));
        var settings = new TrainingSettings(OF_PIXELS, recipe, 1, 100, 0, 1);
        try (var trainer = new Trainer(2)) {
            var weights = trainer.start(settings, DATA, _ -> {}).result().get().weights().values();

            // Four batches of 128 of the 600 images.
            assertThat((double) weights[MEAN]).isCloseTo(mean(), within(2e-3));
            assertThat((double) weights[VARIANCE]).isCloseTo(squares() - mean() * mean(), within(2e-3));
        }
    }

    private static double mean() {
        return average(1);
    }

    private static double squares() {
        return average(2);
    }

    private static double average(int power) {
        double sum = 0;
        for (int i = 0; i < DATA.size(); i++) {
            for (byte pixel : DATA.image(i)) {
                sum += Math.pow(Byte.toUnsignedInt(pixel) / 255.0, power);
            }
        }
        return sum / ((double) DATA.size() * SIDE * SIDE);
    }

    private static TrainingResult train(Architecture architecture, int threads, int epochs) throws Exception {
        var settings = new TrainingSettings(architecture, Recipe.of(new Optimizer.Adam(5e-3)), epochs, 50, 0.2, 1);
        try (var trainer = new Trainer(threads)) {
            return trainer.start(settings, DATA, _ -> {}).result().get();
        }
    }
}
