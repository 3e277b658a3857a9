package inkbench.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import inkbench.training.optimizer.Schedule.Moment;

class ScheduleTest {
    @Test
    void staysConstant() {
        assertThat(factors(new Schedule.Constant(), 5, 20)).containsOnly(1);
    }

    @Test
    void stepsDownAfterWholeEpochs() {
        // Four iterations an epoch, a step every two epochs.
        var expected = new double[20];
        Arrays.fill(expected, 0, 8, 1);
        Arrays.fill(expected, 8, 16, 0.1);
        Arrays.fill(expected, 16, 20, 0.01);

        assertThat(factors(new Schedule.Step(0.1, 2), 4, 20)).containsExactly(expected, within(1e-15));
    }

    @Test
    void fallsExponentiallyByTheEpoch() {
        var factors = factors(new Schedule.Exponential(0.25), 2, 7);

        assertThat(factors).containsExactly(new double[]{1, 0.5, 0.25, 0.125, 0.0625, 0.03125, 0.015625},
                within(1e-15));
    }

    @Test
    void followsTheCosineToItsFinalFactor() {
        var factors = factors(new Schedule.Cosine(0.2), 1, 7);
        double[] expected = {1, 0.946410161513775, 0.8, 0.6, 0.4, 0.253589838486225, 0.2};

        assertThat(factors).containsExactly(expected, within(1e-14));
    }

    @Test
    void warmsUpEvenlyBeforeTheCosine() {
        var factors = factors(new Schedule.Cosine(0, 0.4), 1, 10);
        double[] expected = {
                0.25, 0.5, 0.75, 1,
                0.933012701892219, 0.75, 0.5, 0.25, 0.066987298107781, 0};

        assertThat(factors).containsExactly(expected, within(1e-14));
    }

    /** PyTorch's {@code OneCycleLR(max_lr=1, total_steps=10, pct_start=0.3, div_factor=10, final_div_factor=100)}. */
    @Test
    void goesThroughOneCycleAsPytorchDoes() {
        var factors = factors(new Schedule.OneCycle(0.3, 10, 100), 1, 10);
        double[] expected = {
                0.1, 0.55, 1,
                0.950533949517258, 0.811933156028437, 0.611649206511179, 0.389350793488821, 0.189066843971563,
                0.050466050482742, 0.001};

        assertThat(factors).containsExactly(expected, within(1e-12));
    }

    static Stream<Schedule> schedules() {
        return Stream.of(
                new Schedule.Constant(),
                new Schedule.Step(0.5, 2),
                new Schedule.Exponential(0.9),
                new Schedule.Cosine(0),
                new Schedule.Cosine(0.01, 0.1),
                new Schedule.Cosine(0.5, 0.99),
                new Schedule.OneCycle(),
                new Schedule.OneCycle(0, 25, 1),
                new Schedule.OneCycle(0.99, 1, 1e6));
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void staysWithinZeroAndOneInRunsOfAnyLength(Schedule schedule) {
        for (int iterations = 1; iterations <= 50; iterations++) {
            assertThat(DoubleStream.of(factors(schedule, 3, iterations)))
                    .allMatch(factor -> factor >= 0 && factor <= 1);
        }
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void reachesTheFullRateOnce(Schedule schedule) {
        assertThat(DoubleStream.of(factors(schedule, 10, 100)).max()).hasValue(1);
    }

    static Stream<Schedule> smoothSchedules() {
        return Stream.of(
                new Schedule.Exponential(0.9),
                new Schedule.Cosine(0),
                new Schedule.Cosine(0.1, 0.2),
                new Schedule.OneCycle(),
                new Schedule.OneCycle(0.5, 2, 2));
    }

    @ParameterizedTest
    @MethodSource("smoothSchedules")
    void neverJumps(Schedule schedule) {
        int iterations = 10_000;
        var factors = factors(schedule, 1000, iterations);
        double steepest = 0;
        for (int i = 1; i < iterations; i++) {
            steepest = Math.max(steepest, Math.abs(factors[i] - factors[i - 1]));
        }

        // The steepest of these is the warm-up of a fifth, or the cosine's middle at π/2 over the rest.
        assertThat(steepest).isLessThan(6.0 / iterations);
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void knowsRunsOfASingleIteration(Schedule schedule) {
        assertThat(schedule.factor(new Moment(1, 1, 1))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.9})
    void endsTheCosineExactlyAtItsFinalFactor(double finalFactor) {
        assertThat(new Schedule.Cosine(finalFactor, 0.3).factor(new Moment(999, 10, 999))).isEqualTo(finalFactor);
    }

    @Test
    void beginsAndEndsOneCycleAtItsDivisors() {
        var cycle = new Schedule.OneCycle();

        assertThat(cycle.factor(new Moment(1, 10, 1000))).isEqualTo(1 / 25.0);
        assertThat(cycle.factor(new Moment(300, 10, 1000))).isEqualTo(1);
        assertThat(cycle.factor(new Moment(1000, 10, 1000))).isEqualTo(1 / 25.0 / 1e4);
    }

    static Stream<Arguments> outOfRange() {
        return Stream.of(
                refused("The reduction lies in (0, 1]: 0.0", () -> new Schedule.Step(0, 1)),
                refused("The number of epochs between two steps is at least 1: 0", () -> new Schedule.Step(0.5, 0)),
                refused("The reduction lies in (0, 1]: 1.1", () -> new Schedule.Exponential(1.1)),
                refused("The final factor lies in [0, 1): 1.0", () -> new Schedule.Cosine(1)),
                refused("The share of the warm-up lies in [0, 1): NaN", () -> new Schedule.Cosine(0, Double.NaN)),
                refused("The share of the warm-up lies in [0, 1): 1.0", () -> new Schedule.OneCycle(1, 25, 1e4)),
                refused("The initial divisor is at least 1 and finite: 0.5", () -> new Schedule.OneCycle(0.3, 0.5, 1)),
                refused(
                        "The final divisor is at least 1 and finite: Infinity",
                        () -> new Schedule.OneCycle(0.3, 25, Double.POSITIVE_INFINITY)),
                refused("An iteration lies in [1, 10]: 0", () -> new Moment(0, 5, 10)),
                refused("An iteration lies in [1, 10]: 11", () -> new Moment(11, 5, 10)),
                refused("The number of iterations in an epoch is at least 1: 0", () -> new Moment(1, 0, 10)),
                refused("The number of iterations is at least 1: 0", () -> new Moment(1, 1, 0)));
    }

    private static Arguments refused(String message, ThrowingCallable making) {
        return Arguments.of(message, making);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outOfRange")
    void refusesWhatIsOutOfRange(String message, ThrowingCallable making) {
        assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    private static double[] factors(Schedule schedule, int iterationsPerEpoch, int iterations) {
        return LongStream.rangeClosed(1, iterations)
                .mapToDouble(iteration -> schedule.factor(new Moment(iteration, iterationsPerEpoch, iterations)))
                .toArray();
    }
}
