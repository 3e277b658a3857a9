package inkbench.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

class PicturesTest {
    private final BufferedImage expected = new BufferedImage(4, 3, BufferedImage.TYPE_INT_ARGB);
    private final BufferedImage actual = new BufferedImage(4, 3, BufferedImage.TYPE_INT_ARGB);

    @Test
    void acceptsWhatTheEyeDoesNotSee() {
        actual.setRGB(1, 1, 0x00040404);
        assertThatCode(() -> Pictures.compare(expected, actual, "same")).doesNotThrowAnyException();
    }

    @Test
    void saysHowManyPixelsDifferAndShowsWhich() {
        actual.setRGB(1, 1, 0xFFFFFFFF);
        assertThatThrownBy(() -> Pictures.compare(expected, actual, "pictures-test"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("1 pixels of pictures-test");
        assertThat(Path.of("target", "pictures", "pictures-test-difference.png")).exists();
    }

    @Test
    void refusesAnotherSize() {
        var wide = new BufferedImage(5, 3, BufferedImage.TYPE_INT_ARGB);
        assertThatThrownBy(() -> Pictures.compare(expected, wide, "size")).hasMessageContaining("5×3");
    }
}
