package inkbench.desktop.evaluate;

import java.util.function.Function;

import inkbench.desktop.common.Session;
import inkbench.evaluation.Evaluation;
import inkbench.evaluation.summary.EvaluationSummary;
import inkbench.task.Job;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** All that is measured of the evaluation that is looked at, computed in the background. Only for the FX thread. */
final class SummaryViewModel {
    private final Function<Evaluation, Job<EvaluationSummary>> summariser;
    private final Session session;
    private final ReadOnlyObjectWrapper<EvaluationSummary> summary = new ReadOnlyObjectWrapper<>();
    private Job<EvaluationSummary> job;

    /** Follows what is looked at. */
    SummaryViewModel(
            ObservableValue<Evaluation> evaluation,
            Function<Evaluation, Job<EvaluationSummary>> summariser,
            Session session) {
        this.summariser = summariser;
        this.session = session;
        evaluation.subscribe(this::begin);
    }

    /** The measures; null until they are computed, and where nothing was evaluated. */
    ReadOnlyObjectProperty<EvaluationSummary> summary() {
        return summary.getReadOnlyProperty();
    }

    private void begin(Evaluation evaluation) {
        if (job != null) {
            job.cancel();
            job = null;
        }
        summary.set(null);
        if (evaluation == null) {
            return;
        }
        var started = summariser.apply(evaluation);
        job = started;
        session.watch(started, found -> {
            if (job == started) {
                summary.set(found);
            }
        });
    }
}
