package inkbench.desktop.draw.answer;

import java.util.Optional;
import java.util.concurrent.Executor;

import inkbench.app.Reading.DrawingReading;
import inkbench.data.Dataset;
import inkbench.desktop.common.LiveRun;
import inkbench.desktop.common.Session;
import inkbench.desktop.draw.pad.PadViewModel;
import inkbench.ink.Drawing;
import inkbench.ink.Preparation;
import inkbench.ink.Rasterizer;
import inkbench.model.Shape;
import inkbench.model.Weights;
import inkbench.text.Messages;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * What a network makes of the drawing while the pen moves. At most one reading is under way; what was drawn meanwhile is read
 * next, as a whole. Only for the FX thread.
 */
public final class AnswerViewModel {
    private final Messages messages = Messages.of(AnswerViewModel.class);
    private final PadViewModel pad;
    private final Reader reader;
    private final PictureReader pictures;
    private final Session session;
    private final Executor fxThread;
    private final ReadOnlyObjectWrapper<Seen> seen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper source = new ReadOnlyStringWrapper();
    private final ObjectProperty<Preparation> preparation = new SimpleObjectProperty<>(Preparation.MNIST);
    private boolean reading;
    private boolean outdated;
    private String lastProblem;

    /**
     * Reads what is on a pad with the session's model, or its live run.
     *
     * @param fxThread
     *            where readings are handed back
     */
    public AnswerViewModel(
            PadViewModel pad,
            Reader reader,
            PictureReader pictures,
            Session session,
            Executor fxThread) {
        this.pad = pad;
        this.reader = reader;
        this.pictures = pictures;
        this.session = session;
        this.fxThread = fxThread;
        session.model().addListener((source, before, now) -> refresh());
        session.liveRun().addListener((source, before, now) -> refresh());
        preparation.addListener((source, before, now) -> refresh());
        pad.changes().addListener((source, before, now) -> refresh());
        refresh();
    }

    /** What was read last; null while nothing is drawn. */
    public ReadOnlyObjectProperty<Seen> seen() {
        return seen.getReadOnlyProperty();
    }

    /** Which network reads, in words. */
    public ReadOnlyStringProperty source() {
        return source.getReadOnlyProperty();
    }

    /** How strokes become the picture that is read. */
    public ObjectProperty<Preparation> preparation() {
        return preparation;
    }

    /** Reads what is drawn again, with the newest weights there are. */
    public void refresh() {
        var network = network();
        source.set(network.map(ReadingNetwork::description).orElseGet(this::whyNone));
        if (pad.empty().get() || network.isEmpty()) {
            seen.set(null);
        } else if (reading) {
            outdated = true;
        } else {
            read(network.get());
        }
    }

    private void read(ReadingNetwork network) {
        reading = true;
        outdated = false;
        var drawing = pad.drawing();
        var photo = pad.photo().get();
        var answer = photo == null
                ? reader.read(network, drawing, preparation.get())
                : pictures.read(network, photo.pixels());
        answer.whenComplete((result, failure) -> fxThread.execute(() -> finish(drawing, result, failure)));
    }

    private void finish(Drawing drawing, DrawingReading result, Throwable failure) {
        reading = false;
        if (failure != null) {
            reportOnce(failure);
        } else if (!pad.empty().get() && network().isPresent()) {
            lastProblem = null;
            seen.set(new Seen(drawing, result.pixels(), Answer.of(result.prediction())));
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

    private String whyNone() {
        var model = session.model().get();
        return model == null
                ? messages.get("source.none")
                : messages.get("source.unsuitable", model.name(), model.architecture().classCount());
    }

    /** The network that reads, with the newest weights there are; none where it reads anything but the ten digits. */
    public Optional<ReadingNetwork> network() {
        return Optional.ofNullable(session.liveRun().get())
                .flatMap(live -> live.controls().latestWeights().map(weights -> network(live, weights)))
                .filter(AnswerViewModel::readsDigits)
                .or(() -> networkOfModel().filter(AnswerViewModel::readsDigits));
    }

    private static boolean readsDigits(ReadingNetwork network) {
        return network.architecture().classCount() == Dataset.DIGITS.size()
                && network.architecture().input().equals(new Shape(Rasterizer.SIZE, Rasterizer.SIZE, 1));
    }

    private ReadingNetwork network(LiveRun live, Weights weights) {
        var description = messages.get("source.training", live.name(), weights.iteration());
        return new ReadingNetwork(live.architecture(), weights, live.name(), description);
    }

    private Optional<ReadingNetwork> networkOfModel() {
        return Optional.ofNullable(session.model().get())
                .map(
                        model -> ReadingNetwork.of(
                                model,
                                messages.get("source.model", model.name(), model.origin().dataName())));
    }
}
