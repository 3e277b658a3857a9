package inkbench.desktop.common.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridLayoutTest {
    private final GridLayout layout = GridLayout.of(70_000, 1000, 32, 32, 4);

    @Test
    void countsTheLastColumnWithoutItsGap() {
        assertThat(layout.columns()).isEqualTo(31);
        assertThat(GridLayout.of(10, 28, 32, 32, 4).columns()).isEqualTo(1);
    }

    @Test
    void keepsAColumnWhereNoneFits() {
        assertThat(GridLayout.of(10, 5, 32, 32, 4).columns()).isEqualTo(1);
    }

    @Test
    void isAsHighAsAllRowsWithGapsBetween() {
        assertThat(layout.rows()).isEqualTo(2259);
        assertThat(layout.height()).isEqualTo(2259L * 32 - 4);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            x,    y,      index
            0,    0,      0
            27.9, 27.9,   0
            28,   0,      -1
            32,   0,      1
            988,  0,      -1
            0,    32,     31
            0,    72287,  -1
            64,   72256,  -1
            32,   72256,  69999
            -1,   0,      -1
            0,    -1,     -1
            """, useHeadersInDisplayName = true)
    void findsTheImageAtAPlace(double x, double y, int index) {
        assertThat(layout.indexAt(x, y)).isEqualTo(index);
    }

    @Test
    void findsEveryImageWhereItLies() {
        for (int i = 0; i < 70_000; i += 997) {
            assertThat(layout.indexAt(layout.left(i), layout.top(i))).isEqualTo(i);
        }
    }

    @Test
    void doesNotOverflowWithLargeImages() {
        var large = GridLayout.of(2_000_000, 100, 2000, 2000, 4);
        assertThat(large.height()).isEqualTo(2_000_000L * 2000 - 4);
        assertThat(large.indexAt(0, large.top(1_999_999))).isEqualTo(1_999_999);
    }
}
