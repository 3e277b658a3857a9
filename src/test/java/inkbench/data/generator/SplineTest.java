package inkbench.data.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;

class SplineTest {
    @Test
    void goesThroughEveryKnot() {
        var knots = List.of(new Knot(0, 0, false), new Knot(30, 40, true), new Knot(80, 10, false),
                new Knot(90, 90, false));
        var points = Spline.points(knots, 2);
        assertThat(knots).allSatisfy(
                knot -> assertThat(points).anySatisfy(
                        point -> assertThat(Math.hypot(point[0] - knot.x(), point[1] - knot.y())).isLessThan(1e-9)));
    }

    @Test
    void isStraightBetweenTwoKnots() {
        assertThat(Spline.points(List.of(new Knot(0, 0, false), new Knot(10, 5, false)), 2))
                .allSatisfy(point -> assertThat(point[1]).isCloseTo(point[0] / 2, within(1e-9)));
    }

    @Test
    void isRoundThroughAKnotAndStraightTowardsACorner() {
        var round = Spline.points(List.of(new Knot(0, 0, false), new Knot(10, 0, false), new Knot(10, 10, false)), 1);
        var sharp = Spline.points(List.of(new Knot(0, 0, false), new Knot(10, 0, true), new Knot(10, 10, false)), 1);
        assertThat(round).anySatisfy(point -> assertThat(point[0]).isGreaterThan(10.1));
        assertThat(sharp).allSatisfy(
                point -> assertThat(Math.min(Math.abs(point[1]), Math.abs(point[0] - 10))).isLessThan(1e-9));
    }

    @Test
    void copesWithKnotsOnOneSpot() {
        assertThat(Spline.points(List.of(new Knot(5, 5, false), new Knot(5, 5, false), new Knot(9, 5, false)), 1))
                .allSatisfy(point -> assertThat(point).doesNotContain(Double.NaN));
    }
}
