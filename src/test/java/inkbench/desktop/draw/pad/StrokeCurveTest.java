package inkbench.desktop.draw.pad;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import org.junit.jupiter.api.Test;

class StrokeCurveTest {
    @Test
    void passesWithinAPixelOfEveryPoint() {
        var curve = new StrokeCurve(1);
        curve.add(0, 0);
        curve.add(100, 0);
        curve.add(40, 160);
        var segments = curve.from(0);
        assertThat(segments).hasSize(2);
        assertThat(segments.get(0).from()).isEqualTo(new StrokeCurve.Point(0, 0));
        assertThat(segments.get(0).to().distance(new StrokeCurve.Point(100, 0))).isLessThan(1);
        assertThat(segments.get(1).from()).isEqualTo(segments.get(0).to());
        assertThat(segments.get(1).to()).isEqualTo(new StrokeCurve.Point(40, 160));
    }

    @Test
    void evensOutTheStepsOfWholePixels() {
        var curve = new StrokeCurve(1);
        for (int i = 0; i < 20; i++) {
            curve.add(10 * i, i % 2);
        }
        for (var segment : curve.from(2).subList(0, 15)) {
            assertThat(segment.to().y()).isBetween(0.4, 0.6);
        }
    }

    @Test
    void stayStraightOnAStraightLine() {
        var curve = new StrokeCurve(1);
        for (double x : new double[]{0, 10, 50, 60}) {
            curve.add(x, 0);
        }
        for (var segment : curve.from(0)) {
            assertThat(segment.control1().y()).isZero();
            assertThat(segment.control1().x()).isBetween(segment.from().x(), segment.to().x());
            assertThat(segment.control2().x()).isBetween(segment.from().x(), segment.to().x());
        }
    }

    @Test
    void leavesOutPointsThatAreNearerThanTheSpacingButNotTheEnd() {
        var curve = new StrokeCurve(5);
        for (double x = 0; x <= 12; x++) {
            curve.add(x, 0);
        }
        var ends = curve.from(0).stream().map(segment -> segment.to().x()).toList();
        assertThat(ends).hasSize(3).endsWith(12.0);
        assertThat(ends.getFirst()).isEqualTo(5);
    }

    /** What was painted needs no second painting. */
    @Test
    void settledSegmentsStayAsTheyAre() {
        var random = new Random(3);
        var curve = new StrokeCurve(2);
        for (int i = 0; i < 100; i++) {
            curve.add(random.nextDouble(100), random.nextDouble(100));
            int settled = curve.settled();
            var before = curve.from(0).subList(0, settled);
            curve.add(random.nextDouble(100), random.nextDouble(100));
            assertThat(curve.from(0).subList(0, settled)).isEqualTo(before);
        }
    }

    @Test
    void isADotWhileThePenStaysWhereItIs() {
        var curve = new StrokeCurve(5);
        curve.add(3, 4);
        curve.add(3, 4);
        assertThat(curve.isDot()).isTrue();
        curve.add(4, 4);
        assertThat(curve.isDot()).isFalse();
        assertThat(curve.from(0)).hasSize(1);
    }
}
