package inkbench.cli.classify;

import java.io.IOException;
import java.util.OptionalInt;

/**
 * Something to be read.
 *
 * @param label
 *            the digit that was meant, where that is known
 */
record Sample(String id, OptionalInt label, Picture picture) {
    /** Makes what networks see. */
    @FunctionalInterface
    interface Picture {
        /** {@code 28 × 28} unsigned bytes, row by row. */
        byte[] pixels() throws IOException;
    }
}
