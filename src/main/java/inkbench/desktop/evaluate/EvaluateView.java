package inkbench.desktop.evaluate;

import java.text.NumberFormat;
import java.util.List;

import atlantafx.base.theme.Styles;
import inkbench.data.Part;
import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Figure;
import inkbench.desktop.common.Hints;
import inkbench.desktop.common.Segments;
import inkbench.desktop.common.SetChanges;
import inkbench.desktop.common.Theme;
import inkbench.evaluation.Evaluation;
import inkbench.text.Messages;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Figures above; below them the confusion matrix at the left and the images behind a cell at the right. */
final class EvaluateView extends VBox {
    private final Messages messages = Messages.of(EvaluateView.class);
    private final NumberFormat percent = NumberFormat.getPercentInstance();
    private final NumberFormat whole = NumberFormat.getIntegerInstance();
    private final NumberFormat decimal = NumberFormat.getNumberInstance();
    private final EvaluateViewModel viewModel;
    private final ConfusionHeatMap heatMap;
    private final Figure accuracy = figure("accuracy", true);
    private final Figure errors = figure("errors", false);
    private final Figure loss = figure("loss", false);
    private final Figure images = figure("images", false);
    private final SplitPane results;
    private final MeasurePane measurePane;
    private final StackPane content = new StackPane();

    EvaluateView(EvaluateViewModel viewModel, Exports exports, SetChanges changes, Theme theme) {
        super(16);
        this.viewModel = viewModel;
        percent.setMinimumFractionDigits(2);
        percent.setMaximumFractionDigits(2);
        decimal.setMinimumFractionDigits(4);
        decimal.setMaximumFractionDigits(4);
        getStyleClass().add("place");
        setId("place-evaluate");
        heatMap = new ConfusionHeatMap(theme);
        heatMap.pane().setId("confusion");
        heatMap.selection().bindBidirectional(viewModel.selection());
        exports.install(heatMap.pane(), () -> messages.get("heatMap.file"));
        results = new SplitPane(heatMapCard(), new CellPane(viewModel, theme));
        results.getStyleClass().add("split-cards");
        results.setDividerPositions(0.6);
        results.widthProperty().addListener((source, before, now) -> keepShares());
        measurePane = new MeasurePane(viewModel, changes);
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(header(), content);
        viewModel.evaluation().subscribe(this::show);
    }

    /** A window that shrinks takes the same from both sides, however narrow one is; shares look right at any width. */
    private void keepShares() {
        var shares = results.getDividerPositions();
        Platform.runLater(() -> results.setDividerPositions(shares));
    }

    private Figure figure(String key, boolean large) {
        var figure = new Figure(messages.get("header." + key), large, messages.get("header." + key + ".tip"));
        figure.setId("figure-" + key);
        return figure;
    }

    private FlowPane header() {
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
        var header = new FlowPane(32, 8, parts, accuracy, errors, loss, images);
        header.setRowValignment(javafx.geometry.VPos.CENTER);
        header.getStyleClass().add("card");
        return header;
    }

    private VBox heatMapCard() {
        var title = new Label(heatMap.title());
        title.getStyleClass().add("card-title");
        var measures = new Segments<>(
                List.of(Measure.values()),
                measure -> messages.get("measure." + measure.name()),
                heatMap.measure());
        for (int i = 0; i < Measure.values().length; i++) {
            var button = measures.getButtons().get(i);
            button.getStyleClass().add(Styles.SMALL);
            button.setId("measure-" + Measure.values()[i].name());
            Hints.on(button, messages.get("measure." + Measure.values()[i].name() + ".tip"));
        }
        var logarithmic = Hints.on(new CheckBox(messages.get("option.log")), messages.get("option.log.tip"));
        logarithmic.setId("option-log");
        logarithmic.selectedProperty().bindBidirectional(heatMap.logarithmic());
        var diagonal = Hints.on(new CheckBox(messages.get("option.diagonal")), messages.get("option.diagonal.tip"));
        diagonal.setId("option-diagonal");
        diagonal.selectedProperty().bindBidirectional(heatMap.diagonalHidden());
        var options = new FlowPane(16, 8, measures, logarithmic, diagonal);
        options.setAlignment(Pos.CENTER_LEFT);
        options.setRowValignment(javafx.geometry.VPos.CENTER);

        var readOut = new Label();
        readOut.setId("read-out");
        readOut.setWrapText(true);
        readOut.getStyleClass().add("caption");
        // Two lines are always there, so that the map doesn't jump when the sentence gets longer.
        readOut.setMinHeight(36);
        readOut.setPrefHeight(36);
        readOut.setAlignment(Pos.TOP_LEFT);
        readOut.textProperty()
                .bind(heatMap.readOut().map(text -> text.isEmpty() ? messages.get("heatMap.hint") : text));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var card = new VBox(10, title, options, heatMap.pane(), readOut);
        card.getStyleClass().add("card");
        VBox.setVgrow(heatMap.pane(), Priority.ALWAYS);
        return card;
    }

    private void show(Evaluation evaluation) {
        heatMap.matrix().set(evaluation == null ? null : evaluation.confusion());
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
}
