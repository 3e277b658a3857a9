package inkbench.desktop.evaluate.robustness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

import inkbench.app.robustness.RobustnessPlan;
import inkbench.app.robustness.RobustnessStudy;
import inkbench.desktop.common.Session;
import inkbench.desktop.evaluate.comparison.ModelChoice;
import inkbench.desktop.evaluate.comparison.OtherModels;
import inkbench.evaluation.Evaluation;
import inkbench.model.Model;
import inkbench.robustness.Distortion;
import inkbench.robustness.RobustnessReport;
import inkbench.task.Job;
import inkbench.text.Messages;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What to measure: distortions, models beside the one at hand, how many images; and what came of it. Only for the FX thread.
 */
public final class RobustnessViewModel {
    /** As many images as there are. */
    static final int ALL = Integer.MAX_VALUE;
    /** How many images can be asked for. */
    static final List<Integer> COUNTS = List.of(500, 2000, 10_000, ALL);

    /** Takes seconds, and 95% intervals end within two points. */
    private static final int USUAL_COUNT = 2000;
    private static final long SEED = 1;

    private final Messages messages = Messages.of(RobustnessViewModel.class);
    private final ObservableValue<Evaluation> evaluation;
    private final RobustnessStudy study;
    private final Session session;
    private final ModelChoice choice;
    private final ExamplesViewModel examples;
    private final Map<Distortion, BooleanProperty> chosen = new EnumMap<>(Distortion.class);
    private final ObservableList<Model> others = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper ownName = new ReadOnlyStringWrapper("");
    private final ObjectProperty<Integer> count = new SimpleObjectProperty<>(USUAL_COUNT);
    private final ReadOnlyObjectWrapper<RobustnessReport> report = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Job<RobustnessReport>> job = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper objection = new ReadOnlyStringWrapper();

    /**
     * Measures nothing yet.
     *
     * @param evaluation
     *            tells which images are looked at; null while nothing was evaluated
     * @param fxThread
     *            runs tasks on the FX thread
     */
    public RobustnessViewModel(
            ObservableValue<Evaluation> evaluation,
            RobustnessStudy study,
            OtherModels models,
            Session session,
            Executor fxThread) {
        this.evaluation = evaluation;
        this.study = study;
        this.session = session;
        choice = new ModelChoice(models, session, others::add);
        examples = new ExamplesViewModel(study, session, fxThread);
        for (var distortion : Distortion.values()) {
            chosen.put(distortion, new SimpleBooleanProperty(true));
            chosen.get(distortion).subscribe(this::object);
        }
        session.model().subscribe(model -> ownName.set(model == null ? "" : model.name()));
        evaluation.subscribe(this::forget);
    }

    /** Whether a distortion is to be measured. */
    BooleanProperty chosen(Distortion distortion) {
        return chosen.get(distortion);
    }

    /** Which models there are beside the one at hand. */
    ModelChoice choice() {
        return choice;
    }

    /** What the model at hand is called; empty without one. */
    ReadOnlyStringProperty ownName() {
        return ownName.getReadOnlyProperty();
    }

    /** The models to measure beside the one at hand, to which the choice adds. */
    ObservableList<Model> others() {
        return others;
    }

    /** How many images to read, at most; {@link #ALL} for no limit. */
    ObjectProperty<Integer> count() {
        return count;
    }

    /** Why nothing can be measured, in a sentence; null if it can. */
    ReadOnlyStringProperty objection() {
        return objection.getReadOnlyProperty();
    }

    /** What was measured; null until then, and of other images. */
    ReadOnlyObjectProperty<RobustnessReport> report() {
        return report.getReadOnlyProperty();
    }

    /** The images at a strength of one distortion. */
    ExamplesViewModel examples() {
        return examples;
    }

    /** The measurement under way, or null. */
    ReadOnlyObjectProperty<Job<RobustnessReport>> job() {
        return job.getReadOnlyProperty();
    }

    /** How much of it is done, 0…1; negative without one. */
    ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /** Brings {@link #progress()} up to date. */
    void poll() {
        progress.set(job.get() == null ? -1 : job.get().fraction());
    }

    /** Gives the measurement up. */
    void cancel() {
        if (job.get() != null) {
            job.get().cancel();
        }
    }

    /** Measures what is chosen, in the background. */
    void measure() {
        if (objection.get() != null || job.get() != null) {
            return;
        }
        var images = evaluation.getValue();
        var models = new ArrayList<Model>();
        models.add(session.model().get());
        models.addAll(others);
        var distortions = Arrays.stream(Distortion.values()).filter(kind -> chosen(kind).get()).toList();
        var started = study.measure(new RobustnessPlan(models, images.dataset(), distortions, SEED), count.get());
        job.set(started);
        session.watch(started, measured -> {
            if (images == evaluation.getValue()) {
                examples.show(measured, models);
                report.set(measured);
            }
        }, () -> {
            if (job.get() == started) {
                job.set(null);
                poll();
            }
        });
    }

    private void forget() {
        cancel();
        job.set(null);
        report.set(null);
        examples.show(null, List.of());
        object();
    }

    private void object() {
        if (evaluation.getValue() == null || session.model().get() == null) {
            objection.set(messages.get("objection.nothing"));
        } else if (chosen.values().stream().noneMatch(BooleanProperty::get)) {
            objection.set(messages.get("objection.distortion"));
        } else {
            objection.set(null);
        }
    }
}
