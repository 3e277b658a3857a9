package inkbench.app.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinuxMemoryTest {
    @TempDir
    private Path root;

    @Test
    void otherSystemsSayNothing() {
        assertThat(new LinuxMemory(root).available()).isEmpty();
    }

    @Test
    void withoutLimitsTheKernelsEstimateCounts() throws IOException {
        kernelHas(4_000);
        write("proc/self/cgroup", "0::/user.slice\n");
        write("sys/fs/cgroup/user.slice/memory.max", "max\n");
        write("sys/fs/cgroup/user.slice/memory.current", "1000\n");

        assertThat(new LinuxMemory(root).available()).hasValue(4_000 * 1024);
    }

    @Test
    void aContainersLimitCountsWithoutItsCachedFiles() throws IOException {
        kernelHas(4_000);
        write("proc/self/cgroup", "0::/\n");
        write("sys/fs/cgroup/memory.max", "1000000\n");
        write("sys/fs/cgroup/memory.current", "700000\n");
        write("sys/fs/cgroup/memory.stat", "anon 200000\ninactive_file 500000\nactive_file 7\n");

        assertThat(new LinuxMemory(root).available()).hasValue(800_000);
    }

    @Test
    void aGroupIsLimitedByThoseAboveIt() throws IOException {
        kernelHas(4_000);
        write("proc/self/cgroup", "0::/outer/inner\n");
        write("sys/fs/cgroup/outer/memory.max", "600000\n");
        write("sys/fs/cgroup/outer/memory.current", "500000\n");
        write("sys/fs/cgroup/outer/inner/memory.max", "900000\n");
        write("sys/fs/cgroup/outer/inner/memory.current", "300000\n");

        assertThat(new LinuxMemory(root).available()).hasValue(100_000);
    }

    @Test
    void theFirstVersionOfControlGroupsCountsToo() throws IOException {
        kernelHas(4_000);
        write("proc/self/cgroup", "9:name=systemd:/\n4:cpu,memory:/docker/abc\n");
        write("sys/fs/cgroup/memory/docker/abc/memory.limit_in_bytes", "500000\n");
        write("sys/fs/cgroup/memory/docker/abc/memory.usage_in_bytes", "400000\n");
        write("sys/fs/cgroup/memory/docker/abc/memory.stat", "inactive_file 1\ntotal_inactive_file 50000\n");

        assertThat(new LinuxMemory(root).available()).hasValue(150_000);
    }

    @Test
    void exceededLimitLeavesNothing() throws IOException {
        kernelHas(4_000);
        write("proc/self/cgroup", "0::/../elsewhere\n0::/\n");
        write("sys/fs/cgroup/memory.max", "1000\n");
        write("sys/fs/cgroup/memory.current", "2000\n");

        assertThat(new LinuxMemory(root).available()).hasValue(0);
    }

    @Test
    void thisMachineHasSomeMemoryLeft() {
        var free = FreeMemory.now();

        assertThat(free.system()).isPositive();
        assertThat(free.heap()).isPositive().isLessThanOrEqualTo(Runtime.getRuntime().maxMemory());
    }

    private void kernelHas(int kibibytes) throws IOException {
        write("proc/meminfo", "MemTotal: 16000 kB\nMemFree: 100 kB\nMemAvailable:   " + kibibytes + " kB\n");
    }

    private void write(String file, String content) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), content);
    }
}
