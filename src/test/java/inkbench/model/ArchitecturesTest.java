package inkbench.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;

import inkbench.model.Architecture.LayerSummary;
import inkbench.model.LayerSpec.Convolution;
import inkbench.model.LayerSpec.Dense;
import inkbench.model.LayerSpec.Flatten;

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

    private static List<Integer> learning(Architecture architecture) {
        return architecture.summary().stream().map(LayerSummary::parameters).filter(count -> count > 0).toList();
    }
}
