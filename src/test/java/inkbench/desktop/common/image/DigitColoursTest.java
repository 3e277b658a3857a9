package inkbench.desktop.common.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigitColoursTest {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void givesEveryDigitAHueOfItsOwn(boolean dark) {
        assertThat(IntStream.range(0, 10).map(digit -> DigitColours.argb(digit, dark)).distinct().count())
                .isEqualTo(10);
    }
}
