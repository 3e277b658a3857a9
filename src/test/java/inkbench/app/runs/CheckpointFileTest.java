package inkbench.app.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import inkbench.model.Activation;
import inkbench.model.Architecture;
import inkbench.model.InitialWeights.Scale;
import inkbench.model.LayerSpec.Dense;
import inkbench.model.LayerSpec.Flatten;
import inkbench.model.Shape;
import inkbench.model.Weights;
import inkbench.model.file.ModelException;
import inkbench.model.network.layer.Loss;
import inkbench.training.Checkpoint;
import inkbench.training.Checkpoint.Best;
import inkbench.training.Checkpoint.Progress;
import inkbench.training.augmentation.Augmentation;
import inkbench.training.event.EpochResult;
import inkbench.training.event.RateChange;
import inkbench.training.optimizer.Optimizer;
import inkbench.training.optimizer.Schedule;
import inkbench.training.recipe.ClassWeighting;
import inkbench.training.recipe.EarlyStopping;
import inkbench.training.recipe.Recipe;
import inkbench.training.recipe.TrainingSettings;
import inkbench.training.recipe.Validation;

class CheckpointFileTest {
    private static final Architecture SMALL = new Architecture("small", new Shape(4, 4, 1),
            List.of(new Flatten(), new Dense(20, Activation.RELU), new Dense(10, Activation.IDENTITY)));
    private static final Random RANDOM = new Random(4);

    @TempDir
    private Path folder;

    static Stream<Recipe> recipes() {
        var plain = Recipe.of(new Optimizer.Sgd(Math.nextUp(0.1)));
        return Stream.of(
                plain,
                Recipe.of(new Optimizer.Nesterov(0.1, 0.9, 1e-4)).withSchedule(new Schedule.Step(0.3, 7)),
                Recipe.of(new Optimizer.RmsProp(1e-3, 0.9, 1e-7)).withSchedule(new Schedule.Exponential(0.97)),
                Recipe.of(new Optimizer.AdaDelta(1, 0.95, 1e-7)).withSchedule(new Schedule.Cosine(0.01, 0.1)),
                Recipe.of(new Optimizer.Adam(1e-3, 0.9, 0.999, 1e-7, 0.01)).withSchedule(new Schedule.OneCycle()),
                plain.withAugmentation(Augmentation.DIGITS).withPlainShare(1.0 / 3),
                plain.withLabelSmoothing(0.1).withInitialScale(Scale.HE).with(ClassWeighting.BALANCED));
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void comesBackAsTheSameBits(Recipe recipe) throws Exception {
        var checkpoint = checkpoint(recipe, new Validation.Share(0.2));

        assertSame(written(checkpoint), checkpoint);
    }

    @Test
    void knowsFolds() throws Exception {
        var checkpoint = checkpoint(Recipe.of(new Optimizer.Sgd(1)), new Validation.Fold(2, 5));

        assertSame(written(checkpoint), checkpoint);
    }

    @Test
    void damageAnywhereIsSaidInASentence() throws Exception {
        var file = folder.resolve("c");
        CheckpointFile.write(checkpoint(Recipe.of(new Optimizer.Sgd(1)), new Validation.Share(0.2)), file);
        var whole = Files.readAllBytes(file);

        for (int i = 0; i < 300; i++) {
            // Every other in the header, which is a small part of the file.
            int place = RANDOM.nextInt(i % 2 == 0 ? whole.length : 1200);
            var damaged = whole.clone();
            damaged[place] ^= (byte) (1 << RANDOM.nextInt(8));
            Files.write(file, damaged);

            assertThatThrownBy(() -> CheckpointFile.read(file)).as("byte %d", place)
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    @Test
    void aShorterOrLongerFileIsSaidInASentence() throws Exception {
        var file = folder.resolve("c");
        CheckpointFile.write(checkpoint(Recipe.of(new Optimizer.Sgd(1)), new Validation.Share(0.2)), file);
        var whole = Files.readAllBytes(file);

        for (int length : new int[]{0, 1, 15, 16, 100, whole.length / 2, whole.length - 1, whole.length + 1}) {
            Files.write(file, Arrays.copyOf(whole, length));

            assertThatThrownBy(() -> CheckpointFile.read(file)).as("%d bytes", length)
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    private Checkpoint written(Checkpoint checkpoint) throws Exception {
        var file = folder.resolve("c");
        CheckpointFile.write(checkpoint, file);
        return CheckpointFile.read(file);
    }

    private static void assertSame(Checkpoint found, Checkpoint expected) {
        assertThat(found.settings()).isEqualTo(expected.settings());
        assertThat(found.progress()).isEqualTo(expected.progress());
        assertSame(found.weights(), expected.weights());
        assertThat(found.memory()).containsExactly(expected.memory());
        assertThat(found.best().map(Best::validationLoss)).isEqualTo(expected.best().map(Best::validationLoss));
        expected.best().ifPresent(best -> assertSame(found.best().orElseThrow().weights(), best.weights()));
    }

    private static void assertSame(Weights found, Weights expected) {
        assertThat(found.iteration()).isEqualTo(expected.iteration());
        assertThat(found.sha256()).isEqualTo(expected.sha256());
    }

    private static Checkpoint checkpoint(Recipe recipe, Validation validation) {
        var architecture = SMALL;
        var settings = new TrainingSettings(architecture, recipe, 12, 128, validation, -3, new EarlyStopping(2));
        int count = 1000;
        var progress = new Progress(
                new Loss(1.0 / 3, 7, 9),
                Math.PI,
                List.of(new EpochResult(1, Math.E, 0.1, Double.NaN, Double.NaN, 1e-9)),
                List.of(new RateChange(17, Math.nextDown(0.5))),
                1e6 / 3,
                1e5 / 3,
                1L << 40);
        return new Checkpoint(
                settings,
                numbers(17, architecture.parameterCount()),
                numbers(0, count).values(),
                progress,
                Optional.of(new Best(1, 0.1, numbers(9, architecture.parameterCount()))));
    }

    private static Weights numbers(long iteration, int count) {
        var values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) RANDOM.nextGaussian();
        }
        return new Weights(iteration, values);
    }
}
