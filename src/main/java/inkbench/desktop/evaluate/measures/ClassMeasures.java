package inkbench.desktop.evaluate.measures;

import java.util.List;

import inkbench.desktop.common.Exports;
import inkbench.evaluation.summary.EvaluationSummary;
import inkbench.text.Messages;
import javafx.scene.layout.StackPane;

/** What is measured of every class against the others. */
public final class ClassMeasures extends StackPane {
    private final MeasureTable table;

    /** An empty table. */
    public ClassMeasures(Exports exports) {
        var messages = Messages.of(ClassMeasures.class);
        table = new MeasureTable(
                "class-measures",
                messages.get("classes.title"),
                messages.get("measure"),
                messages.get("classes.file"),
                exports);
        getChildren().add(table);
    }

    /** Shows a summary, or nothing for null. */
    public void show(EvaluationSummary summary) {
        table.show(
                summary == null ? List.of() : summary.counts().matrix().classNames(),
                summary == null ? List.of() : MeasureRows.ofClasses(summary));
    }
}
