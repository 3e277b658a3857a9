package inkbench.training.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

import inkbench.data.Dataset;
import inkbench.model.Activation;
import inkbench.model.Architecture;
import inkbench.model.InitialWeights;
import inkbench.model.LayerSpec.Dense;
import inkbench.model.LayerSpec.Flatten;
import inkbench.model.Shape;
import inkbench.task.Team;
import inkbench.task.Workers;
import inkbench.testing.SyntheticDigits;
import inkbench.training.optimizer.Optimizer;
import inkbench.training.recipe.Recipe;
import inkbench.training.recipe.TrainingSettings;

/** Ten steps of the dense network without dropout, beside DL4J's own training. */
class Dl4jTrainingTest {
    private static final int BATCH = 32;
    private static final int STEPS = 10;
    private static final int[] UNITS = {512, 256, 64, 10};
    private static final Dataset DATA = SyntheticDigits.of(BATCH * STEPS, 28, 3);
    private static final Architecture MLP = new Architecture(
            "mlp without dropout",
            new Shape(28, 28, 1),
            List.of(
                    new Flatten(),
                    new Dense(UNITS[0], Activation.RELU),
                    new Dense(UNITS[1], Activation.RELU),
                    new Dense(UNITS[2], Activation.RELU),
                    new Dense(UNITS[3], Activation.IDENTITY)));

    @Test
    void followsDl4jWithRmsProp() {
        assertSamePath(
                new Optimizer.RmsProp(1e-3, 0.9, 1e-7),
                RmsProp.builder().learningRate(1e-3).rmsDecay(0.9).epsilon(1e-7).build());
    }

    @Test
    void followsDl4jWithAdaDelta() {
        assertSamePath(new Optimizer.AdaDelta(1, 0.95, 1e-7), AdaDelta.builder().rho(0.95).epsilon(1e-7).build());
    }

    private static void assertSamePath(Optimizer optimizer, IUpdater updater) {
        var initial = InitialWeights.glorotUniform(MLP, 5);
        var settings = new TrainingSettings(MLP, Recipe.of(optimizer), 1, BATCH, 0, 1);
        var reference = reference(updater, initial.values());
        var places = IntStream.range(0, DATA.size()).toArray();
        try (var team = new Team(2, Workers.daemons("team"));
                var step = new ShardedStep(settings, initial, BATCH, new float[0], team)) {
            for (int i = 0; i < STEPS; i++) {
                var loss = step.learn(DATA, places, i * BATCH, (i + 1) * BATCH, i + 1, optimizer.learningRate(), false);
                reference.fit(batch(i * BATCH));
                assertThat((float) loss.mean()).as("loss of step %d", i)
                        .isCloseTo((float) reference.score(), withinPercentage(0.1));
            }
            assertClose(step.weights(), weights(reference), initial.values());
        }
    }

    /** The distance between the two ends is below a thousandth of the way that was gone. */
    private static void assertClose(float[] ours, float[] theirs, float[] initial) {
        double distance = 0;
        double way = 0;
        for (int i = 0; i < ours.length; i++) {
            distance += Math.pow(ours[i] - theirs[i], 2);
            way += Math.pow(theirs[i] - initial[i], 2);
        }
        assertThat(way).isPositive();
        assertThat(Math.sqrt(distance / way)).isLessThan(1e-3);
    }

    private static MultiLayerNetwork reference(IUpdater updater, float[] weights) {
        var layers = new NeuralNetConfiguration.Builder().updater(updater).list();
        int inputs = MLP.input().size();
        for (int i = 0; i < UNITS.length - 1; i++) {
            layers.layer(
                    new DenseLayer.Builder().nIn(inputs)
                            .nOut(UNITS[i])
                            .activation(org.nd4j.linalg.activations.Activation.RELU)
                            .build());
            inputs = UNITS[i];
        }
        layers.layer(
                new OutputLayer.Builder(LossFunction.MCXENT).nIn(inputs)
                        .nOut(UNITS[UNITS.length - 1])
                        .activation(org.nd4j.linalg.activations.Activation.SOFTMAX)
                        .build());
        var network = new MultiLayerNetwork(layers.build());
        network.init();
        int offset = 0;
        for (int layer = 0; layer < UNITS.length; layer++) {
            for (var name : List.of("W", "b")) {
                var parameter = network.getLayer(layer).getParam(name);
                int end = offset + (int) parameter.length();
                var values = Nd4j.createFromArray(Arrays.copyOfRange(weights, offset, end));
                parameter.assign(values.reshape('c', parameter.shape()));
                offset = end;
            }
        }
        // DL4J starts the running means at epsilon, Keras at 0.
        network.getUpdater().getStateViewArray().assign(0);
        return network;
    }

    private static float[] weights(MultiLayerNetwork network) {
        var weights = new float[MLP.parameterCount()];
        int offset = 0;
        for (int layer = 0; layer < UNITS.length; layer++) {
            for (var name : List.of("W", "b")) {
                var values = network.getLayer(layer).getParam(name).dup('c').data().asFloat();
                System.arraycopy(values, 0, weights, offset, values.length);
                offset += values.length;
            }
        }
        return weights;
    }

    private static DataSet batch(int from) {
        var features = new float[BATCH][28 * 28];
        var labels = new float[BATCH][10];
        for (int i = 0; i < BATCH; i++) {
            var image = DATA.image(from + i);
            for (int j = 0; j < image.length; j++) {
                features[i][j] = Byte.toUnsignedInt(image[j]) / 255f;
            }
            labels[i][DATA.label(from + i)] = 1;
        }
        return new DataSet(Nd4j.createFromArray(features), Nd4j.createFromArray(labels));
    }
}
