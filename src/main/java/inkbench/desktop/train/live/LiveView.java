package inkbench.desktop.train.live;

import java.text.NumberFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;

import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Figure;
import inkbench.desktop.common.Hints;
import inkbench.desktop.common.chart.Curve;
import inkbench.desktop.common.chart.CurveChart;
import inkbench.desktop.common.chart.CurveMarks;
import inkbench.desktop.common.chart.Series;
import inkbench.desktop.common.chart.Series.Kind;
import inkbench.desktop.common.chart.Series.Role;
import inkbench.text.Messages;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a run comes to: its figures above its curves. */
public final class LiveView extends VBox {
    /** Above that, nobody counts seconds. */
    private static final int MOST_SECONDS = 90;

    private final Messages messages = Messages.of(LiveView.class);
    private final NumberFormat percent = NumberFormat.getPercentInstance();
    private final NumberFormat whole = NumberFormat.getIntegerInstance();
    private final CurveChart loss;
    private final CurveChart accuracy;
    private final Figure validation = figure("validation", true);
    private final Figure test = figure("test", false);
    private final Figure epoch = figure("epoch", false);
    private final Figure member = figure("run", false);
    private final Label note = new Label();
    private final Figure speed = figure("speed", false);
    private final Figure remaining = figure("remaining", false);
    private final Figure elapsed = figure("elapsed", false);
    private final RunDetails details;
    private final EarlierRuns earlier;
    private RunMonitor monitor;

    /** Makes a view that shows no run yet. */
    public LiveView(Exports exports, EarlierRuns earlier) {
        super(16);
        this.earlier = earlier;
        percent.setMaximumFractionDigits(2);
        percent.setMinimumFractionDigits(2);
        loss = new CurveChart(
                messages.get("chart.loss"),
                messages.get("chart.epoch"),
                Double.POSITIVE_INFINITY,
                number(4));
        accuracy = new CurveChart(messages.get("chart.accuracy"), messages.get("chart.epoch"), 1, percent::format);
        loss.pane().setId("loss-chart");
        accuracy.pane().setId("accuracy-chart");
        exports.install(loss.pane(), () -> messages.get("chart.loss.file"));
        exports.install(accuracy.pane(), () -> messages.get("chart.accuracy.file"));
        details = new RunDetails(exports);
        details.setPrefHeight(260);
        details.setMinHeight(232);
        getChildren().setAll(figuresCard(), charts(), details);
        setVgrow(getChildren().get(1), Priority.ALWAYS);
        earlier.shown().subscribe(() -> {
            if (monitor != null) {
                showLines();
            }
        });
    }

    /** Shows a run from now on. */
    public void show(RunMonitor run) {
        monitor = run;
        showLines();
        var number = run.group().map(group -> messages.get("figure.run.value", group.begun(), group.count()));
        member.show(number.orElse(null));
        member.setVisible(number.isPresent());
        member.setManaged(number.isPresent());
        details.show(run);
        showCurves();
    }

    private void showLines() {
        loss.setSeries(
                series(
                        monitor.batchLoss(),
                        monitor.smoothLoss(),
                        RunMonitor::validationLoss,
                        GroupMonitor::lossBand,
                        EarlierRun::loss));
        accuracy.setSeries(
                series(
                        monitor.batchAccuracy(),
                        monitor.smoothAccuracy(),
                        RunMonitor::validationAccuracy,
                        GroupMonitor::accuracyBand,
                        EarlierRun::accuracy));
    }

    /** Shows what was added to the curves. */
    public void showCurves() {
        if (monitor == null) {
            return;
        }
        var marks = marks();
        loss.setMarks(marks);
        accuracy.setMarks(marks);
        details.setMarks(marks);
        loss.refresh();
        accuracy.refresh();
    }

    /**
     * Shows the figures as they are now.
     *
     * @param left
     *            how long the run still takes, if that can be said
     * @param testAccuracy
     *            0…1, or NaN
     */
    public void showFigures(Optional<TimeLeft> left, Duration spent, double testAccuracy) {
        if (monitor == null) {
            return;
        }
        details.refresh();
        var progress = monitor.progress();
        validation.show(
                monitor.newestEpoch().map(result -> percentOrNull(result.validationAccuracy())).orElse(null));
        test.show(percentOrNull(testAccuracy));
        epoch.show(progress.map(p -> messages.get("figure.epoch.value", p.epoch(), p.epochs())).orElse(null));
        speed.show(progress.map(p -> whole.format(p.samplesPerSecond())).orElse(null));
        remaining.show(left.map(this::range).orElse(null));
        elapsed.show(clock(spent.toMillis() / 1000.0));
    }

