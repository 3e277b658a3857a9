package inkbench.desktop.evaluate.robustness;

import java.util.List;
import java.util.concurrent.Executor;

import inkbench.app.robustness.DistortedExamples;
import inkbench.app.robustness.RobustnessStudy;
import inkbench.desktop.common.Session;
import inkbench.model.Model;
import inkbench.robustness.Distortion;
import inkbench.robustness.RobustnessReport;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * One image of every class at a strength of one distortion, and what the measured models make of it. While the strength changes
 * faster than images are made, those in between are left out. Only for the FX thread.
 */
final class ExamplesViewModel {
    private final RobustnessStudy study;
    private final Session session;
    private final Executor fxThread;
    private final ObjectProperty<Distortion> distortion = new SimpleObjectProperty<>();
    private final DoubleProperty level = new SimpleDoubleProperty(0.5);
    private final ReadOnlyDoubleWrapper strength = new ReadOnlyDoubleWrapper();
    private final ReadOnlyObjectWrapper<DistortedExamples> examples = new ReadOnlyObjectWrapper<>();
    private RobustnessReport report;
    private List<Model> models = List.of();
    private Request making;

    private record Request(RobustnessReport report, Distortion distortion, double strength) {}

    ExamplesViewModel(RobustnessStudy study, Session session, Executor fxThread) {
        this.study = study;
        this.session = session;
        this.fxThread = fxThread;
        strength.bind(
                Bindings.createDoubleBinding(
                        () -> distortion.get() == null ? 0 : level.get() * distortion.get().largest(),
                        distortion,
                        level));
        distortion.subscribe(this::follow);
        strength.subscribe(this::follow);
    }

    /** One of those that were measured; null while nothing was. */
    ObjectProperty<Distortion> distortion() {
        return distortion;
    }

    /** The strength as a share of the distortion's largest, 0…1. */
    DoubleProperty level() {
        return level;
    }

    /** The strength itself; 0 while nothing was measured. */
    ReadOnlyDoubleProperty strength() {
        return strength.getReadOnlyProperty();
    }

    /** The images, as soon as they are made; null while nothing was measured. */
    ReadOnlyObjectProperty<DistortedExamples> examples() {
        return examples.getReadOnlyProperty();
    }

    /** What the models are called that answer. */
    List<String> modelNames() {
        return report == null ? List.of() : report.models();
    }

    /** Takes up another measurement, or none. */
    void show(RobustnessReport measured, List<Model> by) {
        report = measured;
        models = List.copyOf(by);
        examples.set(null);
        if (measured == null) {
            distortion.set(null);
        } else if (measured.distortions().contains(distortion.get())) {
            follow();
        } else {
            distortion.set(measured.distortions().getFirst());
        }
    }

    private void follow() {
        if (making != null || report == null || distortion.get() == null) {
            return;
        }
        var request = wanted();
        making = request;
        study.examples(report, models, request.distortion(), request.strength())
                .result()
                .whenComplete((made, failure) -> fxThread.execute(() -> {
                    making = null;
                    if (request.report() == report) {
                        if (failure == null) {
                            examples.set(made);
                        } else {
                            session.report(failure);
                        }
                    }
                    if (failure == null && !request.equals(wanted())) {
                        follow();
                    }
                }));
    }

    private Request wanted() {
        return new Request(report, distortion.get(), strength.get());
    }
}
