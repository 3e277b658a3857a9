package inkbench.desktop.evaluate.curves;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import atlantafx.base.theme.Styles;
import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Hints;
import inkbench.desktop.common.chart.Curve;
import inkbench.desktop.common.chart.CurveChart;
import inkbench.desktop.common.chart.Series;
import inkbench.evaluation.summary.EvaluationSummary;
import inkbench.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How well each class is told from all others: ROC and precision-recall curves, the chosen classes strong. */
public final class ClassCurvesPane extends VBox {
    private static final int CHOSEN_AT_FIRST = 3;
    /** How much of the axes the corner is in which the curves of good models lie. */
    private static final double CORNER = 0.1;

    private final Messages messages = Messages.of(ClassCurvesPane.class);
    private final NumberFormat area = NumberFormat.getNumberInstance();
    private final CurveChart roc;
    private final CurveChart precisionRecall;
    private final FlowPane choice = new FlowPane(6, 6);
    private final CheckBox corner = new CheckBox();
    private final Set<Integer> chosen = new TreeSet<>();
    private EvaluationSummary summary;
    private List<String> names = List.of();
    private List<Curve> rocCurves = List.of();
    private List<Curve> precisionRecallCurves = List.of();

    /** Charts without curves. */
    public ClassCurvesPane(Exports exports) {
        super(12);
        area.setMinimumFractionDigits(4);
        area.setMaximumFractionDigits(4);
        roc = chart("roc", exports);
        precisionRecall = chart("precisionRecall", exports);
        choice.setId("curve-classes");
        choice.setAlignment(Pos.CENTER_LEFT);
        corner.setText(messages.get("corner"));
        corner.setId("curve-corner");
        Hints.on(corner, messages.get("corner.tip", CORNER, 1 - CORNER));
        corner.selectedProperty().subscribe(this::look);
        var charts = new HBox(12, roc.pane(), precisionRecall.pane());
        VBox.setVgrow(charts, Priority.ALWAYS);
        getChildren().setAll(choice, charts);
    }

    private void look(boolean closer) {
        if (closer) {
            roc.look(0, CORNER, 1 - CORNER);
            precisionRecall.look(1 - CORNER, 1, 1 - CORNER);
        } else {
            roc.lookAtAll();
            precisionRecall.lookAtAll();
        }
    }

    private CurveChart chart(String key, Exports exports) {
        var percent = NumberFormat.getPercentInstance();
        percent.setMinimumFractionDigits(2);
        percent.setMaximumFractionDigits(2);
        var chart = new CurveChart(messages.get(key + ".y"), messages.get(key + ".x"), 1, percent::format).inShares();
        chart.pane().setId(key);
        exports.install(chart.pane(), () -> messages.get(key + ".file"));
        HBox.setHgrow(chart.pane(), Priority.ALWAYS);
        // The two share the width evenly, whatever they would like.
        chart.pane().setPrefWidth(1);
        return chart;
    }

    /** Shows a summary, or nothing for null. */
    public void show(EvaluationSummary shown) {
        summary = shown;
        if (shown == null) {
            roc.setSeries(List.of());
            precisionRecall.setSeries(List.of());
            choice.setDisable(true);
            return;
        }
        rocCurves = shown.rocCurves()
                .stream()
                .map(curve -> line(curve.falsePositiveRates(), curve.truePositiveRates()))
                .toList();
        precisionRecallCurves = shown.precisionRecallCurves()
                .stream()
                .map(curve -> line(curve.recalls(), curve.precisions()))
                .toList();
        var classes = shown.counts().matrix().classNames();
        if (!classes.equals(names)) {
            names = classes;
            chosen.clear();
            chosen.addAll(worst());
        }
        choice.setDisable(false);
        fillChoice();
        drawLines();
    }

    private static Curve line(double[] xs, double[] ys) {
        var curve = new Curve();
        for (int i = 0; i < xs.length; i++) {
            curve.add(xs[i], ys[i]);
        }
        return curve;
    }

    /** The classes with the least average precision; those without images are none of them. */
    private List<Integer> worst() {
        return IntStream.range(0, names.size())
                .boxed()
                .filter(c -> !Double.isNaN(averagePrecision(c)))
                .sorted(Comparator.comparingDouble(this::averagePrecision))
                .limit(CHOSEN_AT_FIRST)
                .toList();
    }

    private double averagePrecision(int c) {
        return summary.probabilities().averagePrecisions()[c];
    }

    private double rocArea(int c) {
        return summary.probabilities().rocAreas()[c];
    }

    private void fillChoice() {
        var worst = new Button(messages.get("classes.worst"));
        worst.setId("curve-classes-worst");
        worst.getStyleClass().add(Styles.SMALL);
        Hints.on(worst, messages.get("classes.worst.tip"));
        worst.setOnAction(event -> {
            chosen.clear();
            chosen.addAll(worst());
            fillChoice();
            drawLines();
        });
        choice.getChildren().setAll(Hints.on(new Label(messages.get("classes")), messages.get("classes.tip")));
        for (int c = 0; c < names.size(); c++) {
            choice.getChildren().add(toggle(c));
        }
        choice.getChildren().addAll(worst, corner);
    }

    private ToggleButton toggle(int c) {
        var toggle = new ToggleButton(names.get(c));
        toggle.setMnemonicParsing(false);
        toggle.setId("curve-class-" + c);
        toggle.getStyleClass().add(Styles.SMALL);
        toggle.setSelected(chosen.contains(c));
        toggle.setOnAction(event -> {
            if (toggle.isSelected()) {
                chosen.add(c);
            } else {
                chosen.remove(c);
            }
            drawLines();
        });
        return Hints.on(
                toggle,
                messages.get("classes.class.tip", names.get(c), number(rocArea(c)), number(averagePrecision(c))));
    }

    private void drawLines() {
        var rocLines = lines(rocCurves, c -> messages.get("roc.class", names.get(c), number(rocArea(c))));
        rocLines.add(new Series(messages.get("roc.chance"), Series.Kind.LINE, Series.Role.EARLIER, Diagonal.curve()));
        roc.setSeries(rocLines);
        precisionRecall.setSeries(
                lines(
                        precisionRecallCurves,
                        c -> messages.get("precisionRecall.class", names.get(c), number(averagePrecision(c)))));
    }

    private List<Series> lines(List<Curve> curves, IntFunction<String> title) {
        var lines = new ArrayList<Series>();
        int strong = 0;
        for (int c = 0; c < curves.size(); c++) {
            lines.add(
                    chosen.contains(c)
                            ? new Series(title.apply(c), Series.Kind.BOLD, Series.Role.of(strong++), curves.get(c))
                            : new Series(title.apply(c), Series.Kind.CONTEXT, Series.Role.EARLIER, curves.get(c)));
        }
        return lines;
    }

    private String number(double value) {
        return Double.isNaN(value) ? messages.get("none") : area.format(value);
    }
}
