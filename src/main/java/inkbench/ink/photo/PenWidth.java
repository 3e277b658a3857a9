package inkbench.ink.photo;

import java.util.Arrays;

import inkbench.ink.Rasterizer;

/**
 * Makes the strokes of a picture as wide as those of {@link Rasterizer}, since networks read thin ones badly.
 *
 * <p>A band of width {@code w} has the mean distance {@code w / 4} from its edge: that measures it. Distances are Euclidean
 * (Felzenszwalb and Huttenlocher, "Distance Transforms of Sampled Functions", 2012).
 */
final class PenWidth {
    /** As shares of the longer side: what differs less stays as it was written. */
    private static final double TOLERANCE = 0.03;
    /** As a share of the measured width, on each side: thinner, a narrow place would break. */
    private static final double MOST_TAKEN = 0.3;
    private static final float HALF = 0.5f;
    private static final double FAR = 1e12;

    private PenWidth() {}

    /**
     * The width of the strokes as a share of the longer side of the ink.
     *
     * @param ink
     *            values from 0 to 1, the ink reaching to the edges of its longer side
     */
    static double of(Plane ink) {
        return width(ink) / ink.longerSide();
    }

    private static double width(Plane ink) {
        var inside = distances(framed(ink, 1), false);
        double sum = 0;
        int count = 0;
        for (double distance : inside) {
            if (distance > 0) {
                sum += distance - HALF;
                count++;
            }
        }
        return count == 0 ? 0 : 4 * sum / count + HALF;
    }

    /**
     * The picture with strokes of usual width.
     *
     * @param ink
     *            as in {@link #of}
     */
    static Plane normalized(Plane ink) {
        double width = width(ink);
        double wanted = Rasterizer.PEN_WIDTH;
        if (width == 0 || Math.abs(width / ink.longerSide() - wanted) <= TOLERANCE) {
            return ink;
        }
        // Both the pen and the longer side grow by twice what is added on each side.
        double added = (wanted * ink.longerSide() - width) / (2 * (1 - wanted));
        double bounded = Math.max(added, -MOST_TAKEN * width);
        var framed = framed(ink, 2 + (int) Math.ceil(Math.max(0, bounded)));
        var inside = distances(framed, false);
        var outside = distances(framed, true);
        var result = new Plane(framed.width(), framed.height());
        for (int i = 0; i < inside.length; i++) {
            double depth = inside[i] > 0 ? inside[i] - HALF : HALF - outside[i];
            result.values()[i] = (float) Math.clamp(HALF + depth + bounded, 0, 1);
        }
        return result;
    }

    private static Plane framed(Plane ink, int frame) {
        return ink.part(-frame, -frame, ink.width() + 2 * frame, ink.height() + 2 * frame);
    }

    /** How far every pixel is from the nearest one with ink, or from the nearest one without. */
    private static double[] distances(Plane ink, boolean toInk) {
        var squares = new double[ink.values().length];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = ink.values()[i] >= HALF == toInk ? 0 : FAR;
        }
        int longest = ink.longerSide();
        var line = new double[longest];
        for (int x = 0; x < ink.width(); x++) {
            for (int y = 0; y < ink.height(); y++) {
                line[y] = squares[y * ink.width() + x];
            }
            var nearest = nearest(Arrays.copyOf(line, ink.height()));
            for (int y = 0; y < ink.height(); y++) {
                squares[y * ink.width() + x] = nearest[y];
            }
        }
        for (int y = 0; y < ink.height(); y++) {
            int start = y * ink.width();
            var nearest = nearest(Arrays.copyOfRange(squares, start, start + ink.width()));
            for (int x = 0; x < ink.width(); x++) {
                squares[start + x] = Math.sqrt(nearest[x]);
            }
        }
        return squares;
    }

    /** The lower envelope of the parabolas that stand on a line of heights. */
    private static double[] nearest(double[] heights) {
        var corners = new int[heights.length];
        var bounds = new double[heights.length + 1];
        int last = 0;
        bounds[0] = Double.NEGATIVE_INFINITY;
        bounds[1] = Double.POSITIVE_INFINITY;
        for (int i = 1; i < heights.length; i++) {
            double meeting = meeting(heights, i, corners[last]);
            while (meeting <= bounds[last]) {
                last--;
                meeting = meeting(heights, i, corners[last]);
            }
            last++;
            corners[last] = i;
            bounds[last] = meeting;
            bounds[last + 1] = Double.POSITIVE_INFINITY;
        }
        var result = new double[heights.length];
        int corner = 0;
        for (int i = 0; i < heights.length; i++) {
            while (bounds[corner + 1] < i) {
                corner++;
            }
            double away = i - corners[corner];
            result[i] = away * away + heights[corners[corner]];
        }
        return result;
    }

    private static double meeting(double[] heights, int right, int left) {
        return (heights[right] + (double) right * right - heights[left] - (double) left * left)
                / (2.0 * (right - left));
    }
}
