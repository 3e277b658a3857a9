package inkbench.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import javafx.geometry.Rectangle2D;

class WindowBoundsTest {
    private static final Rectangle2D PRIMARY = new Rectangle2D(0, 0, 1920, 1040);
    private static final Rectangle2D LEFT_OF_IT = new Rectangle2D(-1600, 0, 1600, 900);

    @Test
    void liesInTheMiddleOfTheScreenAtFirst() {
        assertThat(WindowBounds.usual(PRIMARY)).isEqualTo(new WindowBounds(320, 120, 1280, 800, false));
    }

    @Test
    void isNoLargerThanASmallScreen() {
        assertThat(WindowBounds.usual(new Rectangle2D(0, 24, 1024, 700)))
                .isEqualTo(new WindowBounds(0, 24, 1024, 700, false));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            x,     y,    width, height, stays
            100,   100,  1280,  800,    true
            -1500, 10,   1280,  800,    true
            1900,  100,  1280,  800,    false
            -9000, 100,  1280,  800,    false
            100,   -500, 1280,  800,    false
            100,   1030, 1280,  800,    false
            100,   100,  20,    800,    false
            100,   100,  NaN,   800,    false
            """, useHeadersInDisplayName = true)
    void staysWhereAUserCanReachIt(double x, double y, double width, double height, boolean stays) {
        var bounds = new WindowBounds(x, y, width, height, false);
        var expected = stays ? bounds : WindowBounds.usual(PRIMARY);
        assertThat(bounds.reachable(List.of(PRIMARY, LEFT_OF_IT))).isEqualTo(expected);
    }

    @Test
    void staysMaximizedOnAnotherScreen() {
        assertThat(new WindowBounds(9000, 0, 1280, 800, true).reachable(List.of(PRIMARY)).maximized()).isTrue();
    }
}
