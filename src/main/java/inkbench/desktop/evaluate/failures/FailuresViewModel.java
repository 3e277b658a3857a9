package inkbench.desktop.evaluate.failures;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;

import inkbench.app.browse.ImageFilter;
import inkbench.app.explaining.Explaining;
import inkbench.data.Part;
import inkbench.desktop.common.Session;
import inkbench.desktop.common.neighbours.NeighboursViewModel;
import inkbench.evaluation.Evaluation;
import inkbench.evaluation.failures.ConfusedPair;
import inkbench.evaluation.failures.Failure;
import inkbench.evaluation.failures.Failures;
import inkbench.task.Job;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * The images that the model is worst at, and which of them is looked at. Nothing is computed while nobody looks. Only for the FX
 * thread.
 */
public final class FailuresViewModel {
    /** The length of a list. */
    static final int MOST = 200;

    private final ObservableValue<Evaluation> evaluation;
    private final ObservableValue<Part> part;
    private final BiFunction<Evaluation, Integer, Job<Failures>> finder;
    private final Session session;
    private final Executor fxThread;
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final ObjectProperty<FailureList> list = new SimpleObjectProperty<>(FailureList.LOSSES);
    private final ReadOnlyObjectWrapper<Failures> failures = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<ConfusedPair> pair = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<ShownFailures> shown = new ReadOnlyObjectWrapper<>();
    private final IntegerProperty selected = new SimpleIntegerProperty(-1);
    private final ExplanationViewModel explanation;
    private final NeighboursViewModel neighbours;
    /** Whose failures were asked for. */
    private Evaluation wanted;

    /**
     * Looks at nothing yet.
     *
     * @param evaluation
     *            of the session's model; null while nothing was evaluated
     * @param part
     *            that was evaluated
     * @param finder
     *            looks in the background for so many failures of each kind
     * @param fxThread
     *            runs tasks on the FX thread
     */
    public FailuresViewModel(
            ObservableValue<Evaluation> evaluation,
            ObservableValue<Part> part,
            BiFunction<Evaluation, Integer, Job<Failures>> finder,
            Explaining explaining,
            Session session,
            Executor fxThread) {
        this.evaluation = evaluation;
        this.part = part;
        this.finder = finder;
        this.session = session;
        this.fxThread = fxThread;
        explanation = new ExplanationViewModel(explaining, session, fxThread);
        neighbours = new NeighboursViewModel(explaining, session, fxThread);
        evaluation.subscribe(now -> find());
        active.subscribe(now -> find());
        list.subscribe(now -> show());
        pair.subscribe(now -> show());
        selected.subscribe(now -> look());
    }

    /** Whether somebody looks. */
    public BooleanProperty active() {
        return active;
    }

    /** Which list is shown. */
    ObjectProperty<FailureList> list() {
        return list;
    }

    /** All lists; null until they are there. */
    ReadOnlyObjectProperty<Failures> failures() {
        return failures.getReadOnlyProperty();
    }

    /** The pair of classes whose images are shown by {@link FailureList#PAIRS}; null for none. */
    ObjectProperty<ConfusedPair> pair() {
        return pair;
    }

    /** The images to show; null while there is nothing to choose from. */
    ReadOnlyObjectProperty<ShownFailures> shown() {
        return shown.getReadOnlyProperty();
    }

    /** The failure that is looked at, by its rank from 0; −1 for none. */
    IntegerProperty selected() {
        return selected;
    }

    /** Why it was read as it was. */
    ExplanationViewModel explanation() {
        return explanation;
    }

    /** The training images that are nearest to it. */
    NeighboursViewModel neighbours() {
        return neighbours;
    }

    /** Shows all images in Data that have the label of the one that is looked at and were read as that one was. */
    void showInData() {
        var now = shown.get();
        if (now == null || selected.get() < 0) {
            return;
        }
        var failure = now.failures().get(selected.get());
        // Data knows the answers of the session's evaluation, which may be of another part.
        session.evaluation().set(now.evaluation());
        session.askedFor()
                .set(
                        ImageFilter.NONE.withParts(Set.of(now.part()))
                                .withLabels(Set.of(failure.label()))
                                .withPredictions(Set.of(failure.prediction())));
        session.place().set("data");
    }

    private void find() {
        var now = evaluation.getValue();
        if (now != wanted) {
            wanted = null;
            failures.set(null);
            pair.set(null);
            show();
        }
        if (!active.get() || now == null || wanted == now) {
            return;
        }
        wanted = now;
        finder.apply(now, MOST).result().whenComplete((found, failure) -> fxThread.execute(() -> {
            if (wanted != now) {
                return;
            }
            if (failure != null) {
                session.report(failure);
                return;
            }
            pair.set(found.confusedPairs().isEmpty() ? null : found.confusedPairs().getFirst());
            failures.set(found);
            show();
        }));
    }

    private void show() {
        var found = failures.get();
        shown.set(found == null ? null : ShownFailures.of(wanted, part.getValue(), listed(found)));
    }

    private List<Failure> listed(Failures found) {
        return switch (list.get()) {
            case LOSSES -> found.topLosses();
            case ERRORS -> found.confidentErrors();
            case PAIRS -> pair.get() == null ? List.of() : pair.get().images();
        };
    }

    private void look() {
        var now = shown.get();
        int rank = selected.get();
        if (now == null || rank < 0 || rank >= now.size()) {
            explanation.clear();
            neighbours.clear();
            return;
        }
        explanation.explain(now.images().image(rank), now.failures().get(rank));
        neighbours.look(now.images(), rank);
    }
}
