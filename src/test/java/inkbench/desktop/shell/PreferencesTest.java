package inkbench.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import inkbench.desktop.common.Theme;
import inkbench.app.picture.ColourScale;

class PreferencesTest {
    @TempDir
    private Path folder;

    @Test
    void readsWhatItWrote() throws IOException {
        var preferences = new Preferences(Theme.Choice.DARK, ColourScale.CIVIDIS, "draw",
                List.of(Path.of("/digits/with ünïcode = and spaces"), Path.of("/b")),
                Optional.of(new WindowBounds(10, 20.5, 1000, 700, true)), true);
        assertThat(Preferences.read(write(preferences.toBytes()))).isEqualTo(preferences);
    }

    @Test
    void beginsWithDefaultsWhereNothingWasWritten() {
        assertThat(Preferences.read(folder.resolve("none"))).isEqualTo(Preferences.DEFAULTS);
    }

    @Test
    void forgetsWhatIsNoText() throws IOException {
        assertThat(Preferences.read(write(new byte[]{(byte) 0xC3, 0x28, 0, 1}))).isEqualTo(Preferences.DEFAULTS);
    }

    @Test
    void forgetsBrokenEscapes() throws IOException {
        assertThat(Preferences.read(write("theme=\\u12".getBytes()))).isEqualTo(Preferences.DEFAULTS);
    }

    @Test
    void keepsWhatIsUndamagedBesideWhatIsNot() throws IOException {
        var file = write("""
                theme=PURPLE
                colours=CIVIDIS
                place=train
                window.x=wide
                window.y=1
                """.getBytes());
        assertThat(Preferences.read(file)).isEqualTo(
                new Preferences(Theme.Choice.SYSTEM, ColourScale.CIVIDIS, "train", List.of(), Optional.empty(), false));
    }

    private Path write(byte[] content) throws IOException {
        return Files.write(folder.resolve("window.properties"), content);
    }
}
