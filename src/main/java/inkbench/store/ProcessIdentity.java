package inkbench.store;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * One process of one machine. Numbers of processes are given again, so the time when it started belongs to it.
 */
record ProcessIdentity(String host, long pid, Instant started) {
    private static final Path LINUX_HOST = Path.of("/proc/sys/kernel/hostname");
    // Linux counts from the boot, whose time moves with the clock.
    private static final Duration CLOCK_ERROR = Duration.ofSeconds(5);

    static ProcessIdentity ofThis() {
        return new ProcessIdentity(hostName(), ProcessHandle.current().pid(), startOf(ProcessHandle.current()));
    }

    /**
     * Whether it still runs. One of another host doesn't: SQLite's log can't be shared between hosts, so either the file was
     * copied or this host was renamed.
     */
    boolean alive() {
        return host.equals(hostName())
                && ProcessHandle.of(pid)
                        .filter(ProcessHandle::isAlive)
                        .map(handle -> Duration.between(startOf(handle), started).abs().compareTo(CLOCK_ERROR) <= 0)
                        .orElse(false);
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    /** Without asking a name server where that can be had. */
    private static String hostName() {
        try {
            return Files.exists(LINUX_HOST)
                    ? Files.readString(LINUX_HOST).strip()
                    : InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            return "localhost";
        }
    }
}
