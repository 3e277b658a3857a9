package inkbench.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import inkbench.testing.FxStage;
import javafx.scene.image.Image;

class AppIconTest {
    @BeforeAll
    static void startToolkit() {
        FxStage.startToolkit();
    }

    @Test
    void readsEverySize() {
        assertThat(AppIcon.images()).noneMatch(Image::isError)
                .extracting(Image::getWidth)
                .containsExactly(16.0, 32.0, 48.0, 64.0, 128.0, 256.0);
    }
}
