package inkbench.desktop.evaluate.matrix;

import java.util.List;

import atlantafx.base.theme.Styles;
import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Hints;
import inkbench.desktop.common.Segments;
import inkbench.desktop.common.Theme;
import inkbench.evaluation.ConfusionMatrix;
import inkbench.text.Messages;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The heat map, what it shows above it, and the cell that is pointed at in words below it. */
public final class HeatMapCard extends VBox {
    /** Two lines are always there, so that the map doesn't jump when the sentence gets longer. */
    private static final double TWO_LINES = 36;

    private final Messages messages = Messages.of(HeatMapCard.class);
    private final ConfusionHeatMap heatMap;

    /** A card without a matrix. */
    public HeatMapCard(Exports exports, Theme theme) {
        super(10);
        heatMap = new ConfusionHeatMap(theme);
        heatMap.pane().setId("confusion");
        exports.install(heatMap.pane(), () -> messages.get("heatMap.file"));
        VBox.setVgrow(heatMap.pane(), Priority.ALWAYS);
        getChildren().addAll(options(), heatMap.pane(), readOut());
    }

    /** What is shown, or null. */
    public ObjectProperty<ConfusionMatrix> matrix() {
        return heatMap.matrix();
    }

    /** The chosen cells. */
    public ObjectProperty<CellSelection> selection() {
        return heatMap.selection();
    }

    private FlowPane options() {
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
        var options = new FlowPane(
                16,
                8,
                measures,
                option("log", heatMap.logarithmic()),
                option("diagonal", heatMap.diagonalHidden()));
        options.setAlignment(Pos.CENTER_LEFT);
        options.setRowValignment(VPos.CENTER);
        return options;
    }

    private CheckBox option(String key, BooleanProperty chosen) {
        var option = Hints.on(new CheckBox(messages.get("option." + key)), messages.get("option." + key + ".tip"));
        option.setId("option-" + key);
        option.selectedProperty().bindBidirectional(chosen);
        return option;
    }

    private Label readOut() {
        var readOut = new Label();
        readOut.setId("read-out");
        readOut.setWrapText(true);
        readOut.getStyleClass().add("caption");
        readOut.setMinHeight(TWO_LINES);
        readOut.setPrefHeight(TWO_LINES);
        readOut.setAlignment(Pos.TOP_LEFT);
        readOut.textProperty()
                .bind(heatMap.readOut().map(text -> text.isEmpty() ? messages.get("heatMap.hint") : text));
        return readOut;
    }
}
