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

    /** How many weights and biases are learned. */
    int parameterCount(Shape input);

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
    }

    /**
     * A square convolution without padding ("valid") and with stride 1; weights of shape
     * {@code [kernel, kernel, inputChannels, filters]}.
     */
    record Convolution(int filters, int kernel, Activation activation) implements LayerSpec {
        public Convolution {
            requirePositive(filters);
            requirePositive(kernel);
        }

        @Override
        public String kind() {
            return "convolution";
        }

        @Override
        public Shape outputShape(Shape input) {
            return new Shape(input.height() - kernel + 1, input.width() - kernel + 1, filters);
        }

        @Override
        public int parameterCount(Shape input) {
            int field = Math.multiplyExact(Math.multiplyExact(kernel, kernel), input.channels());
            return Math.addExact(Math.multiplyExact(field, filters), filters);
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
            return new Shape(input.height() / size, input.width() / size, input.channels());
        }

        @Override
        public int parameterCount(Shape input) {
            return 0;
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

        @Override
        public int parameterCount(Shape input) {
            return 0;
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

        @Override
        public int parameterCount(Shape input) {
            return 0;
        }
    }

    private static void requirePositive(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("A layer needs sizes of at least 1: " + size);
        }
    }
}
