package inkbench.desktop.evaluate.flows;

import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Hints;
import inkbench.desktop.common.Theme;
import inkbench.desktop.evaluate.matrix.CellSelection;
import inkbench.evaluation.ConfusionMatrix;
import inkbench.text.Messages;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The alluvial plot, what it leaves out above it, and the ribbon that is pointed at in words below it. */
public final class FlowCard extends VBox {
    private final Messages messages = Messages.of(FlowCard.class);
    private final FlowChart chart;

    /** A card without a matrix. */
    public FlowCard(Exports exports, Theme theme) {
        super(10);
        chart = new FlowChart(theme);
        chart.pane().setId("flows");
        exports.install(chart.pane(), () -> messages.get("flows.file"));
        var errors = Hints.on(new CheckBox(messages.get("flows.errors")), messages.get("flows.errors.tip"));
        errors.setId("flows-errors");
        errors.selectedProperty().bindBidirectional(chart.errorsOnly());
        var readOut = new Label();
        readOut.setId("flow-read-out");
        readOut.setWrapText(true);
        readOut.getStyleClass().add("caption");
        readOut.textProperty()
                .bind(chart.readOut().map(text -> text.isEmpty() ? messages.get("flows.hint") : text));
        VBox.setVgrow(chart.pane(), Priority.ALWAYS);
        getChildren().addAll(errors, chart.pane(), readOut);
    }

    /** What is shown, or null. */
    public ObjectProperty<ConfusionMatrix> matrix() {
        return chart.matrix();
    }

    /** The chosen ribbons. */
    public ObjectProperty<CellSelection> selection() {
        return chart.selection();
    }
}
