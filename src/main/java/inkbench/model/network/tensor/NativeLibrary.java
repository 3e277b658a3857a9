package inkbench.model.network.tensor;

import java.util.logging.Level;
import java.util.logging.Logger;

import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * ND4J's native library, loaded by the first use, and its threads.
 *
 * <p>Inkbench divides work over Java threads of its own, and each of them does its share alone: the thread pools inside
 * the library (OpenMP's and OpenBLAS's) would only fight over the same processors.
 */
public final class NativeLibrary {
    private static final NativeOps OPERATIONS = load();
    private static final ThreadLocal<Boolean> CONFINED = ThreadLocal.withInitial(NativeLibrary::confineCurrentThread);

    // Loggers are held weakly by the log manager; without this the level below would be forgotten.
    private static Logger chatter;

    private NativeLibrary() {}

    private static NativeOps load() {
        CLibrary.keepFreedMemory();
        System.setProperty("org.nd4j.log.initialization", "false");
        chatter = Logger.getLogger("org.nd4j");
        chatter.setLevel(Level.WARNING);
        Nd4j.factory().blas().setMaxThreads(1);
        Nd4j.getEnvironment().setMaxThreads(1);
        Nd4j.getEnvironment().setMaxMasterThreads(1);
        return NativeOpsHolder.getInstance().getDeviceNativeOps();
    }

    /** OpenMP keeps the number of its threads for every calling thread apart, so each must be told. */
    private static boolean confineCurrentThread() {
        OPERATIONS.setOmpNumThreads(1);
        return true;
    }

    /** The library's operations, with the calling thread confined to itself. */
    public static NativeOps operations() {
        CONFINED.get();
        return OPERATIONS;
    }
}
