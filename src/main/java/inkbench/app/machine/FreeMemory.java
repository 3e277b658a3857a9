package inkbench.app.machine;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.Optional;

import com.sun.management.OperatingSystemMXBean;

/**
 * Memory that the process can still get.
 *
 * @param system
 *            bytes, from the system
 * @param heap
 *            bytes of those that the Java heap may take at most
 */
public record FreeMemory(long system, long heap) {
    /** Looks; takes less than a millisecond and waits for nothing. */
    public static FreeMemory now() {
        return new FreeMemory(new LinuxMemory(Path.of("/")).available().orElseGet(FreeMemory::elsewhere), heapLeft());
    }

    /** macOS counts what it caches as used, so that little is ever free there: half of all is taken to be within reach. */
    private static long elsewhere() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return Math.max(system.getFreeMemorySize(), system.getTotalMemorySize() / 2);
    }

    /** Beside what the last collection left; what came since may be garbage. */
    private static long heapLeft() {
        long used = ManagementFactory.getMemoryPoolMXBeans()
                .stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(pool -> Optional.ofNullable(pool.getCollectionUsage()).orElseGet(pool::getUsage))
                .mapToLong(usage -> usage.getUsed())
                .sum();
        return Math.max(0, Runtime.getRuntime().maxMemory() - used);
    }
}
