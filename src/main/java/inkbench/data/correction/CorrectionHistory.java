package inkbench.data.correction;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The corrections of a set while somebody works on them, with all steps from the first, to go back and forth. For one thread. */
public final class CorrectionHistory {
    private final Deque<CorrectionStep> done = new ArrayDeque<>();
    private final Deque<CorrectionStep> undone = new ArrayDeque<>();
    private Corrections now;

    /** Begins with corrections that were made before and are not taken back. */
    public CorrectionHistory(Corrections before) {
        now = before;
    }

    /** The corrections as they are. */
    public Corrections now() {
        return now;
    }

    /** Changes the correction of an image; steps that were undone can't be done again after that. */
    public void change(ImageKey image, Optional<Correction> correction) {
        var before = now.of(image);
        if (before.equals(correction)) {
            return;
        }
        var step = new CorrectionStep(image, before, correction);
        now = step.applyTo(now);
        done.push(step);
        undone.clear();
    }

    /** The step that {@link #undo()} takes back. */
    public Optional<CorrectionStep> undoable() {
        return Optional.ofNullable(done.peek());
    }

    /** The step that {@link #redo()} does again. */
    public Optional<CorrectionStep> redoable() {
        return Optional.ofNullable(undone.peek());
    }

    /** Takes the last step back, if there is one. */
    public void undo() {
        undoable().ifPresent(step -> {
            now = step.takeBackFrom(now);
            undone.push(done.pop());
        });
    }

    /** Does the step again that was undone last, if there is one. */
    public void redo() {
        redoable().ifPresent(step -> {
            now = step.applyTo(now);
            done.push(undone.pop());
        });
    }
}
