package inkbench.model.network.tensor;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Native memory of a thread, in which one of oneDNN's primitives after the other does its sums. There are more primitives than
 * threads, and Winograd's algorithm takes megabytes in each.
 */
final class Scratchpad {
    private static final ThreadLocal<Scratchpad> OF_THREAD = ThreadLocal.withInitial(Scratchpad::new);
    // Vector instructions are slower across the lines of the cache.
    private static final int ALIGNMENT = 64;

    private BytePointer memory = new BytePointer();
    private Pointer aligned;
    private long bytes;

    private Scratchpad() {}

    /** At least so many bytes, for the calling thread, until it asks again. */
    static Pointer ofThread(long bytes) {
        var scratchpad = OF_THREAD.get();
        if (scratchpad.bytes < bytes) {
            scratchpad.grow(bytes);
        }
        return scratchpad.aligned;
    }

    private void grow(long wanted) {
        memory.close();
        memory = new BytePointer(wanted + ALIGNMENT);
        aligned = memory.getPointer(Math.floorMod(-memory.address(), ALIGNMENT));
        bytes = wanted;
    }
}
