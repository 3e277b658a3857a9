package inkbench.desktop.draw.explanation;

import java.util.Arrays;
import java.util.concurrent.Executor;

import inkbench.app.explaining.DrawnDigit;
import inkbench.app.explaining.DrawnExplanation;
import inkbench.app.explaining.Explaining;
import inkbench.data.Dataset;
import inkbench.desktop.common.Session;
import inkbench.desktop.common.neighbours.NeighboursViewModel;
import inkbench.desktop.draw.answer.AnswerViewModel;
import inkbench.desktop.draw.answer.Seen;
import inkbench.desktop.draw.pad.PadViewModel;
import inkbench.ink.Rasterizer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Why the drawing is read as it is, by the aspect that somebody looks at. Only for the FX thread. */
public final class ExplanationViewModel {
    /** In place of a digit: the one that is read. */
    static final int ANSWER = -1;

    private final AnswerViewModel answer;
    private final PadViewModel pad;
    private final Session session;
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final ObjectProperty<Aspect> aspect = new SimpleObjectProperty<>(Aspect.PARTS);
    private final ObjectProperty<Integer> asked = new SimpleObjectProperty<>(ANSWER);
    private final Inquiry<DrawnExplanation> parts;
    private final NeighboursViewModel neighbours;
    private final LayersViewModel layers;
    private final MapViewModel map;
    private byte[] lookedAt;

    /**
     * Follows what is read.
     *
     * @param fxThread
     *            where explanations are handed back
     */
    public ExplanationViewModel(
            PadViewModel pad,
            AnswerViewModel answer,
            Explaining explaining,
            Session session,
            Executor fxThread) {
        this.pad = pad;
        this.answer = answer;
        this.session = session;
        parts = new Inquiry<>(
                pad,
                answer,
                asked::get,
                (network, seen) -> explaining
                        .explain(network.architecture(), network.weights(), drawn(seen), classOf(seen)),
                fxThread,
                session::report);
        neighbours = new NeighboursViewModel(explaining, session, fxThread);
        layers = new LayersViewModel(pad, answer, explaining, session, fxThread);
        map = new MapViewModel(pad, answer, explaining, session, fxThread);
        asked.subscribe(now -> parts.update());
        active.subscribe(now -> turn());
        aspect.subscribe(now -> turn());
        answer.seen().subscribe(now -> look());
        pad.writing().subscribe(now -> look());
        session.liveRun().subscribe(now -> look());
    }

    /** Whether somebody looks. */
    public BooleanProperty active() {
        return active;
    }

    /** What is looked at. */
    ObjectProperty<Aspect> aspect() {
        return aspect;
    }

    /** The digit that parts speak for or against; {@link #ANSWER} for the one that is read. */
    ObjectProperty<Integer> asked() {
        return asked;
    }

    /** What was read last; null while nothing is drawn. */
    ReadOnlyObjectProperty<Seen> seen() {
        return answer.seen();
    }

    /** What speaks for and against the digit; null while nothing is drawn. */
    ReadOnlyObjectProperty<DrawnExplanation> parts() {
        return parts.found();
    }

    /** The training images that the session's model finds most alike. */
    NeighboursViewModel neighbours() {
        return neighbours;
    }

    /** What the layers make of the drawing. */
    LayersViewModel layers() {
        return layers;
    }

    /** Where the drawing lies among the images of the open set. */
    MapViewModel map() {
        return map;
    }

    /** Whether a run's newest weights read, which are others every moment. */
    boolean readsWithLiveRun() {
        return session.liveRun().get() != null;
    }

    private DrawnDigit drawn(Seen seen) {
        return new DrawnDigit(seen.drawing(), answer.preparation().get(), seen.pixels());
    }

    private int classOf(Seen seen) {
        return asked.get() == ANSWER ? seen.answer().digit() : asked.get();
    }

    private void turn() {
        parts.active().set(active.get() && aspect.get() == Aspect.PARTS);
        map.active().set(active.get() && aspect.get() == Aspect.MAP);
        layers.active().set(active.get() && aspect.get() == Aspect.LAYERS);
        look();
    }

    private void look() {
        var seen = answer.seen().get();
        if (seen == null || readsWithLiveRun()) {
            lookedAt = null;
            neighbours.clear();
        } else if (active.get() && aspect.get() == Aspect.NEAREST && !pad.writing().get()
                && !Arrays.equals(lookedAt, seen.pixels())) {
            lookedAt = seen.pixels();
            var size = Rasterizer.SIZE;
            neighbours.look(
                    Dataset.of("drawing", size, size, Dataset.DIGITS, lookedAt, new byte[0], "drawing"),
                    0);
        }
    }
}
