package inkbench.desktop.train.live;

import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Supplier;

import inkbench.desktop.common.Session;
import inkbench.store.run.EpochRecord;
import inkbench.store.run.RunRecord;
import inkbench.store.run.RunState;
import inkbench.task.Job;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The runs of before that there are, and those of them that are shown beside the one at hand. Only for the FX thread. */
public final class EarlierRuns {
    private static final int NEWEST = 20;

    private final Supplier<Job<List<RunRecord>>> runs;
    private final LongFunction<Job<List<EpochRecord>>> epochs;
    private final Session session;
    private final ObservableList<RunRecord> choices = FXCollections.observableArrayList();
    private final ObservableList<EarlierRun> shown = FXCollections.observableArrayList();

    /**
     * Shows none.
     *
     * @param runs
     *            reads all runs, the newest first
     * @param epochs
     *            reads what the epochs of one came to
     */
    public EarlierRuns(
            Supplier<Job<List<RunRecord>>> runs,
            LongFunction<Job<List<EpochRecord>>> epochs,
            Session session) {
        this.runs = runs;
        this.epochs = epochs;
        this.session = session;
    }

    /** Looks which runs there are. */
    void find() {
        session.watch(runs.get(), all -> {
            var found = all.stream()
                    .filter(run -> run.state() != RunState.RUNNING && run.state() != RunState.PAUSED)
                    .limit(NEWEST)
                    .toList();
            // A menu that shows them must not change under the pointer for nothing.
            if (!choices.equals(found)) {
                choices.setAll(found);
            }
        });
    }

    /** The newest, as of the last {@link #find}. */
    ObservableList<RunRecord> choices() {
        return choices;
    }

    /** Those that are shown, in the order in which they were chosen. */
    ObservableList<EarlierRun> shown() {
        return shown;
    }

    boolean shows(RunRecord run) {
        return shown.stream().anyMatch(one -> one.run().id() == run.id());
    }

    /** Shows a run, or shows it no more. */
    void toggle(RunRecord run) {
        if (!shown.removeIf(one -> one.run().id() == run.id())) {
            session.watch(epochs.apply(run.id()), known -> shown.add(EarlierRun.of(run, known)));
        }
    }
}
