package inkbench.desktop.evaluate.robustness;

import java.text.NumberFormat;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import inkbench.desktop.common.Exports;
import inkbench.desktop.common.chart.Curve;
import inkbench.desktop.common.chart.CurveChart;
import inkbench.desktop.common.chart.CurveMarks;
import inkbench.desktop.common.chart.Series;
import inkbench.robustness.Distortion;
import inkbench.robustness.RobustnessCurve;
import inkbench.robustness.RobustnessReport;
import inkbench.text.Messages;
import javafx.application.Platform;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;

/** A chart for each distortion that was measured, in as many columns as there is room for. */
final class CurveGrid extends ScrollPane {
    private static final int COLUMNS = 4;
    private static final double LEAST_WIDTH = 260;
    private static final double LEAST_HEIGHT = 150;

    private final Messages messages = Messages.of(CurveGrid.class);
    private final NumberFormat percent = NumberFormat.getPercentInstance();
    private final ExamplesViewModel examples;
    private final Exports exports;
    private final GridPane grid = new GridPane(12, 8);
    private final Map<Distortion, CurveChart> charts = new EnumMap<>(Distortion.class);
    private RobustnessReport shown;

    CurveGrid(ExamplesViewModel examples, Exports exports) {
        this.examples = examples;
        this.exports = exports;
        percent.setMaximumFractionDigits(1);
        setId("robustness-curves");
        getStyleClass().add("edge-to-edge");
        setContent(grid);
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinHeight(120);
        grid.addEventFilter(ScrollEvent.SCROLL, this::scroll);
        // Later: the width changes while a layout is made, which would overlook other children.
        widthProperty().subscribe(() -> Platform.runLater(() -> {
            if (columns() != grid.getColumnConstraints().size()) {
                arrange();
            }
        }));
        examples.distortion().subscribe(() -> mark());
        examples.strength().subscribe(() -> mark());
    }

    /** The wheel moves the charts past; it enlarges one only with the control key, as it would alone without. */
    private void scroll(ScrollEvent event) {
        double hidden = grid.getHeight() - getViewportBounds().getHeight();
        if (!event.isShortcutDown() && hidden > 0) {
            setVvalue(Math.clamp(getVvalue() - event.getDeltaY() / hidden, 0, 1));
            event.consume();
        }
    }

    /** Shows a measurement, or nothing for null. */
    void show(RobustnessReport report) {
        if (report == shown) {
            return;
        }
        shown = report;
        charts.clear();
        if (report != null) {
            report.distortions().forEach(distortion -> charts.put(distortion, chart(distortion, report)));
        }
        arrange();
        mark();
    }

    private int columns() {
        int fitting = Math.clamp((int) (getWidth() / LEAST_WIDTH), 1, COLUMNS);
        return Math.clamp(charts.size(), 1, fitting);
    }

    private void arrange() {
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        grid.getRowConstraints().clear();
        int columns = columns();
        int place = 0;
        for (var chart : charts.values()) {
            grid.add(chart.pane(), place % columns, place / columns);
            place++;
        }
        var column = new ColumnConstraints();
        column.setPercentWidth(100.0 / columns);
        grid.getColumnConstraints().setAll(Collections.nCopies(columns, column));
        var row = new RowConstraints(LEAST_HEIGHT, LEAST_HEIGHT, Double.MAX_VALUE);
        row.setVgrow(Priority.ALWAYS);
        grid.getRowConstraints().setAll(Collections.nCopies(Math.ceilDiv(place, columns), row));
    }

    private CurveChart chart(Distortion distortion, RobustnessReport report) {
        var chart = new CurveChart(
                messages.get("accuracy"),
                messages.get("axis", distortion.title(), distortion.unit()),
                1,
                percent::format);
        chart.pane().setId("robustness-" + distortion.key());
        chart.pane().setAccessibleRoleDescription(messages.get("chart", distortion.title()));
        exports.install(chart.pane(), () -> messages.get("file", distortion.key()));
        chart.pane().focusedProperty().subscribe(focused -> {
            if (focused) {
                examples.distortion().set(distortion);
            }
        });
        chart.setSeries(report.curvesOf(distortion).stream().map(curve -> line(curve, report.models())).toList());
        return chart;
    }

    private static Series line(RobustnessCurve measured, List<String> models) {
        var curve = new Curve();
        for (var point : measured.points()) {
            var interval = point.interval();
            curve.add(measured.distortion().shown(point.strength()), interval.lower(), point.accuracy(),
                    interval.upper());
        }
        return new Series(
                models.get(measured.model()),
                Series.Kind.BAND,
                Series.Role.of(measured.model()),
                curve);
    }

    /** The slider's place, in the chart that it belongs to. */
    private void mark() {
        charts.forEach((distortion, chart) -> {
            double strength = examples.strength().get();
            chart.setMarks(
                    distortion == examples.distortion().get()
                            ? new CurveMarks(
                                    0,
                                    List.of(new CurveMarks.Event(distortion.shown(strength),
                                            distortion.describe(strength))))
                            : CurveMarks.NONE);
        });
    }
}
