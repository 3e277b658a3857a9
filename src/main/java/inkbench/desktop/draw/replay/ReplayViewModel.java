package inkbench.desktop.draw.replay;

import java.util.List;

import inkbench.app.Reading.DrawingReading;
import inkbench.desktop.draw.answer.AnswerViewModel;
import inkbench.desktop.draw.answer.Sweep;
import inkbench.desktop.draw.pad.PadViewModel;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;

/** The drawing as it grew, with what was read on the way. Read whenever the pen rests. Only for the FX thread. */
public final class ReplayViewModel {
    private final PadViewModel pad;
    private final AnswerViewModel answer;
    private final Sweep sweep;
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Replay> replay = new ReadOnlyObjectWrapper<>();
    private final IntegerProperty position = new SimpleIntegerProperty();

    /**
     * Follows what is read.
     *
     * @param sweep
     *            of this view model alone
     */
    public ReplayViewModel(PadViewModel pad, AnswerViewModel answer, Sweep sweep) {
        this.pad = pad;
        this.answer = answer;
        this.sweep = sweep;
        answer.seen().subscribe(now -> update());
        pad.writing().subscribe(now -> update());
        active.subscribe(now -> update());
    }

    /** Whether somebody looks. */
    public BooleanProperty active() {
        return active;
    }

    /** The newest replay; null while there are no strokes. */
    ReadOnlyObjectProperty<Replay> replay() {
        return replay.getReadOnlyProperty();
    }

    /** How many points are looked at. */
    IntegerProperty position() {
        return position;
    }

    private void update() {
        var seen = answer.seen().get();
        var network = answer.network();
        if (!active.get() || pad.writing().get()) {
            sweep.cancel();
            return;
        }
        if (seen == null || seen.drawing().isEmpty() || network.isEmpty()) {
            sweep.cancel();
            replay.set(null);
            return;
        }
        var drawing = seen.drawing();
        var counts = Replay.counts(drawing);
        sweep.ask(
                List.of(drawing, answer.preparation().get()),
                counts.stream()
                        .map(
                                count -> new Sweep.Question(
                                        network.get(),
                                        Replay.begun(drawing, count),
                                        answer.preparation().get()))
                        .toList(),
                readings -> {
                    var probabilities = readings.stream()
                            .map(DrawingReading::prediction)
                            .map(prediction -> prediction.probabilities())
                            .toList();
                    // The place before the replay: who shows it finds both.
                    position.set(Replay.points(drawing));
                    replay.set(new Replay(drawing, counts, probabilities));
                });
    }
}
