package inkbench.model.network;

import java.nio.file.Path;

import org.bytedeco.javacpp.Loader;
import org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu;
import org.nd4j.linalg.factory.Nd4j;

import inkbench.model.network.tensor.NativeLibrary;
import inkbench.model.network.tensor.OneDnn;

/**
 * What computes the networks on this machine.
 *
 * @param library
 *            the build of the native library that was chosen, such as {@code linux-x86_64-onednn-avx2}
 * @param oneDnn
 *            the version of oneDNN that computes convolutions, such as {@code 2.5.2}; null where the library does that itself
 * @param blas
 *            who multiplies matrices
 * @param vectorLevel
 *            the instructions that the library was built for
 * @param processorLevel
 *            those that the processor has; oneDNN and OpenBLAS use them whatever the library was built for
 * @param nativeThreads
 *            threads that the library uses for each thread that calls it: 1
 * @param processors
 *            processors that Java sees, and that training uses up to its number of shards
 */
public record Diagnostics(
        String library,
        String oneDnn,
        String blas,
        String vectorLevel,
        String processorLevel,
        int nativeThreads,
        int processors) {
    /** Looks; loads the native library if nobody has yet, which takes a second. */
    public static Diagnostics read() {
        var operations = NativeLibrary.operations();
        var blas = Nd4j.factory().blas();
        return new Diagnostics(
                Path.of(Loader.load(Nd4jCpu.class)).getParent().getFileName().toString(),
                OneDnn.isThere() ? OneDnn.version() : null,
                blas.getBlasVendor().name(),
                levelName(operations.binaryLevel()),
                levelName(operations.optimalLevel()),
                Math.max(operations.ompGetMaxThreads(), blas.getMaxThreads()),
                Runtime.getRuntime().availableProcessors());
    }

    /** Whatever decides, with the processor, how results are rounded. */
    public String arithmetic() {
        return oneDnn == null ? library : library + " with oneDNN " + oneDnn;
    }

    /** ND4J has numbers for these. */
    private static String levelName(int level) {
        return switch (level) {
            case 3 -> "AVX-512";
            case 2 -> "AVX2";
            default -> "generic";
        };
    }
}
