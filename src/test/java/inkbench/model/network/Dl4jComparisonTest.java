package inkbench.model.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

import inkbench.data.Dataset;
import inkbench.model.Architecture;
import inkbench.model.InitialWeights;
import inkbench.model.LayerSpec.Convolution;
import inkbench.model.LayerSpec.Dense;
import inkbench.model.LayerSpec.Flatten;
import inkbench.model.LayerSpec.MaxPooling;
import inkbench.model.Shape;
import inkbench.model.network.tensor.Parameters;
import inkbench.task.Team;

/** The same weights and images in DL4J's own layers. */
class Dl4jComparisonTest {
    private static final int SAMPLES = 6;
    private static final int SIDE = 12;
    private static final Architecture CNN = new Architecture(
            "cnn",
            new Shape(SIDE, SIDE, 1),
            List.of(
                    new Convolution(8, 3, inkbench.model.Activation.RELU),
                    new Convolution(12, 3, inkbench.model.Activation.RELU),
                    new MaxPooling(2),
                    new Flatten(),
                    new Dense(20, inkbench.model.Activation.RELU),
                    new Dense(10, inkbench.model.Activation.IDENTITY)));
    private static final int[] UNITS = {8, 12, 20, 10};

    @Test
    void hasTheSameOutputsLossAndGradients() {
        var data = data();
        var weights = InitialWeights.glorotUniform(CNN, 3).values();
        var reference = reference(weights);
        var dataSet = dataSet(data);
        reference.setInput(dataSet.getFeatures());
        reference.setLabels(dataSet.getLabels());
        var expectedOutput = reference.output(dataSet.getFeatures(), false);
        reference.computeGradientAndScore();

        try (var team = Team.ofCaller();
                var shared = new Parameters(weights.length);
                var network = Network.forTraining(CNN, shared, SAMPLES, 2, 0, team)) {
            shared.write(weights);
            var pictures = new DatasetPictures(2, SIDE * SIDE);
            pictures.select(data, new int[]{0, 1, 2, 3, 4, 5}, 0);
            var loss = network.learn(pictures, SAMPLES, 1);

            assertClose(new float[]{(float) loss.mean()}, new float[]{(float) reference.score()}, "loss");
            for (int i = 0; i < SAMPLES; i++) {
                var probabilities = new float[10];
                network.probabilities(i, probabilities);
                assertClose(probabilities, expectedOutput.getRow(i).toFloatVector(), "sample " + i);
            }
            assertGradients(network, reference);
        }
    }

    private static void assertGradients(Network network, MultiLayerNetwork reference) {
        var ours = new float[CNN.parameterCount()];
        network.gradient().read(0, ours, ours.length);
        var theirs = reference.gradient().gradientForVariable();
        int offset = 0;
        int[] layers = {0, 1, 3, 4};
        for (int i = 0; i < layers.length; i++) {
            var weight = theirs.get(layers[i] + "_W");
            var ordered = weight.rank() == 4 ? weight.permute(2, 3, 1, 0) : weight;
            offset = assertNext(ours, offset, ordered, "weights of layer " + layers[i]);
            offset = assertNext(ours, offset, theirs.get(layers[i] + "_b"), "biases of layer " + layers[i]);
        }
        assertThat(offset).isEqualTo(ours.length);
    }

    private static int assertNext(float[] ours, int offset, INDArray theirs, String description) {
        // DL4J divides by the number of samples later, when it updates.
        var expected = theirs.dup('c').divi(SAMPLES).data().asFloat();
        var actual = Arrays.copyOfRange(ours, offset, offset + expected.length);
        assertClose(actual, expected, description);
        return offset + expected.length;
    }

    /** To 1e-4 of the largest value. */
    private static void assertClose(float[] actual, float[] expected, String description) {
        float largest = 0;
        float difference = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(expected[i]));
            difference = Math.max(difference, Math.abs(expected[i] - actual[i]));
        }
        assertThat(largest).as(description).isPositive();
        assertThat(difference / largest).as(description).isLessThan(1e-4f);
    }

    private static MultiLayerNetwork reference(float[] weights) {
        var configuration = new NeuralNetConfiguration.Builder().updater(new NoOp())
                .convolutionMode(ConvolutionMode.Truncate)
                .list()
                .layer(new ConvolutionLayer.Builder(3, 3).nOut(UNITS[0]).activation(Activation.RELU).build())
                .layer(new ConvolutionLayer.Builder(3, 3).nOut(UNITS[1]).activation(Activation.RELU).build())
                .layer(
                        new SubsamplingLayer.Builder(PoolingType.MAX).kernelSize(2, 2)
                                .stride(2, 2)
                                .build())
                .layer(new DenseLayer.Builder().nOut(UNITS[2]).activation(Activation.RELU).build())
                .layer(
                        new OutputLayer.Builder(LossFunction.MCXENT).nOut(UNITS[3])
                                .activation(Activation.SOFTMAX)
                                .build())
                .setInputType(InputType.convolutional(SIDE, SIDE, 1, CNN2DFormat.NHWC))
                .build();
        var network = new MultiLayerNetwork(configuration);
        network.init();
        int offset = 0;
        for (int layer : new int[]{0, 1, 3, 4}) {
            offset = setNext(network, layer, "W", weights, offset);
            offset = setNext(network, layer, "b", weights, offset);
        }
        return network;
    }

    /** DL4J's filters are {@code [out, in, row, column]}, ours {@code [row, column, in, out]}. */
    private static int setNext(MultiLayerNetwork network, int layer, String name, float[] weights, int offset) {
        var parameter = network.getLayer(layer).getParam(name);
        int length = (int) parameter.length();
        var values = Nd4j.createFromArray(Arrays.copyOfRange(weights, offset, offset + length));
        if (parameter.rank() == 4) {
            long[] shape = parameter.shape();
            parameter.assign(values.reshape('c', shape[2], shape[3], shape[1], shape[0]).permute(3, 2, 0, 1));
        } else {
            parameter.assign(values.reshape('c', parameter.shape()));
        }
        return offset + length;
    }

    private static Dataset data() {
        var pixels = new byte[SAMPLES * SIDE * SIDE];
        new SplittableRandom(9).nextBytes(pixels);
        return Dataset.of("noise", SIDE, SIDE, Dataset.DIGITS, pixels, new byte[]{1, 8, 0, 9, 4, 4}, "seed 9");
    }

    private static DataSet dataSet(Dataset data) {
        var features = Nd4j.zeros(SAMPLES, SIDE, SIDE, 1);
        var labels = Nd4j.zeros(SAMPLES, 10);
        for (int i = 0; i < SAMPLES; i++) {
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    features.putScalar(new int[]{i, y, x, 0}, data.pixel(i, x, y) / 255f);
                }
            }
            labels.putScalar(i, data.label(i), 1);
        }
        return new DataSet(features, labels);
    }
}
