package inkbench.cli.evaluate;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

import inkbench.data.Part;
import inkbench.robustness.Distortion;
import inkbench.robustness.RobustnessCurve;
import inkbench.robustness.RobustnessReport;
import inkbench.text.Messages;

/** What {@code robustness} measured, for people: a table for each distortion, a row for each model. */
final class RobustnessTable {
    private static final String GAP = "  ";

    private final Messages messages;

    RobustnessTable(Messages messages) {
        this.messages = messages;
    }

    void print(RobustnessReport report, String data, Part part, PrintWriter out) {
        out.println(
                messages.get("robustness.heading", data, part.key(), report.images().size(), widest(report)));
        for (var distortion : report.distortions()) {
            out.println();
            out.println(messages.get("robustness.kind", distortion.title(), distortion.unit()));
            print(distortion, report, out);
        }
    }

    private void print(Distortion distortion, RobustnessReport report, PrintWriter out) {
        var rows = new ArrayList<List<String>>();
        var curves = report.curvesOf(distortion);
        rows.add(cells("", "robustness.strength", curves.getFirst(), point -> distortion.shown(point.strength())));
        for (var curve : curves) {
            rows.add(
                    cells(
                            report.models().get(curve.model()),
                            "robustness.accuracy",
                            curve,
                            RobustnessCurve.Point::accuracy));
        }
        int name = width(rows.stream().map(List::getFirst).toList());
        int cell = width(rows.stream().flatMap(row -> row.stream().skip(1)).toList());
        for (var row : rows) {
            var line = new StringBuilder(String.format("%-" + name + "s", row.getFirst()));
            row.stream().skip(1).forEach(text -> line.append(GAP).append(String.format("%" + cell + "s", text)));
            out.println(line);
        }
    }

    private List<String> cells(
            String title,
            String key,
            RobustnessCurve curve,
            ToDoubleFunction<RobustnessCurve.Point> value) {
        var cells = new ArrayList<String>();
        cells.add(title);
        curve.points().forEach(point -> cells.add(messages.get(key, value.applyAsDouble(point))));
        return cells;
    }

    private static int width(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(1);
    }

    /** The largest distance of a limit of a 95% interval from its accuracy. */
    private static double widest(RobustnessReport report) {
        return report.curves().stream().flatMap(curve -> curve.points().stream()).mapToDouble(point -> {
            var interval = point.interval();
            return Math.max(interval.upper() - point.accuracy(), point.accuracy() - interval.lower());
        }).max().orElse(0);
    }
}
