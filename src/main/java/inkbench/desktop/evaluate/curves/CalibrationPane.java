package inkbench.desktop.evaluate.curves;

import java.text.NumberFormat;
import java.util.List;

import inkbench.desktop.common.Exports;
import inkbench.desktop.common.chart.Curve;
import inkbench.desktop.common.chart.CurveBars;
import inkbench.desktop.common.chart.CurveChart;
import inkbench.desktop.common.chart.Series;
import inkbench.evaluation.summary.EvaluationSummary;
import inkbench.text.Messages;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Whether probabilities can be believed, and how accurate the surest answers are. */
public final class CalibrationPane extends HBox {
    private final Messages messages = Messages.of(CalibrationPane.class);
    private final CurveChart reliability;
    private final CurveChart coverage;

    /** Charts without curves. */
    public CalibrationPane(Exports exports) {
        super(12);
        var percent = NumberFormat.getPercentInstance();
        percent.setMaximumFractionDigits(1);
        reliability = new CurveChart(
                messages.get("reliability.accuracy"),
                messages.get("reliability.confidence"),
                1,
                percent::format).inShares();
        coverage = new CurveChart(
                messages.get("coverage.accuracy"),
                messages.get("coverage.coverage"),
                1,
                percent::format).inShares();
        exports.install(reliability.pane(), () -> messages.get("reliability.file"));
        exports.install(coverage.pane(), () -> messages.get("coverage.file"));
        reliability.pane().setId("reliability");
        coverage.pane().setId("coverage");
        for (var chart : List.of(reliability, coverage)) {
            HBox.setHgrow(chart.pane(), Priority.ALWAYS);
            // The two share the width evenly, whatever they would like.
            chart.pane().setPrefWidth(1);
            getChildren().add(chart.pane());
        }
    }

    /** Shows a summary, or nothing for null. */
    public void show(EvaluationSummary summary) {
        if (summary == null) {
            reliability.setSeries(List.of());
            reliability.setBars(CurveBars.NONE);
            coverage.setSeries(List.of());
            return;
        }
        var bins = new Curve();
        var calibration = summary.probabilities().calibration();
        calibration.bins().forEach(bin -> bins.add(bin.confidence(), bin.accuracy()));
        reliability.setBars(
                new CurveBars(
                        messages.get("reliability.images"),
                        calibration.bins()
                                .stream()
                                .map(bin -> new CurveBars.Bar(bin.from(), bin.to(), bin.count()))
                                .toList()));
        reliability.setSeries(
                List.of(
                        line("reliability.ideal", Series.Kind.LINE, Series.Role.EARLIER, Diagonal.curve()),
                        line("reliability.model", Series.Kind.MARKED, Series.Role.FIRST, bins)));
        var surest = new Curve();
        var found = summary.coverage();
        for (int i = 0; i < found.coverages().length; i++) {
            surest.add(found.coverages()[i], found.accuracies()[i]);
        }
        coverage.setSeries(List.of(line("coverage.model", Series.Kind.BOLD, Series.Role.FIRST, surest)));
    }

    private Series line(String key, Series.Kind kind, Series.Role role, Curve curve) {
        return new Series(messages.get(key), kind, role, curve);
    }
}
