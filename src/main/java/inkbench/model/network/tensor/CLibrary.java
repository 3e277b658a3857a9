package inkbench.model.network.tensor;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** The C library's memory allocator. */
final class CLibrary {
    // From glibc's malloc.h.
    private static final int TRIM_THRESHOLD = -1;
    private static final int MMAP_THRESHOLD = -3;
    private static final int LARGEST_MMAP_THRESHOLD = 32 << 20;
    private static final int KEPT = 256 << 20;

    private CLibrary() {}

    /**
     * Has glibc keep freed memory for the next allocation. oneDNN takes and frees many megabytes in every operation; by
     * default glibc gives such blocks back to the system each time, which then hands out new pages one by one, and a
     * quarter of the time goes there. Other C libraries are left as they are.
     */
    @SuppressWarnings("restricted")
    static void keepFreedMemory() {
        var linker = Linker.nativeLinker();
        linker.defaultLookup().find("mallopt").ifPresent(mallopt -> {
            call(linker, mallopt, MMAP_THRESHOLD, LARGEST_MMAP_THRESHOLD);
            call(linker, mallopt, TRIM_THRESHOLD, KEPT);
        });
    }

    @SuppressWarnings("restricted")
    private static void call(Linker linker, MemorySegment mallopt, int parameter, int value) {
        var type = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
        try {
            int accepted = (int) linker.downcallHandle(mallopt, type).invokeExact(parameter, value);
            assert accepted == 1 : parameter;
        } catch (Throwable e) {
            throw new IllegalStateException("mallopt", e);
        }
    }
}
