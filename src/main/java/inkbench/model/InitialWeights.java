package inkbench.model;

import java.util.Arrays;
import java.util.SplittableRandom;

import inkbench.model.LayerSpec.Activate;
import inkbench.model.LayerSpec.AveragePooling;
import inkbench.model.LayerSpec.BatchNormalization;
import inkbench.model.LayerSpec.Convolution;
import inkbench.model.LayerSpec.Dense;
import inkbench.model.LayerSpec.Dropout;
import inkbench.model.LayerSpec.Flatten;
import inkbench.model.LayerSpec.GlobalAveragePooling;
import inkbench.model.LayerSpec.MaxPooling;

/** Where training starts from. */
public final class InitialWeights {
    private InitialWeights() {}

    /** How large weights are at first; biases are always 0. */
    public enum Scale {
        /** Uniform in ±√(6 / (fanIn + fanOut)) (Glorot and Bengio, 2010), as Keras starts. */
        GLOROT {
            @Override
            double limit(double fanIn, double fanOut) {
                return Math.sqrt(6 / (fanIn + fanOut));
            }
        },
        /** Uniform in ±√(6 / fanIn): signals stay as strong from layer to layer in spite of ReLU (He et al., 2015). */
        HE {
            @Override
            double limit(double fanIn, double fanOut) {
                return Math.sqrt(6 / fanIn);
            }
        };

        abstract double limit(double fanIn, double fanOut);
    }

    /** Weights of Glorot's scale, as {@link #of}. */
    public static Weights glorotUniform(Architecture architecture, long seed) {
        return of(architecture, Scale.GLOROT, seed);
    }

    /**
     * Random weights. Batch normalisation starts with γ 1, β 0, mean 0 and variance 1.
     *
     * @param seed
     *            the same seed gives the same weights
     */
    public static Weights of(Architecture architecture, Scale scale, long seed) {
        var values = new float[architecture.parameterCount()];
        var random = new SplittableRandom(seed);
        int offset = 0;
        var input = architecture.input();
        for (var row : architecture.summary()) {
            fill(row.layer(), input, values, offset, scale, random);
            offset += row.parameters();
            input = row.outputShape();
        }
        return new Weights(0, values);
    }

    private static void fill(LayerSpec layer, Shape input, float[] values, int offset, Scale scale,
            SplittableRandom random) {
        switch (layer) {
            case Dense dense -> fill(values, offset, input.size(), dense.units(), 1, scale, random);
            case Convolution convolution -> fill(
                    values,
                    offset,
                    input.channels(),
                    convolution.filters(),
                    convolution.kernel() * convolution.kernel(),
                    scale,
                    random);
            case BatchNormalization _ -> {
                int channels = input.channels();
                Arrays.fill(values, offset, offset + channels, 1);
                Arrays.fill(values, offset + 3 * channels, offset + 4 * channels, 1);
            }
            case Activate _,MaxPooling _,AveragePooling _,GlobalAveragePooling _,Dropout _,Flatten _ -> {
                // These have no parameters.
            }
        }
    }

    private static void fill(float[] values, int offset, int inputs, int outputs, int field, Scale scale,
            SplittableRandom random) {
        double limit = scale.limit((double) field * inputs, (double) field * outputs);
        int count = field * inputs * outputs;
        for (int i = 0; i < count; i++) {
            values[offset + i] = (float) ((2 * random.nextDouble() - 1) * limit);
        }
    }
}
