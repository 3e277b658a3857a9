package inkbench.desktop.evaluate.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureRowTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            false, NaN,      NA
            true,  NaN,      NA
            false, 0.97684,  0.9768
            false, 0,        0.0000
            false, 1,        1.0000
            true,  0,        < 2.2e-16
            true,  1e-300,   < 2.2e-16
            true,  1.234e-9, 1.234e-09
            """)
    void writesNumbersAsCaretDoes(boolean pValue, double value, String text) {
        assertThat(new MeasureRow("Accuracy", "", pValue, List.of(value)).text(0)).isEqualTo(text);
    }
}
