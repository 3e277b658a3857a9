package inkbench.app.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColourScaleTest {
    @Test
    void beginsViridisAtItsDarkEndOnLight() {
        assertThat(ColourScale.VIRIDIS.argb(0, false)).isEqualTo(0xFF440154);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void isWhiteInTheMiddleOfTheDivergingScale(boolean dark) {
        int middle = ColourScale.DIVERGING.argb(0.5, dark);
        for (int shift = 0; shift <= 16; shift += 8) {
            assertThat(middle >> shift & 0xFF).isGreaterThan(0xF8);
        }
    }

    @Test
    void takesTheNearerEndForValuesBeyond() {
        assertThat(ColourScale.CIVIDIS.argb(-3, true)).isEqualTo(ColourScale.CIVIDIS.argb(0, true));
        assertThat(ColourScale.CIVIDIS.argb(7, true)).isEqualTo(ColourScale.CIVIDIS.argb(1, true));
    }

    @Test
    void leavesMissingValuesTransparent() {
        assertThat(ColourScale.VIRIDIS.argb(Double.NaN, false)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0xFF000000, 0xFFFFFFFF", "0xFFFFFFFF, 0xFF1B1F24", "0xFFFDE725, 0xFF1B1F24", "0xFF440154, 0xFFFFFFFF"})
    void writesOnCellsInTheColourThatContrasts(String cell, String text) {
        assertThat(ColourScale.contrasting(Long.decode(cell).intValue())).isEqualTo(Long.decode(text).intValue());
    }
}
