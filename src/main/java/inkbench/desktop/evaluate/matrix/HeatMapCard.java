package inkbench.desktop.evaluate.matrix;

import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Theme;
import inkbench.evaluation.ConfusionMatrix;
import inkbench.text.Messages;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
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
        var options = new HeatMapOptions("", heatMap.measure(), heatMap.logarithmic(), heatMap.diagonalHidden());
        getChildren().addAll(options, heatMap.pane(), readOut());
    }

    /** What is shown, or null. */
    public ObjectProperty<ConfusionMatrix> matrix() {
        return heatMap.matrix();
    }

    /** The chosen cells. */
    public ObjectProperty<CellSelection> selection() {
        return heatMap.selection();
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
