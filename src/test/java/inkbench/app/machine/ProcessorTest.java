package inkbench.app.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorTest {
    @TempDir
    private Path folder;

    @Test
    void linuxNamesTheModelOfEveryProcessor() throws Exception {
        var file = folder.resolve("cpuinfo");
        Files.writeString(file, """
                processor\t: 0
                model\t\t: 26
                model name\t: AMD EPYC 9B45
                processor\t: 1
                model name\t: AMD EPYC 9B45
                """);

        assertThat(Processor.fromLinux(file)).contains("AMD EPYC 9B45");
    }

    @Test
    void someProcessorsHaveNoNameAndOtherSystemsNoFile() throws Exception {
        var file = folder.resolve("cpuinfo");
        Files.writeString(file, "processor\t: 0\nmodel name\t:\nCPU architecture: 8\n");

        assertThat(Processor.fromLinux(file)).isEmpty();
        assertThat(Processor.fromLinux(folder.resolve("missing"))).isEmpty();
        assertThat(Processor.name()).isNotBlank();
    }
}
