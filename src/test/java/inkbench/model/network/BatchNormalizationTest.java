package inkbench.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import inkbench.data.Dataset;
import inkbench.model.Activation;
import inkbench.model.Architecture;
import inkbench.model.InitialWeights;
import inkbench.model.LayerSpec.BatchNormalization;
import inkbench.model.LayerSpec.Convolution;
import inkbench.model.LayerSpec.Dense;
import inkbench.model.Shape;
import inkbench.model.network.tensor.Parameters;
import inkbench.task.Team;
import inkbench.model.network.layer.Objective;

/** What batch normalisation keeps from one batch to the next. */
class BatchNormalizationTest {
    private static final int SIDE = 6;
    private static final int SAMPLES = 7;
    private static final int SHARDS = 3;
    private static final Dataset DATA = noise();
    /** One channel whose values are {@code weight · pixel + bias}. */
    private static final Architecture ARCHITECTURE = new Architecture(
            "x",
            new Shape(SIDE, SIDE, 1),
            List.of(
                    new Convolution(1, 1, Activation.IDENTITY),
                    new BatchNormalization(),
                    new Dense(10, Activation.IDENTITY)));
    private static final int BIAS = 1;
    private static final int MEAN = 4;
    private static final int VARIANCE = 5;

    private final Team team = Team.ofCaller();
    private final float[] parameters = InitialWeights.glorotUniform(ARCHITECTURE, 1).values();
    private final Parameters shared = new Parameters(parameters.length);
    private final Network network = Network.forTraining(ARCHITECTURE, shared, SAMPLES, SHARDS, Objective.PLAIN, team);

    BatchNormalizationTest() {
        parameters[0] = 1;
    }

    @AfterEach
    void close() {
        network.close();
        shared.close();
        team.close();
    }

    @Test
    void keepsATenthOfTheMeanAndVarianceOfEveryBatch() {
        learn(SAMPLES);
        assertThat((double) parameters[MEAN]).isCloseTo(0.1 * mean(), within(1e-6));
        assertThat((double) parameters[VARIANCE]).isCloseTo(0.9 + 0.1 * variance(), within(1e-6));

        learn(SAMPLES);
        assertThat((double) parameters[MEAN]).isCloseTo(0.19 * mean(), within(1e-6));
        assertThat((double) parameters[VARIANCE]).isCloseTo(0.81 + 0.19 * variance(), within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(floats = {300, -3000})
    void measuresTheVarianceFarFromZero(float bias) {
        parameters[BIAS] = bias;
        parameters[VARIANCE] = 0;
        learn(SAMPLES);

        assertThat((double) parameters[MEAN]).isCloseTo(0.1 * (bias + mean()), within(1e-3));
        assertThat(parameters[VARIANCE] / (0.1 * variance())).isCloseTo(1, within(1e-3));
    }

    @Test
    void changesNothingWhenItOnlyMeasures() {
        shared.write(parameters);
        network.measure(pictures(), SAMPLES);

        assertThat(read()).isEqualTo(parameters);
    }

    @Test
    void readsPicturesByWhatItKept() {
        parameters[MEAN] = 0.3f;
        parameters[VARIANCE] = 0.2f;
        shared.write(parameters);
        network.measure(pictures(), SAMPLES);

        var reference = new ReferenceNetwork(ARCHITECTURE).predictedLogits(doubles(parameters), samples());
        for (int i = 0; i < SAMPLES; i++) {
            var probabilities = new float[10];
            network.probabilities(i, probabilities);
            for (int j = 1; j < 10; j++) {
                assertThat(Math.log(probabilities[j] / (double) probabilities[0]))
                        .isCloseTo(reference[i][j] - reference[i][0], within(1e-5));
            }
        }
    }

    @Test
    void takesABatchInWhichNothingVaries() {
        parameters[0] = 0;
        var loss = learn(1);

        assertThat(loss).isFinite();
        assertThat(parameters[VARIANCE]).isEqualTo(0.9f);
        var gradient = new float[parameters.length];
        network.gradient().read(0, gradient, gradient.length);
        for (float value : gradient) {
            assertThat(value).isFinite();
        }
    }

    private double learn(int samples) {
        shared.write(parameters);
        double loss = network.learn(pictures(), samples, 1).mean();
        System.arraycopy(read(), 0, parameters, 0, parameters.length);
        return loss;
    }

    private float[] read() {
        var values = new float[parameters.length];
        shared.read(0, values, values.length);
        return values;
    }

    private static PictureSource pictures() {
        var pictures = new DatasetPictures(SHARDS, SIDE * SIDE);
        pictures.select(DATA, IntStream.range(0, SAMPLES).toArray(), 0);
        return pictures;
    }

    private static double mean() {
        return IntStream.range(0, SAMPLES * SIDE * SIDE).mapToDouble(BatchNormalizationTest::pixel).average()
                .orElseThrow();
    }

    private static double variance() {
        double mean = mean();
        return IntStream.range(0, SAMPLES * SIDE * SIDE)
                .mapToDouble(i -> (pixel(i) - mean) * (pixel(i) - mean))
                .average()
                .orElseThrow();
    }

    private static double pixel(int i) {
        return Byte.toUnsignedInt(DATA.image(i / (SIDE * SIDE))[i % (SIDE * SIDE)]) / 255.0;
    }

    private static double[][] samples() {
        var samples = new double[SAMPLES][SIDE * SIDE];
        for (int i = 0; i < SAMPLES * SIDE * SIDE; i++) {
            samples[i / (SIDE * SIDE)][i % (SIDE * SIDE)] = pixel(i);
        }
        return samples;
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }

    private static Dataset noise() {
        var pixels = new byte[SAMPLES * SIDE * SIDE];
        new SplittableRandom(3).nextBytes(pixels);
        return Dataset.of("noise", SIDE, SIDE, Dataset.DIGITS, pixels, new byte[]{0, 1, 2, 3, 4, 5, 6}, "seed 3");
    }
}
