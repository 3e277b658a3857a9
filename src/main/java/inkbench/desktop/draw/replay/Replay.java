package inkbench.desktop.draw.replay;

import java.util.ArrayList;
import java.util.List;

import inkbench.ink.Drawing;
import inkbench.ink.Stroke;

/**
 * What was read of a drawing while it grew.
 *
 * @param drawing
 *            all of it
 * @param counts
 *            after how many points it was read, ascending; the last is all of them
 * @param probabilities
 *            what was read then, one per digit
 */
record Replay(Drawing drawing, List<Integer> counts, List<float[]> probabilities) {
    private static final int MOST_READINGS = 60;

    /** Points of all strokes. */
    static int points(Drawing drawing) {
        return drawing.strokes().stream().mapToInt(stroke -> stroke.points().size()).sum();
    }

    /** After how many points a drawing is worth a reading: evenly spread, at most 60 times. */
    static List<Integer> counts(Drawing drawing) {
        int points = points(drawing);
        int readings = Math.min(MOST_READINGS, points);
        var counts = new ArrayList<Integer>();
        for (int i = 1; i <= readings; i++) {
            counts.add((int) Math.ceilDiv((long) i * points, readings));
        }
        return counts;
    }

    /** A drawing as it was after so many points. */
    static Drawing begun(Drawing drawing, int points) {
        var strokes = new ArrayList<Stroke>();
        int left = points;
        for (var stroke : drawing.strokes()) {
            if (left <= 0) {
                break;
            }
            int taken = Math.min(left, stroke.points().size());
            strokes.add(taken == stroke.points().size() ? stroke : new Stroke(stroke.points().subList(0, taken)));
            left -= taken;
        }
        return new Drawing(strokes);
    }

    /** The last reading that saw no more than so many points, or the first. */
    int readingAt(int points) {
        int index = 0;
        while (index + 1 < counts.size() && counts.get(index + 1) <= points) {
            index++;
        }
        return index;
    }
}
