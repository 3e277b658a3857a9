package inkbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;

class DataFolderTest {
    private static final Path HOME = Path.of("/home/ada");

    @Test
    void followsTheXdgSpecificationOnLinux() {
        assertThat(DataFolder.of("Linux", Map.of("XDG_DATA_HOME", "/data")::get, HOME))
                .isEqualTo(Path.of("/data/inkbench"));
        assertThat(DataFolder.of("Linux", Map.<String, String>of()::get, HOME))
                .isEqualTo(Path.of("/home/ada/.local/share/inkbench"));
        assertThat(DataFolder.of("Linux", Map.of("XDG_DATA_HOME", "relative")::get, HOME))
                .isEqualTo(Path.of("/home/ada/.local/share/inkbench"));
    }

    @Test
    void liesInApplicationSupportOnMac() {
        assertThat(DataFolder.of("Mac OS X", Map.<String, String>of()::get, HOME))
                .isEqualTo(Path.of("/home/ada/Library/Application Support/Inkbench"));
    }

    @Test
    void liesInRoamingDataOnWindows() {
        assertThat(DataFolder.of("Windows 11", Map.of("APPDATA", "/roaming")::get, HOME))
                .isEqualTo(Path.of("/roaming/Inkbench"));
        assertThat(DataFolder.of("Windows 11", Map.<String, String>of()::get, HOME))
                .isEqualTo(Path.of("/home/ada/AppData/Roaming/Inkbench"));
    }
}
