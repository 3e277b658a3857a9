package inkbench.desktop.draw.pad;

import java.util.ArrayList;
import java.util.List;

import inkbench.ink.Drawing;

/** A drawing with all that it was before, for undo and redo. */
final class DrawingHistory {
    private final List<Drawing> states = new ArrayList<>(List.of(Drawing.EMPTY));
    private int position;

    /** The drawing as it is. */
    Drawing current() {
        return states.get(position);
    }

    /** Goes on with another drawing; nothing happens where it is the same. */
    void change(Drawing drawing) {
        if (!drawing.equals(current())) {
            states.subList(position + 1, states.size()).clear();
            states.add(drawing);
            position++;
        }
    }

    boolean canUndo() {
        return position > 0;
    }

    boolean canRedo() {
        return position < states.size() - 1;
    }

    /** Goes back before the last change, if there was one. */
    void undo() {
        position = Math.max(0, position - 1);
    }

    /** Takes the last {@link #undo()} back, if nothing was changed since. */
    void redo() {
        position = Math.min(states.size() - 1, position + 1);
    }
}
