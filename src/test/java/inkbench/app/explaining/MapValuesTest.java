package inkbench.app.explaining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapValuesTest {
    private static final float[] VALUES = {1, 2, 3, 5, 7, 11};

    @ParameterizedTest
    @CsvSource(textBlock = """
            # middles of pixels
            0.5, 0.5, 1
            2.5, 1.5, 11
            # between two and between four
            1.0, 0.5, 1.5
            1.0, 1.0, 3.75
            # the edge fades into nothing
            0.0, 0.5, 0.5
            -3, 0.5, 0
            1e9, 1, 0
            """)
    void isLinearBetweenTheMiddlesOfPixels(double x, double y, double expected) {
        assertThat(MapValues.at(VALUES, 3, x, y)).isEqualTo(expected, within(1e-12));
    }
}
