package inkbench.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import inkbench.model.Architecture.LayerSummary;
import inkbench.model.Architecture.Misfit;
import inkbench.model.Architecture.Range;
import inkbench.model.LayerSpec.AveragePooling;
import inkbench.model.LayerSpec.BatchNormalization;
import inkbench.model.LayerSpec.Convolution;
import inkbench.model.LayerSpec.Dense;
import inkbench.model.LayerSpec.Flatten;
import inkbench.model.LayerSpec.MaxPooling;

class ArchitecturesTest {
    @Test
    void hasTheParametersOfTheWalkthroughsDenseNetwork() {
        assertThat(learning(Architectures.mlp())).containsExactly(401_920, 131_328, 16_448, 650);
        assertThat(Architectures.mlp().parameterCount()).isEqualTo(550_346);
    }

    @Test
    void hasTheParametersOfTheWalkthroughsConvolutionalNetwork() {
        assertThat(learning(Architectures.cnn())).containsExactly(320, 18_496, 1_179_776, 1_290);
        assertThat(Architectures.cnn().parameterCount()).isEqualTo(1_199_882);
    }

    @Test
    void hasTheShapesOfTheWalkthroughsConvolutionalNetwork() {
        assertThat(Architectures.cnn().summary()).extracting(row -> row.outputShape().toString())
                .containsExactly("26×26×32", "24×24×64", "12×12×64", "12×12×64", "9216", "128", "128", "10");
    }

    @Test
    void refusesLayersThatDoNotFit() {
        var input = new Shape(4, 4, 1);
        var logits = new Dense(10, Activation.IDENTITY);

        assertThatThrownBy(() -> new Architecture("x", input, List.of())).hasMessageContaining("layer that learns");
        assertThatThrownBy(() -> new Architecture("x", input, List.of(new Flatten())))
                .hasMessageContaining("layer that learns");
        assertThatThrownBy(
                () -> new Architecture("x", input, List.of(new Convolution(2, 5, Activation.RELU), logits)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Architecture("x", input, List.of(new Convolution(2, 2, Activation.RELU))))
                .hasMessageContaining("vector of logits");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # padding, kernel, stride, shape
            VALID,     3,      1,      9×6×2
            VALID,     3,      2,      5×3×2
            VALID,     8,      5,      2
            SAME,      3,      1,      11×8×2
            SAME,      3,      2,      6×4×2
            SAME,      3,      3,      4×3×2
            SAME,      9,      1,      11×8×2
            """)
    void givesConvolutionsTheShapesOfKeras(Padding padding, int kernel, int stride, String shape) {
        var convolution = new Convolution(2, kernel, stride, padding, Activation.RELU);

        assertThat(convolution.outputShape(new Shape(11, 8, 3))).hasToString(shape);
        assertThat(convolution.parameterCount(new Shape(11, 8, 3))).isEqualTo(kernel * kernel * 3 * 2 + 2);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # length, kernel, stride, before, in all
            28,       3,      1,      1,      2
            28,       3,      2,      0,      1
            28,       2,      1,      0,      1
            28,       5,      2,      1,      3
            29,       5,      2,      2,      4
            28,       1,      1,      0,      0
            28,       4,      4,      0,      0
            29,       4,      4,      1,      3
            """)
    void padsAsTensorFlow(int length, int kernel, int stride, int before, int inAll) {
        assertThat(Padding.SAME.zerosBefore(length, kernel, stride)).isEqualTo(before);
        assertThat(Padding.SAME.zeros(length, kernel, stride)).isEqualTo(inAll);
        assertThat(Padding.VALID.zeros(length, kernel, stride)).isZero();
    }

    @Test
    void saysWhichLayerDoesNotFit() {
        var input = new Shape(4, 6, 1);

        assertThatThrownBy(() -> new Convolution(2, 3, 0, Padding.SAME, Activation.RELU))
                .hasMessage("A layer needs sizes of at least 1: 0");
        assertThatThrownBy(() -> new Convolution(2, 3, 4, Padding.SAME, Activation.RELU))
                .hasMessage("A stride of 4 leaves out values between kernels of 3");
        assertThatThrownBy(() -> new Architecture("x", input, List.of(new Convolution(2, 5, Activation.RELU))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A kernel of 5 does not fit into 4 without padding");
        assertThatThrownBy(() -> new Architecture("x", input, List.of(new AveragePooling(5))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Squares of 5×5 do not fit into 4×6×1");
        assertThatThrownBy(() -> new Architecture("x", input, List.of(new MaxPooling(7))))
                .hasMessage("Squares of 7×7 do not fit into 4×6×1");
    }

    @Test
    void findsTheFirstLayerThatDoesNotFitAndWhatComesToIt() {
        var input = new Shape(9, 6, 1);
        var halved = new MaxPooling(2);

        assertThat(Architecture.firstMisfit(input, List.of(halved, halved, halved, new AveragePooling(3))))
                .contains(new Misfit(2, halved, new Shape(2, 1, 1)));
        assertThat(Architecture.firstMisfit(input, List.of(halved, halved, new Flatten()))).isEmpty();
        assertThat(Architecture.firstMisfit(input, List.of())).isEmpty();
    }

    @Test
    void leavesTheStateOfLayersOutOfWhatIsLearned() {
        var architecture = new Architecture(
                "x",
                new Shape(4, 4, 1),
                List.of(
                        new BatchNormalization(),
                        new Convolution(2, 3, Activation.IDENTITY),
                        new BatchNormalization(),
                        new Flatten(),
                        new BatchNormalization(),
                        new Dense(3, Activation.IDENTITY)));

        assertThat(architecture.parameterCount()).isEqualTo(4 + 20 + 8 + 4 * 8 + 27);
        assertThat(architecture.learnedRanges())
                .containsExactly(new Range(0, 2), new Range(4, 28), new Range(32, 48), new Range(64, 91));
        assertThat(Architectures.mlp().learnedRanges()).containsExactly(new Range(0, 550_346));
    }

    private static List<Integer> learning(Architecture architecture) {
        return architecture.summary().stream().map(LayerSummary::parameters).filter(count -> count > 0).toList();
    }
}
