package inkbench.desktop.evaluate.flows;

import inkbench.desktop.evaluate.matrix.Cell;

/**
 * Images of one class that were read as one class, as a ribbon from the left to the right. It is equally high everywhere.
 *
 * @param cell
 *            which images
 * @param count
 *            how many
 * @param from
 *            its upper edge at the left, in logical pixels
 * @param to
 *            its upper edge at the right
 * @param height
 *            in logical pixels
 */
record Ribbon(Cell cell, long count, double from, double to, double height) {
    /** Less could not be seen or hit. */
    private static final double LEAST = 1.2;

    /** The upper edge at a share of the way, 0…1: level at both ends. */
    double top(double way) {
        double eased = way * way * (3 - 2 * way);
        return from + (to - from) * eased;
    }

    /** What is painted of the height. */
    double visibleHeight() {
        return Math.max(LEAST, height);
    }

    /** How far a point is from the ribbon, 0 within it. */
    double distance(double way, double y) {
        double top = top(way);
        return Math.max(0, Math.max(top - y, y - top - visibleHeight()));
    }
}
