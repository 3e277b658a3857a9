package inkbench.model.network;

import java.util.Arrays;
import java.util.List;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

import inkbench.model.Activation;
import inkbench.model.Architecture;
import inkbench.model.LayerSpec;
import inkbench.model.LayerSpec.Activate;
import inkbench.model.LayerSpec.AveragePooling;
import inkbench.model.LayerSpec.BatchNormalization;
import inkbench.model.LayerSpec.Convolution;
import inkbench.model.LayerSpec.Dense;
import inkbench.model.LayerSpec.Dropout;
import inkbench.model.LayerSpec.Flatten;
import inkbench.model.LayerSpec.GlobalAveragePooling;
import inkbench.model.LayerSpec.MaxPooling;
import inkbench.model.Padding;

/** An architecture made of DL4J's own layers, with parameters and gradients in the order of ours. */
final class Dl4jNetwork {
    private final MultiLayerNetwork network;
    private final Architecture architecture;

    Dl4jNetwork(Architecture architecture, float[] parameters) {
        this.architecture = architecture;
        var list = new NeuralNetConfiguration.Builder().updater(new NoOp())
                .convolutionMode(ConvolutionMode.Truncate)
                .list();
        var specs = architecture.layers();
        for (var spec : specs) {
            if (!(spec instanceof Flatten)) {
                list.layer(layer(spec, spec == specs.getLast()));
            }
        }
        var input = architecture.input();
        var type = InputType.convolutional(input.height(), input.width(), input.channels(), CNN2DFormat.NHWC);
        network = new MultiLayerNetwork(list.setInputType(type).build());
        network.init();
        int offset = 0;
        int index = 0;
        for (var spec : specs) {
            for (var name : parameterNames(spec)) {
                offset = set(network.getLayer(index).getParam(name), parameters, offset);
            }
            index += spec instanceof Flatten ? 0 : 1;
        }
    }

    private static Layer layer(LayerSpec spec, boolean last) {
        return switch (spec) {
            case Dense dense when last -> new OutputLayer.Builder(LossFunction.MCXENT).nOut(dense.units())
                    .activation(new ActivationSoftmax())
                    .build();
            case Dense dense ->
                new DenseLayer.Builder().nOut(dense.units()).activation(function(dense.activation())).build();
            case Convolution convolution -> new ConvolutionLayer.Builder(convolution.kernel(), convolution.kernel())
                    .stride(convolution.stride(), convolution.stride())
                    .convolutionMode(
                            convolution.padding() == Padding.SAME ? ConvolutionMode.Same : ConvolutionMode.Truncate)
                    .nOut(convolution.filters())
                    .activation(function(convolution.activation()))
                    .build();
            case BatchNormalization _ -> new org.deeplearning4j.nn.conf.layers.BatchNormalization.Builder()
                    .eps(BatchNormalization.EPSILON)
                    .decay(BatchNormalization.MOMENTUM)
                    .useLogStd(false)
                    .build();
            case Activate activate -> new ActivationLayer(function(activate.activation()));
            case MaxPooling pooling -> pooling(PoolingType.MAX, pooling.size());
            case AveragePooling pooling -> pooling(PoolingType.AVG, pooling.size());
            case GlobalAveragePooling _ -> new GlobalPoolingLayer(PoolingType.AVG);
            case Dropout _,Flatten _ -> throw new IllegalArgumentException(spec.kind());
        };
    }

    private static Layer pooling(PoolingType type, int size) {
        return new SubsamplingLayer.Builder(type).kernelSize(size, size).stride(size, size).build();
    }

    private static IActivation function(Activation activation) {
        return switch (activation) {
            case IDENTITY -> new ActivationIdentity();
            case RELU -> new ActivationReLU();
            case LEAKY_RELU -> new ActivationLReLU();
            case ELU -> new ActivationELU();
            case TANH -> new ActivationTanH();
        };
    }

    private static List<String> parameterNames(LayerSpec spec) {
        return switch (spec) {
            case Dense _,Convolution _ -> List.of("W", "b");
            case BatchNormalization _ -> List.of("gamma", "beta", "mean", "var");
            default -> List.of();
        };
    }

    /** DL4J's filters are {@code [out, in, row, column]}, ours {@code [row, column, in, out]}. */
    private static int set(INDArray parameter, float[] values, int offset) {
        int length = (int) parameter.length();
        var ours = Nd4j.createFromArray(Arrays.copyOfRange(values, offset, offset + length));
        if (parameter.rank() == 4) {
            long[] shape = parameter.shape();
            parameter.assign(ours.reshape('c', shape[2], shape[3], shape[1], shape[0]).permute(3, 2, 0, 1));
        } else {
            parameter.assign(ours.reshape('c', parameter.shape()));
        }
        return offset + length;
    }

    /** Probabilities of every sample, while training or afterwards. */
    float[][] probabilities(DataSet data, boolean training) {
        return network.output(data.getFeatures(), training).toFloatMatrix();
    }

    /** Goes through a batch and back; returns the mean loss. */
    double learn(DataSet data) {
        network.setInput(data.getFeatures());
        network.setLabels(data.getLabels());
        network.computeGradientAndScore();
        return network.score();
    }

    /** The gradients of the parameters after {@link #learn}; 0 for what isn't learned. */
    float[] gradients(int samples) {
        var gradients = new float[architecture.parameterCount()];
        var byName = network.gradient().gradientForVariable();
        int offset = 0;
        int index = 0;
        for (var spec : architecture.layers()) {
            for (var name : parameterNames(spec)) {
                var gradient = byName.get(index + "_" + name);
                if (!name.equals("mean") && !name.equals("var")) {
                    var ordered = gradient.rank() == 4 ? gradient.permute(2, 3, 1, 0) : gradient;
                    // DL4J divides by the number of samples later, when it updates.
                    var values = ordered.dup('c').divi(samples).data().asFloat();
                    System.arraycopy(values, 0, gradients, offset, values.length);
                }
                offset += (int) gradient.length();
            }
            index += spec instanceof Flatten ? 0 : 1;
        }
        return gradients;
    }
}
