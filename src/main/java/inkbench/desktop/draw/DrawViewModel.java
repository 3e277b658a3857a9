package inkbench.desktop.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

import inkbench.app.Reading.DrawingReading;
import inkbench.desktop.common.LiveRun;
import inkbench.desktop.common.Session;
import inkbench.ink.Drawing;
import inkbench.ink.InkPoint;
import inkbench.ink.Stroke;
import inkbench.model.Architecture;
import inkbench.model.Weights;
import inkbench.text.Messages;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The drawing, its history, and what a network makes of it while the pen moves. At most one reading is under way; what was
 * drawn meanwhile is read next, as a whole. Only for the FX thread.
 */
final class DrawViewModel {
    private final Messages messages = Messages.of(DrawViewModel.class);
    private final Reader reader;
    private final Session session;
    private final Executor fxThread;
    private final DrawingHistory history = new DrawingHistory();
    private final List<InkPoint> penPath = new ArrayList<>();
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper source = new ReadOnlyStringWrapper();
    private boolean reading;
    private boolean outdated;
    private String lastProblem;

    /**
     * Makes an empty drawing.
     *
     * @param fxThread
     *            where readings are handed back
     */
    DrawViewModel(Reader reader, Session session, Executor fxThread) {
        this.reader = reader;
        this.session = session;
        this.fxThread = fxThread;
        session.model().addListener((source, before, now) -> refresh());
        session.liveRun().addListener((source, before, now) -> refresh());
        refresh();
    }

    /** Changes each time {@link #drawing()} does. */
    ReadOnlyLongProperty changes() {
        return changes.getReadOnlyProperty();
    }

    /** Whether nothing is drawn. */
    ReadOnlyBooleanProperty empty() {
        return empty.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canUndo() {
        return canUndo.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canRedo() {
        return canRedo.getReadOnlyProperty();
    }

    /** What was read last; null while nothing is drawn. */
    ReadOnlyObjectProperty<Answer> answer() {
        return answer.getReadOnlyProperty();
    }

    /** Which network reads, in words. */
    ReadOnlyStringProperty source() {
        return source.getReadOnlyProperty();
    }

    /** All strokes, with the one that is being written. */
    Drawing drawing() {
        if (penPath.isEmpty()) {
            return history.current();
        }
        var strokes = new ArrayList<>(history.current().strokes());
        strokes.add(new Stroke(penPath));
        return new Drawing(strokes);
    }

    /** Begins a stroke. */
    void penDown(InkPoint point) {
        penPath.clear();
        penPath.add(point);
        changed();
    }

    /** Goes on with the stroke. */
    void penMove(InkPoint point) {
        if (!penPath.isEmpty()) {
            penPath.add(point);
            changed();
        }
    }

    /** Ends the stroke. */
    void penUp() {
        if (!penPath.isEmpty()) {
            history.add(new Stroke(penPath));
            penPath.clear();
            // The drawing is as it was with the last point, and so is what is read.
            update();
        }
    }

    /** Takes all strokes away. */
    void clear() {
        penPath.clear();
        history.clear();
        changed();
    }

    /** Goes back before the last stroke or clearing, or drops the stroke that is being written. */
    void undo() {
        if (penPath.isEmpty()) {
            history.undo();
        }
        penPath.clear();
        changed();
    }

    /** Takes the last undo back. */
    void redo() {
        history.redo();
        changed();
    }

    private void changed() {
        update();
        refresh();
    }

    private void update() {
        changes.set(changes.get() + 1);
        empty.set(penPath.isEmpty() && history.current().isEmpty());
        canUndo.set(history.canUndo() || !penPath.isEmpty());
        canRedo.set(history.canRedo() && penPath.isEmpty());
    }

    /** Reads what is drawn again, with the newest weights there are. */
    void refresh() {
        var network = network();
        source.set(network.map(Network::description).orElseGet(() -> messages.get("source.none")));
        if (empty.get()) {
            answer.set(null);
        } else if (reading) {
            outdated = true;
        } else {
            network.ifPresent(this::read);
        }
    }

    private void read(Network network) {
        reading = true;
        outdated = false;
        reader.read(network.architecture, network.weights, drawing())
                .whenComplete((result, failure) -> fxThread.execute(() -> finish(network, result, failure)));
    }

    private void finish(Network network, DrawingReading result, Throwable failure) {
        reading = false;
        if (failure != null) {
            reportOnce(failure);
        } else if (!empty.get()) {
            lastProblem = null;
            answer.set(new Answer(result, network.description));
        }
        if (outdated) {
            refresh();
        }
    }

    /** While the pen moves, one fault would be told a hundred times. */
    private void reportOnce(Throwable failure) {
        var problem = String.valueOf(failure);
        if (!problem.equals(lastProblem)) {
            lastProblem = problem;
            session.report(failure);
        }
    }

    private Optional<Network> network() {
        return Optional.ofNullable(session.liveRun().get())
                .flatMap(live -> live.controls().latestWeights().map(weights -> network(live, weights)))
                .or(this::networkOfModel);
    }

    private Network network(LiveRun live, Weights weights) {
        var description = messages.get("source.training", live.name(), weights.iteration());
        return new Network(live.architecture(), weights, description);
    }

    private Optional<Network> networkOfModel() {
        return Optional.ofNullable(session.model().get())
                .map(
                        model -> new Network(
                                model.architecture(),
                                model.weights(),
                                messages.get("source.model", model.name(), model.origin().dataName())));
    }

    private record Network(Architecture architecture, Weights weights, String description) {}
}
