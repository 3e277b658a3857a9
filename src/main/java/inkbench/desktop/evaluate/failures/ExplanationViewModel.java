package inkbench.desktop.evaluate.failures;

import java.util.concurrent.Executor;

import inkbench.app.explaining.Explaining;
import inkbench.app.explaining.Explanation;
import inkbench.desktop.common.Session;
import inkbench.evaluation.failures.Failure;
import inkbench.task.Job;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Why one image was read as it was. Only for the FX thread. */
final class ExplanationViewModel {
    private final Explaining explaining;
    private final Session session;
    private final Executor fxThread;
    private final ObjectProperty<AskedClass> asked = new SimpleObjectProperty<>(AskedClass.PREDICTION);
    private final ReadOnlyObjectWrapper<Explanation> explanation = new ReadOnlyObjectWrapper<>();
    private byte[] pixels;
    private Failure failure;
    private Job<Explanation> job;

    ExplanationViewModel(Explaining explaining, Session session, Executor fxThread) {
        this.explaining = explaining;
        this.session = session;
        this.fxThread = fxThread;
        asked.subscribe(now -> begin());
    }

    /** Which class is explained. */
    ObjectProperty<AskedClass> asked() {
        return asked;
    }

    /** The explanation; null until it is there. */
    ReadOnlyObjectProperty<Explanation> explanation() {
        return explanation.getReadOnlyProperty();
    }

    /** Explains an image; one that is being explained is given up. */
    void explain(byte[] image, Failure what) {
        pixels = image;
        failure = what;
        begin();
    }

    /** Explains nothing. */
    void clear() {
        explain(null, null);
    }

    private void begin() {
        if (job != null) {
            job.cancel();
            job = null;
        }
        explanation.set(null);
        var model = session.model().get();
        if (pixels == null || model == null) {
            return;
        }
        var started = explaining.explain(
                model,
                pixels,
                asked.get() == AskedClass.LABEL ? failure.label() : failure.prediction());
        job = started;
        started.result().whenComplete((found, problem) -> fxThread.execute(() -> {
            if (job != started) {
                return;
            }
            job = null;
            if (problem == null) {
                explanation.set(found);
            } else {
                session.report(problem);
            }
        }));
    }
}
