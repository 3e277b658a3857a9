package inkbench.desktop.evaluate;

import java.text.NumberFormat;
import java.util.List;
import java.util.Map;

import inkbench.data.Part;
import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Figure;
import inkbench.desktop.common.Hints;
import inkbench.desktop.common.SetChanges;
import inkbench.desktop.common.Theme;
import inkbench.desktop.evaluate.comparison.ComparisonPane;
import inkbench.desktop.evaluate.comparison.ComparisonViewModel;
import inkbench.desktop.evaluate.curves.CalibrationPane;
import inkbench.desktop.evaluate.curves.ClassCurvesPane;
import inkbench.desktop.evaluate.failures.FailuresPane;
import inkbench.desktop.evaluate.failures.FailuresViewModel;
import inkbench.desktop.evaluate.flows.FlowCard;
import inkbench.desktop.evaluate.matrix.Cell;
import inkbench.desktop.evaluate.matrix.CellSelection;
import inkbench.desktop.evaluate.matrix.HeatMapCard;
import inkbench.desktop.evaluate.measures.ClassMeasures;
import inkbench.desktop.evaluate.measures.OverallMeasures;
import inkbench.desktop.evaluate.parts.PartsPane;
import inkbench.desktop.evaluate.parts.PartsViewModel;
import inkbench.desktop.evaluate.review.ReviewPane;
import inkbench.desktop.evaluate.review.ReviewViewModel;
import inkbench.desktop.evaluate.robustness.RobustnessPane;
import inkbench.desktop.evaluate.robustness.RobustnessViewModel;
import inkbench.evaluation.Evaluation;
import inkbench.evaluation.summary.EvaluationSummary;
import inkbench.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Figures above; below them the confusion matrix at the left and the images behind a cell at the right. */
final class EvaluateView extends VBox {
    private static final double WIDE_GAP = 32;
    private static final double NARROW_GAP = 12;
    /** Width below which the figures above would need a second row with wide gaps. */
    private static final double NARROW = 940;

    private final Messages messages = Messages.of(EvaluateView.class);
    private final NumberFormat percent = NumberFormat.getPercentInstance();
    private final NumberFormat whole = NumberFormat.getIntegerInstance();
    private final NumberFormat decimal = NumberFormat.getNumberInstance();
    private final EvaluateViewModel viewModel;
    private final HeatMapCard heatMap;
    private final FlowCard flows;
    private final ClassMeasures classMeasures;
    private final OverallMeasures overallMeasures;
    private final CalibrationPane calibrationPane;
    private final ClassCurvesPane classCurves;
    private final PartsPane partsPane;
    private final ComparisonPane comparison;
    private final ReviewPane reviewPane;
    private final RobustnessPane robustness;
    private final FailuresPane failures;
    private final Figure accuracy = figure("accuracy", true);
    private final Figure interval = figure("interval", false);
    private final Figure errors = figure("errors", false);
    private final Figure kappa = figure("kappa", false);
    private final Figure calibration = figure("ece", false);
    private final Figure loss = figure("loss", false);
    private final Figure images = figure("images", false);
    private final TabPane results;
    private final WithCells withCells;
    private final MeasurePane measurePane;
    private final StackPane content = new StackPane();

    EvaluateView(
            EvaluateViewModel viewModel,
            SummaryViewModel summary,
            PartsViewModel sideBySide,
            ComparisonViewModel compared,
            ReviewViewModel review,
            RobustnessViewModel distorted,
            FailuresViewModel failed,
            Exports exports,
            SetChanges changes,
            Theme theme) {
        super(16);
        this.viewModel = viewModel;
        percent.setMinimumFractionDigits(2);
        percent.setMaximumFractionDigits(2);
        decimal.setMinimumFractionDigits(4);
        decimal.setMaximumFractionDigits(4);
        getStyleClass().add("place");
        setId("place-evaluate");
        heatMap = new HeatMapCard(exports, theme);
        heatMap.selection().bindBidirectional(viewModel.selection());
        flows = new FlowCard(exports, theme);
        flows.selection().bindBidirectional(viewModel.selection());
        classMeasures = new ClassMeasures(exports);
        overallMeasures = new OverallMeasures(exports);
        calibrationPane = new CalibrationPane(exports);
        classCurves = new ClassCurvesPane(exports);
        reviewPane = new ReviewPane(review, exports);
        partsPane = new PartsPane(sideBySide, viewModel::measure, viewModel.job().map(job -> true).orElse(false),
                this::open, exports, theme);
        comparison = new ComparisonPane(compared, exports, theme);
        robustness = new RobustnessPane(distorted, exports);
        failures = new FailuresPane(failed, exports, theme);
        withCells = new WithCells(new CellPane(viewModel, theme));
        results = views();
        measurePane = new MeasurePane(viewModel, changes);
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(header(), content);
        viewModel.evaluation().subscribe(this::show);
        summary.summary().subscribe(this::showMeasures);
    }

