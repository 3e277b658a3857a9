package inkbench.ink;

import java.util.List;

/**
 * Strokes in the order in which they were written. Unit and origin of the coordinates don't matter.
 *
 * @param strokes
 *            none for an empty canvas
 */
public record Drawing(List<Stroke> strokes) {
    /** Nothing drawn yet. */
    public static final Drawing EMPTY = new Drawing(List.of());

    public Drawing {
        strokes = List.copyOf(strokes);
    }

    /** Whether nothing is drawn. */
    public boolean isEmpty() {
        return strokes.isEmpty();
    }
}
