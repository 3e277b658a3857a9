package inkbench.desktop.draw;

import java.util.ArrayList;
import java.util.List;

import inkbench.ink.Drawing;
import inkbench.ink.Stroke;

/** A drawing with all that it was before, for undo and redo. */
final class DrawingHistory {
    private final List<Drawing> states = new ArrayList<>(List.of(Drawing.EMPTY));
    private int position;

    /** The drawing as it is. */
    Drawing current() {
        return states.get(position);
    }

    /** Adds a stroke. */
    void add(Stroke stroke) {
        var strokes = new ArrayList<>(current().strokes());
        strokes.add(stroke);
        push(new Drawing(strokes));
    }

    /** Takes all strokes away; nothing happens to an empty drawing. */
    void clear() {
        if (!current().isEmpty()) {
            push(Drawing.EMPTY);
        }
    }

    private void push(Drawing drawing) {
        states.subList(position + 1, states.size()).clear();
        states.add(drawing);
        position++;
    }

    boolean canUndo() {
        return position > 0;
    }

    boolean canRedo() {
        return position < states.size() - 1;
    }

    /** Goes back before the last stroke or clearing, if there was one. */
    void undo() {
        position = Math.max(0, position - 1);
    }

    /** Takes the last {@link #undo()} back, if nothing was drawn since. */
    void redo() {
        position = Math.min(states.size() - 1, position + 1);
    }
}