    /** Says something about the run that no figure does; null for nothing. */
    public void setNote(String text) {
        note.setText(text);
        note.setVisible(text != null);
        note.setManaged(text != null);
    }

    private CurveMarks marks() {
        var events = new ArrayList<CurveMarks.Event>();
        for (var change : monitor.rateChanges()) {
            events.add(
                    new CurveMarks.Event(
                            monitor.epochs(change.iteration()),
                            messages.get("mark.rate", change.learningRate())));
        }
        monitor.continuedAt()
                .ifPresent(
                        iteration -> events
                                .add(new CurveMarks.Event(monitor.epochs(iteration), messages.get("mark.continued"))));
        return new CurveMarks(1, events);
    }

    private Figure figure(String key, boolean large) {
        var figure = new Figure(messages.get("figure." + key), large, messages.get("figure." + key + ".tip"));
        figure.setId("figure-" + key);
        return figure;
    }

    private VBox figuresCard() {
        var figures = new FlowPane(32, 8, validation, test, member, epoch, speed, remaining, elapsed);
        figures.setAlignment(Pos.BOTTOM_LEFT);
        figures.setRowValignment(VPos.BOTTOM);
        note.setId("run-note");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        setNote(null);
        var card = new VBox(8, figures, note);
        card.getStyleClass().add("card");
        return card;
    }

    private HBox charts() {
        var logarithmic = Hints.on(new CheckBox(messages.get("chart.log")), messages.get("chart.log.tip"));
        logarithmic.setId("loss-log");
        logarithmic.selectedProperty().subscribe(loss::setLogarithmic);
        return new HBox(
                16,
                card("chart.loss", loss.pane(), logarithmic),
                card("chart.accuracy", accuracy.pane(), new CompareMenu(earlier)));
    }

    private VBox card(String titleKey, Region chart, Region control) {
        var title = new Label(messages.get(titleKey));
        title.getStyleClass().add("card-title");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(8, title, space, control);
        head.setAlignment(Pos.CENTER_LEFT);
        var card = new VBox(8, head, chart);
        card.getStyleClass().add("card");
        card.setMinWidth(220);
        card.setPrefWidth(400);
        chart.setPrefHeight(400);
        VBox.setVgrow(chart, Priority.ALWAYS);
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    private List<Series> series(
            Curve batches,
            Curve smooth,
            Function<RunMonitor, Curve> validated,
            Function<GroupMonitor, Curve> band,
            Function<EarlierRun, Curve> before) {
        var lines = new ArrayList<Series>();
        lines.add(new Series(messages.get("series.training"), Kind.BOLD, Role.FIRST, smooth));
        lines.add(new Series(messages.get("series.validation"), Kind.MARKED, Role.SECOND, validated.apply(monitor)));
        monitor.group()
                .ifPresent(
                        group -> lines.add(
                                new Series(messages.get("series.group"), Kind.BAND, Role.THIRD, band.apply(group))));
        lines.add(new Series(messages.get("series.batches"), Kind.THIN, Role.FIRST, batches));
        monitor.group().ifPresent(group -> addRunsBefore(group, validated, lines));
        earlier.shown()
                .forEach(
                        one -> lines.add(
                                new Series(CompareMenu.name(one.run()), Kind.LINE, Role.EARLIER, before.apply(one))));
        return lines;
    }

    private void addRunsBefore(
            GroupMonitor group,
            Function<RunMonitor, Curve> validated,
            List<Series> lines) {
        int number = 1;
        for (var before : group.before(monitor)) {
            var name = messages.get("series.run", number++);
            lines.add(new Series(name, Kind.LINE, Role.EARLIER, validated.apply(before)));
        }
    }

    private String percentOrNull(double value) {
        return Double.isNaN(value) ? null : percent.format(value);
    }

    private String range(TimeLeft left) {
        boolean inSeconds = left.to() < MOST_SECONDS;
        double unit = inSeconds ? 1 : 60;
        long from = Math.round(left.from() / unit);
        long to = Math.round(left.to() / unit);
        var key = inSeconds ? "left.seconds" : "left.minutes";
        return from == to ? messages.get(key, to) : messages.get(key + ".range", from, to);
    }

    private String clock(double seconds) {
        if (!Double.isFinite(seconds)) {
            return null;
        }
        var time = Duration.ofSeconds(Math.round(seconds));
        return time.toHours() > 0
                ? messages.get("time.hours", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
                : messages.get("time.minutes", time.toMinutesPart(), time.toSecondsPart());
    }

    private static DoubleFunction<String> number(int digits) {
        var format = NumberFormat.getNumberInstance();
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format::format;
    }
}
