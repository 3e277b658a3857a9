package inkbench.evaluation.caret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected texts are what R 4.2.2 printed. */
class RNumbersTest {
    @ParameterizedTest
    @CsvSource(delimiter = '=', textBlock = """
            1 0.5             = 1.0|0.5
            0.123456 0.00001  = 0.12346|0.00001
            0.99996 0.5       = 1.0|0.5
            1e-10 0.5         = 1e-10|5e-01
            NaN 0.25          = NA|0.25
            0 0               = 0|0
            -0.25 100.5       = -0.25|100.50
            1234.5678 0.001   = 1234.568|0.001
            """)
    void formatsTogether(String values, String expected) {
        assertThat(RNumbers.format(numbers(values), 4)).containsExactly(expected.split("\\|"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '=', textBlock = """
            1e-20 0.5       = <2e-16|0.5
            1e-20 0.12345   = <2e-16|0.1235
            1e-20 1.2e-5    = < 2e-16|1.2e-05
            0 0             = < 2.2e-16|< 2.2e-16
            0 NaN           = < 2.2e-16|NA
            NaN 0.001234    = NA|0.001234
            0.00012345 1    = 0.0001234|1.0000000
            0.000012345 1   = 1.234e-05|1
            NaN NaN         = NA|NA
            2e-16 3e-16     = <2e-16|3e-16
            """)
    void formatsPValuesTogether(String values, String expected) {
        assertThat(RNumbers.pValues(numbers(values), 4)).containsExactly(expected.split("\\|"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0.97685,  0.9768
            0.12345,  0.1235
            0.00005,  0
            0.00015,  1e-04
            0.00099,  0.001
            0.00025,  3e-04
            1,        1
            0,        0
            -0.00004, 0
            -0.33335, -0.3334
            0.99995,  1
            NaN,      NA
            """)
    void roundsAsRDoes(double value, String expected) {
        assertThat(RNumbers.rounded(value, 4)).isEqualTo(expected);
    }

    private static double[] numbers(String texts) {
        return Arrays.stream(texts.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
