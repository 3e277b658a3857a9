package inkbench.cli.evaluate;

import java.math.BigDecimal;
import java.util.List;

import inkbench.cli.common.Json;
import inkbench.data.Part;
import inkbench.robustness.Distortion;
import inkbench.robustness.RobustnessCurve;
import inkbench.robustness.RobustnessReport;

/**
 * What {@code robustness} measured, for scripts.
 *
 * @param count
 *            images that were read at each strength
 * @param models
 *            what they are called; no two alike
 */
record RobustnessDocument(
        String data,
        String part,
        int count,
        long seed,
        List<String> models,
        List<Distorted> distortions) {

    static RobustnessDocument of(RobustnessReport report, String data, Part part) {
        return new RobustnessDocument(
                data,
                part.key(),
                report.images().size(),
                report.seed(),
                report.models(),
                report.distortions().stream().map(kind -> Distorted.of(kind, report)).toList());
    }

    /** One kind of distortion. */
    record Distorted(String distortion, List<Curve> curves) {
        static Distorted of(Distortion distortion, RobustnessReport report) {
            return new Distorted(
                    distortion.key(),
                    report.curvesOf(distortion)
                            .stream()
                            .map(curve -> Curve.of(report.models().get(curve.model()), curve))
                            .toList());
        }
    }

    /** One model's answers, by strength. */
    record Curve(String model, List<Point> points) {
        static Curve of(String model, RobustnessCurve curve) {
            return new Curve(model, curve.points().stream().map(Point::of).toList());
        }
    }

    /** Accuracy at one strength, with the limits of its exact 95% interval. */
    record Point(double strength, long correct, BigDecimal accuracy, BigDecimal lower, BigDecimal upper) {
        static Point of(RobustnessCurve.Point point) {
            var interval = point.interval();
            return new Point(
                    point.strength(),
                    point.right(),
                    Json.allDigits(point.accuracy()),
                    Json.allDigits(interval.lower()),
                    Json.allDigits(interval.upper()));
        }
    }
}
