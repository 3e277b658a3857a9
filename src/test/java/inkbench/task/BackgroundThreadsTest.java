package inkbench.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class BackgroundThreadsTest {
    /** Where {@code proc(5)} has the nice value in the line of a thread, counted from after its name. */
    private static final int NICE = 16;

    @Test
    @EnabledOnOs(OS.LINUX)
    void stepBackAloneAndLeaveTheOthersAsTheyAre() throws Exception {
        int before = niceness();
        try (var background = Workers.inBackground("background", 1); var normal = new Workers("normal", 1)) {
            assertThat(background.submit("", progress -> niceness()).result().join()).isGreaterThan(before);
            assertThat(normal.submit("", progress -> niceness()).result().join()).isEqualTo(before);
        }
        assertThat(niceness()).isEqualTo(before);
    }

    private static int niceness() throws Exception {
        var line = Files.readString(Path.of("/proc/thread-self/stat"));
        return Integer.parseInt(line.substring(line.lastIndexOf(')') + 2).split(" ")[NICE]);
    }
}
