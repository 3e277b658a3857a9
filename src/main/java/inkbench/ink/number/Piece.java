package inkbench.ink.number;

import java.util.ArrayList;
import java.util.List;

import inkbench.ink.InkPoint;
import inkbench.ink.Stroke;

/**
 * Ink that belongs to one digit for certain: a stroke, a part of one that was cut, or several that cross.
 *
 * @param strokes
 *            at least one
 * @param joining
 *            whether it is a line between two digits perhaps, which belongs to neither
 */
record Piece(List<Stroke> strokes, Box box, boolean joining) {
    /** So many strokes of a piece, and so many points of a stroke, tell how far another piece is. */
    private static final int LOOKED_AT = 48;

    static Piece of(Stroke stroke, boolean joining) {
        var strokes = List.of(stroke);
        return new Piece(strokes, Box.around(strokes), joining);
    }

    /** Several pieces as one. */
    static Piece of(List<Piece> pieces) {
        var strokes = pieces.stream().flatMap(piece -> piece.strokes.stream()).toList();
        return new Piece(strokes, Box.around(strokes), false);
    }

    Piece with(Piece other) {
        var both = new ArrayList<>(strokes);
        both.addAll(other.strokes);
        return new Piece(both, box.with(other.box), false);
    }

    /** The distance between the nearest places of two pieces. */
    double distanceTo(Piece other) {
        double least = Double.POSITIVE_INFINITY;
        var theirs = other.segments();
        for (var mine : segments()) {
            for (var one : theirs) {
                least = Math.min(least, mine.distanceTo(one));
            }
        }
        return least;
    }

    private List<Segment> segments() {
        var segments = new ArrayList<Segment>();
        int nextStroke = Math.max(1, strokes.size() / LOOKED_AT);
        for (int k = 0; k < strokes.size(); k += nextStroke) {
            var points = strokes.get(k).points();
            int step = Math.max(1, points.size() / LOOKED_AT);
            for (int i = 0; i == 0 || i < points.size() - 1; i += step) {
                segments.add(new Segment(points.get(i), points.get(Math.min(points.size() - 1, i + step))));
            }
        }
        return segments;
    }

    /** A straight line. */
    private record Segment(InkPoint from, InkPoint to) {
        double distanceTo(Segment other) {
            if (crosses(other)) {
                return 0;
            }
            return Math.min(
                    Math.min(distanceTo(other.from), distanceTo(other.to)),
                    Math.min(other.distanceTo(from), other.distanceTo(to)));
        }

        private boolean crosses(Segment other) {
            return side(other.from) * side(other.to) < 0 && other.side(from) * other.side(to) < 0;
        }

        private double side(InkPoint point) {
            return Math.signum(
                    (to.x() - from.x()) * (point.y() - from.y()) - (to.y() - from.y()) * (point.x() - from.x()));
        }

        private double distanceTo(InkPoint point) {
            double alongX = to.x() - from.x();
            double alongY = to.y() - from.y();
            double square = alongX * alongX + alongY * alongY;
            double share = square == 0
                    ? 0
                    : ((point.x() - from.x()) * alongX + (point.y() - from.y()) * alongY) / square;
            double inside = Math.clamp(share, 0, 1);
            return Math.hypot(
                    point.x() - from.x() - inside * alongX,
                    point.y() - from.y() - inside * alongY);
        }
    }
}
