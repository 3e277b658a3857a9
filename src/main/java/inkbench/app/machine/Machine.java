package inkbench.app.machine;

import inkbench.model.network.Diagnostics;

/**
 * What Inkbench computes on.
 *
 * @param processor
 *            the processor's name
 * @param engine
 *            the native library, and what it uses of the processor
 */
public record Machine(String processor, Diagnostics engine) {
    /** Looks; loads the native library if nobody has yet, which takes a second. */
    public static Machine read() {
        return new Machine(Processor.name(), Diagnostics.read());
    }
}
