package inkbench.model;

/**
 * One layer of an {@link Architecture} as data: what it computes, not how.
 *
 * <p>The set is closed, so that a model file can name nothing but these.
 */
public sealed interface LayerSpec {
    /** The field's short name for the kind of layer, as it stands in model files and summaries. */
    String kind();

    /**
     * The shape of what comes out.
     *
     * @throws IllegalArgumentException
     *             if a sample of the input's shape can't go in
     */
    Shape outputShape(Shape input);

    /** How many numbers belong to the layer: what is learned, and behind it the {@link #stateCount state}. */
    default int parameterCount(Shape input) {
        return 0;
    }

    /**
     * How many multiplications, each with its addition, it takes to read one sample; what a layer only compares, moves or puts
     * through a function is not counted.
     */
    default long multiplyAdds(Shape input) {
        return 0;
    }

    /** How many of the {@link #parameterCount parameters}, the last ones, are not learned by gradients but measured. */
    default int stateCount(Shape input) {
        return 0;
    }

    /**
     * Every input to every unit: {@code activation(x·W + b)}, W of shape {@code [inputs, units]}.
     *
     * @param units
     *            values that come out
     */
    record Dense(int units, Activation activation) implements LayerSpec {
        public Dense {
            requirePositive(units);
        }

        @Override
        public String kind() {
            return "dense";
        }

        @Override
        public Shape outputShape(Shape input) {
            return Shape.vector(units);
        }

        @Override
        public int parameterCount(Shape input) {
            return Math.addExact(Math.multiplyExact(input.size(), units), units);
        }

        @Override
        public long multiplyAdds(Shape input) {
            return (long) input.size() * units;
        }
    }

    /**
     * A square convolution; weights of shape {@code [kernel, kernel, inputChannels, filters]}.
     *
     * @param stride
     *            steps from one position of the kernel to the next, along both sides; at most {@code kernel}, so that no
     *            value is left out
     */
    record Convolution(int filters, int kernel, int stride, Padding padding, Activation activation)
            implements
                LayerSpec {
        public Convolution {
            requirePositive(filters);
            requirePositive(kernel);
            requirePositive(stride);
            if (stride > kernel) {
                throw new IllegalArgumentException(
                        "A stride of " + stride + " leaves out values between kernels of " + kernel);
            }
        }

        /** Without padding and with stride 1. */
        public Convolution(int filters, int kernel, Activation activation) {
            this(filters, kernel, 1, Padding.VALID, activation);
        }

        @Override
        public String kind() {
            return "convolution";
        }

        @Override
        public Shape outputShape(Shape input) {
            return new Shape(
                    padding.outputLength(input.height(), kernel, stride),
                    padding.outputLength(input.width(), kernel, stride),
                    filters);
        }

        @Override
        public int parameterCount(Shape input) {
            int field = Math.multiplyExact(Math.multiplyExact(kernel, kernel), input.channels());
            return Math.addExact(Math.multiplyExact(field, filters), filters);
        }

        @Override
        public long multiplyAdds(Shape input) {
            long field = (long) kernel * kernel * input.channels();
            return field * outputShape(input).size();
        }
    }

    /**
     * Brings every channel to mean {@code β} and standard deviation {@code γ}, over batch, height and width (Ioffe and Szegedy
     * 2015): {@code γ·(x − mean)/√(variance + ε) + β}. While training, mean and variance are those of the batch; otherwise
     * those of many batches, which are followed while training. A vector's values are channels.
     *
     * <p>Parameters: γ, β, then as state the mean and the variance, each a number per channel.
     */
    record BatchNormalization() implements LayerSpec {
        /** ε, as in Keras. */
        public static final double EPSILON = 1e-3;
        /**
         * What is kept of the old mean and variance in every iteration; the rest comes from the batch. That of DL4J and
         * PyTorch: over the pixels of a batch both are measured well enough, and Keras's 0.99 would lag behind the weights for
         * a whole epoch of a short run.
         */
        public static final double MOMENTUM = 0.9;

        @Override
        public String kind() {
            return "batch-normalization";
        }

        @Override
        public Shape outputShape(Shape input) {
            return input;
        }

        @Override
        public int parameterCount(Shape input) {
            return Math.multiplyExact(4, input.channels());
        }

        @Override
        public int stateCount(Shape input) {
            return Math.multiplyExact(2, input.channels());
        }

        @Override
        public long multiplyAdds(Shape input) {
            return input.size();
        }
    }

    /** A function of each value, for where it isn't part of the layer before. */
    record Activate(Activation activation) implements LayerSpec {
        @Override
        public String kind() {
            return "activation";
        }

        @Override
        public Shape outputShape(Shape input) {
            return input;
        }
    }

    /** The largest value of every {@code size × size} square, squares side by side; a remainder at the edge is dropped. */
    record MaxPooling(int size) implements LayerSpec {
        public MaxPooling {
            requirePositive(size);
        }

        @Override
        public String kind() {
            return "max-pooling";
        }

        @Override
        public Shape outputShape(Shape input) {
            return pooled(input, size);
        }
    }

    /** The mean of every {@code size × size} square, squares side by side; a remainder at the edge is dropped. */
    record AveragePooling(int size) implements LayerSpec {
        public AveragePooling {
            requirePositive(size);
        }

        @Override
        public String kind() {
            return "average-pooling";
        }

        @Override
        public Shape outputShape(Shape input) {
            return pooled(input, size);
        }
    }

    /** The mean of every channel over the whole picture, as a vector. */
    record GlobalAveragePooling() implements LayerSpec {
        @Override
        public String kind() {
            return "global-average-pooling";
        }

        @Override
        public Shape outputShape(Shape input) {
            return Shape.vector(input.channels());
        }
    }

    /**
     * While training, sets each value to 0 with probability {@code rate} and divides the others by {@code 1 − rate}.
     *
     * @param rate
     *            0 (keep all) up to, but not including, 1: Keras's meaning, the opposite of DL4J's
     */
    record Dropout(double rate) implements LayerSpec {
        public Dropout {
            if (!(rate >= 0 && rate < 1)) {
                throw new IllegalArgumentException("A dropout rate lies in [0, 1): " + rate);
            }
        }

        @Override
        public String kind() {
            return "dropout";
        }

        @Override
        public Shape outputShape(Shape input) {
            return input;
        }
    }

    /** The values of a picture as one vector, in memory order. */
    record Flatten() implements LayerSpec {
        @Override
        public String kind() {
            return "flatten";
        }

        @Override
        public Shape outputShape(Shape input) {
            return Shape.vector(input.size());
        }
    }

    private static Shape pooled(Shape input, int size) {
        if (size > input.height() || size > input.width()) {
            throw new IllegalArgumentException("Squares of " + size + "×" + size + " do not fit into " + input);
        }
        return new Shape(input.height() / size, input.width() / size, input.channels());
    }

    private static void requirePositive(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("A layer needs sizes of at least 1: " + size);
        }
    }
}
