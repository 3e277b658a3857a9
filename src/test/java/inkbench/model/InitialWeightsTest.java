package inkbench.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;

import inkbench.model.InitialWeights.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialWeightsTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            # scale, from, to,      fans
            GLOROT, 0,       288,     297
            GLOROT, 320,     18752,   864
            GLOROT, 18816,   1198464, 9344
            GLOROT, 1198592, 1199872, 138
            HE,     0,       288,     9
            HE,     320,     18752,   288
            HE,     18816,   1198464, 9216
            HE,     1198592, 1199872, 128
            """)
    void isUniformWithinTheLimitOfItsScale(Scale scale, int from, int to, int fans) {
        var values = InitialWeights.of(Architectures.cnn(), scale, 1).values();
        double limit = Math.sqrt(6.0 / fans);
        var statistics = IntStream.range(from, to).mapToDouble(i -> values[i]).summaryStatistics();
        double meanSquare = IntStream.range(from, to).mapToDouble(i -> values[i] * values[i]).average().orElseThrow();

        assertThat(statistics.getMax()).isLessThanOrEqualTo(limit).isGreaterThan(0.98 * limit);
        assertThat(statistics.getMin()).isGreaterThanOrEqualTo(-limit).isLessThan(-0.98 * limit);
        assertThat(statistics.getAverage()).isCloseTo(0, within(3 * limit / Math.sqrt(3.0 * (to - from))));
        assertThat(meanSquare / (limit * limit / 3)).isCloseTo(1, within(4 / Math.sqrt(to - from)));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            288,     320
            18752,   18816
            1198464, 1198592
            1199872, 1199882
            """)
    void startsWithBiasesOfZero(int from, int to) {
        var values = InitialWeights.glorotUniform(Architectures.cnn(), 1).values();

        assertThat(IntStream.range(from, to).filter(i -> values[i] != 0)).isEmpty();
    }

    @Test
    void startsBatchNormalisationWhereItLeavesStandardisedValuesAlone() {
        var architecture = new Architecture(
                "x",
                new Shape(1, 1, 2),
                List.of(new LayerSpec.BatchNormalization(), new LayerSpec.Dense(2, Activation.IDENTITY)));

        assertThat(InitialWeights.glorotUniform(architecture, 1).values()).startsWith(1, 1, 0, 0, 0, 0, 1, 1);
    }

    @Test
    void dependsOnTheSeedOnly() {
        var one = InitialWeights.glorotUniform(Architectures.mlp(), 1);

        assertThat(InitialWeights.glorotUniform(Architectures.mlp(), 1).values()).isEqualTo(one.values());
        assertThat(InitialWeights.glorotUniform(Architectures.mlp(), 2).values()).isNotEqualTo(one.values());
    }

    @Test
    void hashesWeightsAsLittleEndianFloats() {
        // printf '\x00\x00\x80\x3f\x00\x00\x00\xc0' | sha256sum
        assertThat(new Weights(0, new float[]{1, -2}).sha256())
                .isEqualTo("ee4ac73c2bd27756ab82780f27c73a7bc4d3f0bb6acb37e008bc27eccd7e588b");
    }
}
