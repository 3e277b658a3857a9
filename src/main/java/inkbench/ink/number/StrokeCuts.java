package inkbench.ink.number;

import java.util.ArrayList;
import java.util.List;

import inkbench.ink.InkPoint;
import inkbench.ink.Stroke;

/**
 * Cuts strokes where a pen that did not leave the paper may have gone from one digit to the next: where, on its way from left
 * to right or back, it passes only once.
 */
final class StrokeCuts {
    private static final int COLUMNS = 240;
    /** Of the height of the digits: a stroke that is narrower is one digit. */
    private static final double LEAST_WIDTH = 0.8;
    /** Of the height of the digits: nearer to the end of a stroke nothing is cut off. */
    private static final double LEAST_PART = 0.08;
    /** Of the height of the digits: what joins two digits is cut off both if it is longer. */
    private static final double LONG_JOINT = 0.12;
    private static final int MOST_JOINTS = 6;

    private StrokeCuts() {}

    /** The stroke in parts, in the order in which they were written; whole if there is no place to cut. */
    static List<Piece> cut(Stroke stroke, double digitHeight) {
        var box = Box.around(List.of(stroke));
        if (!(box.width() >= LEAST_WIDTH * digitHeight) || digitHeight <= 0) {
            return List.of(Piece.of(stroke, false));
        }
        var joints = joints(stroke, box, digitHeight);
        if (joints.isEmpty() || joints.size() > MOST_JOINTS) {
            return List.of(Piece.of(stroke, false));
        }
        var cuts = new ArrayList<Double>();
        var joining = new ArrayList<Boolean>();
        for (var joint : joints) {
            joining.add(false);
            if (joint.to - joint.from > LONG_JOINT * digitHeight) {
                cuts.add(joint.from);
                joining.add(true);
                cuts.add(joint.to);
            } else {
                cuts.add((joint.from + joint.to) / 2);
            }
        }
        joining.add(false);
        return parts(stroke, cuts, joining);
    }

    /** From left to right, where the pen passes once. */
    private static List<Joint> joints(Stroke stroke, Box box, double digitHeight) {
        var passes = passes(stroke, box);
        double column = box.width() / COLUMNS;
        double margin = LEAST_PART * digitHeight;
        var joints = new ArrayList<Joint>();
        int start = -1;
        for (int i = 0; i <= COLUMNS; i++) {
            boolean once = i < COLUMNS && passes[i] == 1;
            if (once && start < 0) {
                start = i;
            } else if (!once && start >= 0) {
                double from = Math.max(box.left() + start * column, box.left() + margin);
                double to = Math.min(box.left() + i * column, box.right() - margin);
                if (from < to) {
                    joints.add(new Joint(from, to));
                }
                start = -1;
            }
        }
        return joints;
    }

    /** How often the pen passes the middle of every column. */
    private static int[] passes(Stroke stroke, Box box) {
        var changes = new int[COLUMNS + 1];
        var points = stroke.points();
        for (int i = 1; i < points.size(); i++) {
            double left = Math.min(points.get(i - 1).x(), points.get(i).x());
            double right = Math.max(points.get(i - 1).x(), points.get(i).x());
            changes[firstBehind(left, box)]++;
            changes[firstBehind(right, box)]--;
        }
        for (int i = 1; i < COLUMNS; i++) {
            changes[i] += changes[i - 1];
        }
        return changes;
    }

    /** The first column whose middle is not before {@code x}. */
    private static int firstBehind(double x, Box box) {
        return (int) Math.clamp(Math.ceil((x - box.left()) / box.width() * COLUMNS - 0.5), 0, COLUMNS);
    }

    private static List<Piece> parts(Stroke stroke, List<Double> cuts, List<Boolean> joining) {
        var points = stroke.points();
        boolean rightwards = points.getFirst().x() < cuts.getFirst();
        var along = rightwards ? cuts : cuts.reversed();
        var kinds = rightwards ? joining : joining.reversed();
        var parts = new ArrayList<Piece>();
        var part = new ArrayList<InkPoint>();
        part.add(points.getFirst());
        for (int i = 1; i < points.size(); i++) {
            while (parts.size() < along.size() && lies(along.get(parts.size()), points.get(i - 1), points.get(i))) {
                var at = between(points.get(i - 1), points.get(i), along.get(parts.size()));
                part.add(at);
                parts.add(Piece.of(new Stroke(part), kinds.get(parts.size())));
                part = new ArrayList<>(List.of(at));
            }
            part.add(points.get(i));
        }
        parts.add(Piece.of(new Stroke(part), kinds.get(parts.size())));
        return parts;
    }

    private static boolean lies(double x, InkPoint from, InkPoint to) {
        return from.x() < x && x <= to.x() || to.x() < x && x <= from.x();
    }

    private static InkPoint between(InkPoint from, InkPoint to, double x) {
        double share = (x - from.x()) / (to.x() - from.x());
        return new InkPoint(
                x,
                from.y() + share * (to.y() - from.y()),
                from.millis() + share * (to.millis() - from.millis()));
    }

    /** Where the pen passes once, from left to right. */
    private record Joint(double from, double to) {}
}
