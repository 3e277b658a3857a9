package inkbench.desktop.draw.strip;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

import inkbench.app.Reading.DrawingReading;
import inkbench.desktop.draw.answer.Answer;
import inkbench.desktop.draw.answer.AnswerViewModel;
import inkbench.desktop.draw.answer.Seen;
import inkbench.desktop.draw.answer.Sweep;
import inkbench.desktop.draw.pad.PadViewModel;
import inkbench.ink.Preparation;
import inkbench.ink.Rasterizer.Steps;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * The drawing on its way to the network, and what the answer would be if each step were the other way. The answers are looked
 * for whenever the pen rests. Only for the FX thread.
 */
public final class StripViewModel {
    private final PadViewModel pad;
    private final AnswerViewModel answer;
    private final StepMaker maker;
    private final Sweep sweep;
    private final Executor fxThread;
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Steps> steps = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Map<Step, Answer>> otherwise = new ReadOnlyObjectWrapper<>(Map.of());
    private boolean making;

    /**
     * Follows what is read.
     *
     * @param sweep
     *            of this view model alone
     * @param fxThread
     *            where pictures are handed back
     */
    public StripViewModel(
            PadViewModel pad,
            AnswerViewModel answer,
            StepMaker maker,
            Sweep sweep,
            Executor fxThread) {
        this.pad = pad;
        this.answer = answer;
        this.maker = maker;
        this.sweep = sweep;
        this.fxThread = fxThread;
        answer.seen().subscribe(now -> update());
        pad.writing().subscribe(now -> update());
        active.subscribe(now -> update());
    }

    /** Whether somebody looks. */
    public BooleanProperty active() {
        return active;
    }

    /** The pictures of the steps; null while nothing is drawn. */
    ReadOnlyObjectProperty<Steps> steps() {
        return steps.getReadOnlyProperty();
    }

    /** How strokes become the picture that is read. */
    ObjectProperty<Preparation> preparation() {
        return answer.preparation();
    }

    /** The answers with one step switched each; empty while they aren't known. */
    ReadOnlyObjectProperty<Map<Step, Answer>> otherwise() {
        return otherwise.getReadOnlyProperty();
    }

    private void update() {
        var seen = answer.seen().get();
        if (!active.get()) {
            return;
        }
        if (seen == null) {
            sweep.cancel();
            steps.set(null);
            otherwise.set(Map.of());
            return;
        }
        if (seen.drawing().isEmpty()) {
            sweep.cancel();
            steps.set(new Steps(seen.drawing(), new byte[seen.pixels().length], seen.pixels()));
            otherwise.set(Map.of());
            return;
        }
        make(seen);
        var network = answer.network();
        if (!pad.writing().get() && network.isPresent()) {
            var all = List.of(Step.values());
            var now = preparation().get();
            sweep.ask(
                    List.of(seen.drawing(), now),
                    all.stream()
                            .map(
                                    step -> new Sweep.Question(
                                            network.get(),
                                            seen.drawing(),
                                            step.switched(now, !step.isOn(now))))
                            .toList(),
                    this::show);
        } else {
            sweep.cancel();
            otherwise.set(Map.of());
        }
    }

    private void show(List<DrawingReading> readings) {
        var answers = new EnumMap<Step, Answer>(Step.class);
        Arrays.stream(Step.values())
                .forEach(step -> answers.put(step, Answer.of(readings.get(step.ordinal()).prediction())));
        otherwise.set(answers);
    }

    private void make(Seen seen) {
        if (making) {
            return;
        }
        making = true;
        maker.steps(seen.drawing(), preparation().get())
                .whenComplete((made, failure) -> fxThread.execute(() -> {
                    making = false;
                    var newest = answer.seen().get();
                    if (failure == null && newest != null) {
                        steps.set(made);
                        if (newest.drawing() != seen.drawing()) {
                            update();
                        }
                    }
                }));
    }
}
