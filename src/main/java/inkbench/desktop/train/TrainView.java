package inkbench.desktop.train;

import java.text.NumberFormat;
import java.time.Duration;
import java.util.List;
import java.util.function.DoubleFunction;

import inkbench.desktop.common.EmptyState;
import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Figure;
import inkbench.desktop.common.FitButton;
import inkbench.desktop.common.Hints;
import inkbench.desktop.common.LiveProgress;
import inkbench.desktop.common.SetChanges;
import inkbench.desktop.common.chart.CurveChart;
import inkbench.desktop.common.chart.Series;
import inkbench.desktop.common.chart.Series.Kind;
import inkbench.desktop.common.chart.Series.Role;
import inkbench.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Settings at the left, the run at the right: its figures above its curves. */
final class TrainView extends BorderPane {
    private final Messages messages = Messages.of(TrainView.class);
    private final NumberFormat percent = NumberFormat.getPercentInstance();
    private final NumberFormat whole = NumberFormat.getIntegerInstance();
    private final TrainViewModel viewModel;
    private final SetChanges changes;
    private final CurveChart loss;
    private final CurveChart accuracy;
    private final Figure validation = figure("validation", true);
    private final Figure test = figure("test", false);
    private final Figure epoch = figure("epoch", false);
    private final Figure speed = figure("speed", false);
    private final Figure remaining = figure("remaining", false);
    private final Figure elapsed = figure("elapsed", false);
    private final VBox run;
    private final StackPane right = new StackPane();

    TrainView(TrainViewModel viewModel, Exports exports, SetChanges changes) {
        this.viewModel = viewModel;
        this.changes = changes;
        percent.setMaximumFractionDigits(2);
        percent.setMinimumFractionDigits(2);
        getStyleClass().add("place");
        setId("place-train");
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
        run = new VBox(16, figuresCard(), charts());
        VBox.setVgrow(run.getChildren().getLast(), Priority.ALWAYS);

        var settings = new ScrollPane(new SettingsPane(viewModel, changes));
        settings.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        settings.setFitToWidth(true);
        settings.getStyleClass().add("edge-to-edge");
        settings.setMinWidth(316);
        setLeft(settings);
        setCenter(right);
        right.setStyle("-fx-padding: 0 0 0 8;");

        viewModel.monitor().subscribe(this::showRun);
        viewModel.updates().subscribe(this::showCurves);
        viewModel.figureUpdates().subscribe(this::showFigures);
        viewModel.state().subscribe(this::showFigures);
        viewModel.testAccuracy().subscribe(this::showFigures);
        viewModel.objection().subscribe(() -> showRun(viewModel.monitor().get()));
    }

    private Figure figure(String key, boolean large) {
        var figure = new Figure(messages.get("figure." + key), large, messages.get("figure." + key + ".tip"));
        figure.setId("figure-" + key);
        return figure;
    }

    private FlowPane figuresCard() {
        var card = new FlowPane(32, 8, validation, test, epoch, speed, remaining, elapsed);
        card.setAlignment(Pos.BOTTOM_LEFT);
        card.setRowValignment(javafx.geometry.VPos.BOTTOM);
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
                card("chart.accuracy", accuracy.pane(), new Region()));
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

    private void showRun(RunMonitor monitor) {
        if (monitor == null) {
            right.getChildren().setAll(emptyState());
            return;
        }
        right.getChildren().setAll(run);
        loss.setSeries(series(monitor.batchLoss(), monitor.smoothLoss(), monitor.validationLoss()));
        accuracy.setSeries(series(monitor.batchAccuracy(), monitor.smoothAccuracy(), monitor.validationAccuracy()));
        showFigures();
    }

    private EmptyState emptyState() {
        var state = viewModel.objection().get() == null
                ? new EmptyState(messages.get("empty.ready"), messages.get("train.start"), viewModel::start)
                : new EmptyState(viewModel.objection().get());
        state.getStyleClass().add("card");
        if (viewModel.fitSize().isPresent()) {
            var fit = new FitButton(changes);
            fit.show(viewModel.fitSize());
            state.getChildren().add(fit);
        }
        return state;
    }

    private List<Series> series(
            inkbench.desktop.common.chart.Curve batches,
            inkbench.desktop.common.chart.Curve smooth,
            inkbench.desktop.common.chart.Curve epochs) {
        return List.of(
                new Series(messages.get("series.batches"), Kind.THIN, Role.FIRST, batches),
                new Series(messages.get("series.training"), Kind.BOLD, Role.FIRST, smooth),
                new Series(messages.get("series.validation"), Kind.MARKED, Role.SECOND, epochs));
    }

    private void showCurves() {
        loss.refresh();
        accuracy.refresh();
    }

    private void showFigures() {
        var monitor = viewModel.monitor().get();
        if (monitor == null) {
            return;
        }
        var progress = monitor.progress();
        boolean running = viewModel.state().get() != TrainViewModel.State.IDLE;
        validation.show(
                monitor.newestEpoch().map(result -> percentOrNull(result.validationAccuracy())).orElse(null));
        test.show(percentOrNull(viewModel.testAccuracy().get()));
        epoch.show(progress.map(p -> messages.get("figure.epoch.value", p.epoch(), p.epochs())).orElse(null));
        speed.show(progress.map(p -> whole.format(p.samplesPerSecond())).orElse(null));
        remaining.show(progress.filter(p -> running).map(LiveProgress::remainingSeconds).map(this::clock).orElse(null));
        elapsed.show(clock(viewModel.elapsed().toMillis() / 1000.0));
    }

    private String percentOrNull(double value) {
        return Double.isNaN(value) ? null : percent.format(value);
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
