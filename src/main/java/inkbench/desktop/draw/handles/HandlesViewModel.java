package inkbench.desktop.draw.handles;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import inkbench.app.Reading.DrawingReading;
import inkbench.desktop.draw.answer.Answer;
import inkbench.desktop.draw.answer.AnswerViewModel;
import inkbench.desktop.draw.answer.Seen;
import inkbench.desktop.draw.answer.Sweep;
import inkbench.desktop.draw.pad.PadViewModel;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The drawing bent by handles: what is read of it, and what would be read along each handle, the others left where they are.
 * Only for the FX thread.
 */
public final class HandlesViewModel {
    /** Places along a handle that are read. */
    static final int PLACES = 21;

    private final PadViewModel pad;
    private final AnswerViewModel answer;
    private final Sweep atHand;
    private final Sweep along;
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final ObjectProperty<Bend> bend = new SimpleObjectProperty<>(Bend.NONE);
    private final ReadOnlyObjectWrapper<Seen> bent = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Map<Handle, List<Answer>>> answers = new ReadOnlyObjectWrapper<>(Map.of());

    /**
     * Follows what is read.
     *
     * @param atHand
     *            reads the bent drawing
     * @param along
     *            reads the others
     */
    public HandlesViewModel(PadViewModel pad, AnswerViewModel answer, Sweep atHand, Sweep along) {
        this.pad = pad;
        this.answer = answer;
        this.atHand = atHand;
        this.along = along;
        answer.seen().subscribe(now -> update());
        pad.writing().subscribe(now -> update());
        active.subscribe(now -> update());
        bend.subscribe(now -> update());
    }

    /** Whether somebody looks. */
    public BooleanProperty active() {
        return active;
    }

    /** How the drawing is bent. */
    ObjectProperty<Bend> bend() {
        return bend;
    }

    /** What is read of the bent drawing; null while there are no strokes. */
    ReadOnlyObjectProperty<Seen> bent() {
        return bent.getReadOnlyProperty();
    }

    /** The answers at {@link #PLACES} places along each handle; empty while they aren't known. */
    ReadOnlyObjectProperty<Map<Handle, List<Answer>>> answers() {
        return answers.getReadOnlyProperty();
    }

    private void update() {
        var seen = answer.seen().get();
        var network = answer.network();
        boolean none = seen == null || seen.drawing().isEmpty();
        if (!active.get() || none || network.isEmpty() || pad.writing().get()) {
            atHand.cancel();
            along.cancel();
            if (none) {
                bent.set(null);
                answers.set(Map.of());
            }
            return;
        }
        var preparation = answer.preparation().get();
        var now = bend.get();
        var own = now.question(network.get(), seen.drawing(), preparation);
        var about = List.of(seen.drawing(), preparation, now);
        atHand.ask(
                about,
                List.of(own),
                readings -> bent.set(
                        new Seen(
                                own.drawing(),
                                readings.getFirst().pixels(),
                                Answer.of(readings.getFirst().prediction()))));
        var questions = new ArrayList<Sweep.Question>();
        for (var handle : Handle.values()) {
            for (int i = 0; i < PLACES; i++) {
                questions.add(
                        now.with(handle, handle.value(i, PLACES))
                                .question(network.get(), seen.drawing(), preparation));
            }
        }
        along.ask(about, questions, this::show);
    }

    private void show(List<DrawingReading> readings) {
        var all = readings.stream().map(reading -> Answer.of(reading.prediction())).toList();
        var found = new EnumMap<Handle, List<Answer>>(Handle.class);
        for (var handle : Handle.values()) {
            found.put(handle, all.subList(handle.ordinal() * PLACES, (handle.ordinal() + 1) * PLACES));
        }
        answers.set(found);
    }

    /** The places nearest to a handle's present one, below and above, where another digit is read. */
    List<Double> flips(Handle handle) {
        var along = answers.get().get(handle);
        var flips = new ArrayList<Double>();
        if (along == null || bent.get() == null) {
            return flips;
        }
        int digit = bent.get().answer().digit();
        double here = bend.get().get(handle);
        Double below = null;
        Double above = null;
        for (int i = 0; i < PLACES; i++) {
            double value = handle.value(i, PLACES);
            if (along.get(i).digit() != digit) {
                below = value < here ? Double.valueOf(value) : below;
                above = value > here && above == null ? Double.valueOf(value) : above;
            }
        }
        if (below != null) {
            flips.add(below);
        }
        if (above != null) {
            flips.add(above);
        }
        return flips;
    }
}
