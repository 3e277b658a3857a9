package inkbench.ink;

import java.util.Arrays;
import java.util.List;

/**
 * Strokes whose points lie on a grid of whole numbers, the box around them at the origin and its longer side
 * {@link #LONGER_SIDE}.
 *
 * <p>The grid is far finer than a picture shows and far coarser than the rounding of coordinates: the same drawing, moved or
 * scaled, gives the same grid points.
 */
final class NormalizedInk {
    private static final int LONGER_SIDE = 4096;

    /** For each stroke x and y of its points in turn. */
    private final List<int[]> strokes;
    /** Coordinates are multiplied by that, so that no difference overflows. */
    private final double unit;
    private final double left;
    private final double top;
    private final double longerSide;

    private NormalizedInk(List<int[]> strokes, double unit, double left, double top, double longerSide) {
        this.strokes = strokes;
        this.unit = unit;
        this.left = left;
        this.top = top;
        this.longerSide = longerSide;
    }

    /** Where the box begins, in the drawing's units. */
    double left() {
        return left / unit;
    }

    /** Where the box begins, in the drawing's units. */
    double top() {
        return top / unit;
    }

    /** The longer side of the box, in the drawing's units. */
    double longerSide() {
        return longerSide / unit;
    }

    /** How far from the left side of the box a place of the drawing is, as a share of the box's longer side; 0 in a box without one. */
    double shareX(double x) {
        return share(x * unit - left);
    }

    /** How far from the top of the box a place of the drawing is, as a share of the box's longer side; 0 in a box without one. */
    double shareY(double y) {
        return share(y * unit - top);
    }

    private double share(double distance) {
        return longerSide == 0 ? 0 : distance / longerSide;
    }

    /** Width of the box as a share of its longer side. */
    double width() {
        return extent(0);
    }

    /** Height of the box as a share of its longer side. */
    double height() {
        return extent(1);
    }

    private double extent(int axis) {
        int largest = 0;
        for (var grid : strokes) {
            for (int i = axis; i < grid.length; i += 2) {
                largest = Math.max(largest, grid[i]);
            }
        }
        return (double) largest / LONGER_SIDE;
    }

    static NormalizedInk of(Drawing drawing) {
        double unit = unit(drawing);
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (var stroke : drawing.strokes()) {
            for (var point : stroke.points()) {
                minX = Math.min(minX, point.x() * unit);
                maxX = Math.max(maxX, point.x() * unit);
                minY = Math.min(minY, point.y() * unit);
                maxY = Math.max(maxY, point.y() * unit);
            }
        }
        double left = minX;
        double top = minY;
        double longerSide = Math.max(maxX - minX, maxY - minY);
        return new NormalizedInk(
                drawing.strokes().stream().map(stroke -> gridPoints(stroke, unit, left, top, longerSide)).toList(),
                unit,
                left,
                top,
                longerSide);
    }

    /** A power of two that brings every coordinate near 1 without rounding, so that no difference overflows. */
    private static double unit(Drawing drawing) {
        double largest = 0;
        for (var stroke : drawing.strokes()) {
            for (var point : stroke.points()) {
                largest = Math.max(largest, Math.max(Math.abs(point.x()), Math.abs(point.y())));
            }
        }
        return Math.scalb(1.0, -Math.getExponent(largest));
    }

    private static int[] gridPoints(Stroke stroke, double unit, double left, double top, double longerSide) {
        var grid = new int[2 * stroke.points().size()];
        int used = 0;
        for (var point : stroke.points()) {
            int x = gridCoordinate(point.x() * unit - left, longerSide);
            int y = gridCoordinate(point.y() * unit - top, longerSide);
            if (used == 0 || x != grid[used - 2] || y != grid[used - 1]) {
                grid[used++] = x;
                grid[used++] = y;
            }
        }
        return Arrays.copyOf(grid, used);
    }

    private static int gridCoordinate(double distance, double longerSide) {
        // All ink on one spot has no size; it stays a dot.
        return longerSide == 0 ? 0 : (int) Math.rint(distance / longerSide * LONGER_SIDE);
    }

    /**
     * Draws with a round pen.
     *
     * @param size
     *            pixels of the longer side of the points' box
     * @param pen
     *            diameter of the pen in pixels
     * @param left
     *            where the box begins, in pixels
     * @param top
     *            where the box begins, in pixels
     */
    Coverage draw(double size, double pen, double left, double top) {
        var coverage = new Coverage(pen / 2);
        double scale = size / LONGER_SIDE;
        for (var grid : strokes) {
            int fromX = grid[0];
            int fromY = grid[1];
            if (grid.length == 2) {
                coverage.add(left + fromX * scale, top + fromY * scale, left + fromX * scale, top + fromY * scale);
            }
            for (int i = 2; i < grid.length; i += 2) {
                int toX = grid[i];
                int toY = grid[i + 1];
                // Both directions give the same rounding.
                if (fromX < toX || fromX == toX && fromY < toY) {
                    coverage.add(left + fromX * scale, top + fromY * scale, left + toX * scale, top + toY * scale);
                } else {
                    coverage.add(left + toX * scale, top + toY * scale, left + fromX * scale, top + fromY * scale);
                }
                fromX = toX;
                fromY = toY;
            }
        }
        return coverage;
    }
}