    private Figure figure(String key, boolean large) {
        var figure = new Figure(messages.get("header." + key), large, messages.get("header." + key + ".tip"));
        figure.setId("figure-" + key);
        return figure;
    }

    private HBox header() {
        var parts = new ComboBox<>(viewModel.parts());
        parts.setId("part");
        parts.setConverter(new StringConverter<>() {
            @Override
            public String toString(Part part) {
                return part == null ? "" : messages.get("header.part." + part.key());
            }

            @Override
            public Part fromString(String text) {
                throw new UnsupportedOperationException("The choice can't be edited");
            }
        });
        parts.valueProperty().bindBidirectional(viewModel.part());
        parts.setAccessibleText(messages.get("header.part"));
        Hints.on(parts, messages.get("header.part.tip"));
        parts.disableProperty().bind(Bindings.isEmpty(viewModel.parts()));
        parts.setMinWidth(USE_PREF_SIZE);
        var figures = new FlowPane(WIDE_GAP, 8, accuracy, interval, errors, kappa, calibration, loss, images);
        figures.setRowValignment(VPos.BOTTOM);
        // All in one row, unless there isn't the width.
        figures.setPrefWrapLength(NARROW);
        HBox.setHgrow(figures, Priority.ALWAYS);
        var header = new HBox(WIDE_GAP, parts, figures);
        header.setAlignment(Pos.CENTER_LEFT);
        header.widthProperty().subscribe(width -> {
            double gap = width.doubleValue() < NARROW ? NARROW_GAP : WIDE_GAP;
            figures.setHgap(gap);
            header.setSpacing(gap);
        });
        header.getStyleClass().add("card");
        return header;
    }

    /** Looks at a cell of a part. */
    private void open(Part part, Cell cell) {
        viewModel.part().set(part);
        viewModel.selection().set(CellSelection.of(cell));
        results.getSelectionModel().selectFirst();
    }

    private TabPane views() {
        var failuresTab = tab("failures", failures);
        failures.active().bind(failuresTab.selectedProperty());
        var tabs = new TabPane(tab("matrix", null), tab("flows", null), failuresTab, tab("classes", classMeasures),
                tab("overall", overallMeasures), tab("calibration", calibrationPane), tab("curves", classCurves),
                tab("parts", partsPane),
                tab("compare", comparison), tab("robustness", robustness), tab("labels", reviewPane));
        tabs.setId("views");
        tabs.getStyleClass().add("page-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        withCells.follow(tabs, Map.of(tabs.getTabs().get(0), heatMap, tabs.getTabs().get(1), flows));
        return tabs;
    }

    private Tab tab(String key, Region content) {
        var tab = new Tab(messages.get("view." + key), content == null ? null : card(content));
        tab.setId("view-" + key);
        tab.setTooltip(new Tooltip(messages.get("view." + key + ".tip")));
        return tab;
    }

    private static Region card(Region content) {
        content.getStyleClass().add("card");
        var below = new StackPane(content);
        below.getStyleClass().add("below-tabs");
        return below;
    }

    private void show(Evaluation evaluation) {
        var confusion = evaluation == null ? null : evaluation.confusion();
        heatMap.matrix().set(confusion);
        flows.matrix().set(confusion);
        content.getChildren().setAll(evaluation == null ? measurePane : results);
        if (evaluation == null) {
            for (var figure : List.of(accuracy, errors, loss, images)) {
                figure.show(null);
            }
            return;
        }
        var matrix = evaluation.confusion();
        accuracy.show(percent.format(evaluation.accuracy()));
        accuracy.define(messages.get("header.accuracy.tip", matrix.correct(), matrix.total()));
        errors.show(whole.format(matrix.total() - matrix.correct()));
        loss.show(decimal.format(evaluation.loss()));
        images.show(whole.format(matrix.total()));
    }

    private void showMeasures(EvaluationSummary summary) {
        classMeasures.show(summary);
        overallMeasures.show(summary);
        calibrationPane.show(summary);
        classCurves.show(summary);
        if (summary == null) {
            List.of(interval, kappa, calibration).forEach(figure -> figure.show(null));
            return;
        }
        var overall = summary.counts().overall();
        interval.show(
                messages.get(
                        "header.interval.value",
                        percent.format(overall.accuracyLower()),
                        percent.format(overall.accuracyUpper())));
        kappa.show(Double.isNaN(overall.kappa()) ? null : decimal.format(overall.kappa()));
        calibration.show(percent.format(summary.probabilities().calibration().expectedError()));
    }
}
