package inkbench.model;

import java.util.Locale;

/** What lies around a picture when a kernel moves over it, as Keras and TensorFlow define it. Works alike along both sides. */
public enum Padding {
    /** Nothing: the kernel stays within the picture. */
    VALID {
        @Override
        int outputLength(int length, int kernel, int stride) {
            if (kernel > length) {
                throw new IllegalArgumentException(
                        "A kernel of " + kernel + " does not fit into " + length + " without padding");
            }
            return (length - kernel) / stride + 1;
        }
    },
    /** So many zeros that there are {@code ⌈length / stride⌉} positions; of an odd number, one more behind than before. */
    SAME {
        @Override
        int outputLength(int length, int kernel, int stride) {
            return Math.ceilDiv(length, stride);
        }
    };

    /**
     * How many positions a kernel takes.
     *
     * @param length
     *            height or width of what it moves over
     * @throws IllegalArgumentException
     *             if there are none
     */
    abstract int outputLength(int length, int kernel, int stride);

    /** How many zeros the kernel sees, before and behind together. */
    public int zeros(int length, int kernel, int stride) {
        return Math.max(0, (outputLength(length, kernel, stride) - 1) * stride + kernel - length);
    }

    /** How many of {@link #zeros} lie before the picture. */
    public int zerosBefore(int length, int kernel, int stride) {
        return zeros(length, kernel, stride) / 2;
    }

    /** How it is called in model files: {@code valid}, {@code same}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
