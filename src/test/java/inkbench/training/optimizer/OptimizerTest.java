package inkbench.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizerTest {
    static Stream<Arguments> outOfRange() {
        return Stream.of(
                refused("A learning rate lies above 0 and is finite: 0.0", () -> new Optimizer.Sgd(0)),
                refused("A learning rate lies above 0 and is finite: NaN", () -> new Optimizer.Adam(Double.NaN)),
                refused("A learning rate lies above 0 and is finite: 1.0E39", () -> new Optimizer.Sgd(1e39)),
                refused("The momentum lies in [0, 1): 1.0", () -> new Optimizer.Nesterov(0.1, 1)),
                refused("The weight decay lies in [0, 1): -0.1", () -> new Optimizer.Nesterov(0.1, 0.9, -0.1)),
                refused("Rho lies in [0, 1): 1.5", () -> new Optimizer.RmsProp(0.1, 1.5, 1e-7)),
                refused("Epsilon lies above 0 and is finite: 0.0", () -> new Optimizer.RmsProp(0.1, 0.9, 0)),
                refused("Rho lies in [0, 1): -1.0", () -> new Optimizer.AdaDelta(0.1, -1, 1e-7)),
                refused("Epsilon lies above 0 and is finite: -1.0", () -> new Optimizer.AdaDelta(0.1, 0.9, -1)),
                refused("Beta 1 lies in [0, 1): 1.0", () -> new Optimizer.Adam(0.1, 1, 0.9, 1e-7, 0)),
                refused("Beta 2 lies in [0, 1): NaN", () -> new Optimizer.Adam(0.1, 0.9, Double.NaN, 1e-7, 0)),
                refused("The weight decay lies in [0, 1): 2.0", () -> new Optimizer.Adam(0.1).withWeightDecay(2)));
    }

    private static Arguments refused(String message, ThrowingCallable making) {
        return Arguments.of(message, making);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outOfRange")
    void refusesWhatIsOutOfRange(String message, ThrowingCallable making) {
        assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void changesNothingButTheLearningRate() {
        assertThat(
                Stream.of(
                        new Optimizer.Sgd(1),
                        new Optimizer.Nesterov(1, 0.9, 0.1),
                        new Optimizer.RmsProp(1, 0.9, 1e-7),
                        new Optimizer.AdaDelta(1, 0.9, 1e-7),
                        new Optimizer.Adam(1, 0.8, 0.9, 1e-8, 0.1)).map(optimizer -> optimizer.withLearningRate(2)))
                .containsExactly(
                        new Optimizer.Sgd(2),
                        new Optimizer.Nesterov(2, 0.9, 0.1),
                        new Optimizer.RmsProp(2, 0.9, 1e-7),
                        new Optimizer.AdaDelta(2, 0.9, 1e-7),
                        new Optimizer.Adam(2, 0.8, 0.9, 1e-8, 0.1));
    }

    @Test
    void hasKerasSettingsOfAdam() {
        assertThat(new Optimizer.Adam(1e-3)).isEqualTo(new Optimizer.Adam(1e-3, 0.9, 0.999, 1e-7, 0));
    }
}
