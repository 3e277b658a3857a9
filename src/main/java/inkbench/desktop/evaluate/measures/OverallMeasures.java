package inkbench.desktop.evaluate.measures;

import java.util.List;

import inkbench.desktop.common.Exports;
import inkbench.evaluation.summary.EvaluationSummary;
import inkbench.text.Messages;
import javafx.scene.layout.StackPane;

/** What is measured of all classes together. */
public final class OverallMeasures extends StackPane {
    private final Messages messages = Messages.of(OverallMeasures.class);
    private final MeasureTable table;

    /** An empty table. */
    public OverallMeasures(Exports exports) {
        table = new MeasureTable(
                "overall-measures",
                messages.get("overall.title"),
                messages.get("measure"),
                messages.get("overall.file"),
                exports);
        getChildren().add(table);
    }

    /** Shows a summary, or nothing for null. */
    public void show(EvaluationSummary summary) {
        table.show(
                List.of(messages.get("value")),
                summary == null ? List.of() : MeasureRows.overall(summary));
    }
}
