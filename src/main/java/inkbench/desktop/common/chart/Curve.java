package inkbench.desktop.common.chart;

import java.util.Arrays;

/**
 * Points of a line in ascending x, as many as come. Only for one thread.
 *
 * <p>Up to {@value #CAPACITY} points are kept as they are. Then neighbours are merged in pairs, again and again, so that a
 * run of any length fits.
 */
public final class Curve {
    static final int CAPACITY = 1 << 16;

    private double[] xs = new double[256];
    private double[] ys = new double[256];
    private int size;
    /** How many points make one that is kept. */
    private int stride = 1;
    private int pending;
    private double pendingSum;
    private double lowest = Double.POSITIVE_INFINITY;
    private double highest = Double.NEGATIVE_INFINITY;

    /** Adds a point to the right of all others. What is not finite leaves no trace. */
    public void add(double x, double y) {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            return;
        }
        pending++;
        pendingSum += y;
        if (size == CAPACITY) {
            mergePairs();
        }
        if (pending < stride) {
            return;
        }
        if (size == xs.length) {
            xs = Arrays.copyOf(xs, size * 2);
            ys = Arrays.copyOf(ys, size * 2);
        }
        xs[size] = x;
        ys[size] = pendingSum / pending;
        widen(ys[size++]);
        pending = 0;
        pendingSum = 0;
    }

    private void mergePairs() {
        size /= 2;
        lowest = Double.POSITIVE_INFINITY;
        highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            xs[i] = xs[2 * i + 1];
            ys[i] = (ys[2 * i] + ys[2 * i + 1]) / 2;
            widen(ys[i]);
        }
        stride *= 2;
    }

    private void widen(double y) {
        lowest = Math.min(lowest, y);
        highest = Math.max(highest, y);
    }

    /** Forgets all points. */
    public void clear() {
        size = 0;
        stride = 1;
        pending = 0;
        pendingSum = 0;
        lowest = Double.POSITIVE_INFINITY;
        highest = Double.NEGATIVE_INFINITY;
    }

    /** The least value that is kept; infinity without points. */
    public double lowest() {
        return lowest;
    }

    /** The greatest value that is kept; negative infinity without points. */
    public double highest() {
        return highest;
    }

    /** How many points are kept. */
    public int size() {
        return size;
    }

    /** Whether there is no point. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** The place of a point, from 0, on the horizontal axis. */
    public double x(int index) {
        return xs[index];
    }

    /** The value of a point. */
    public double y(int index) {
        return ys[index];
    }

    /** The index of the point whose x is nearest, or -1 without points. */
    public int nearest(double x) {
        if (size == 0) {
            return -1;
        }
        int found = Arrays.binarySearch(xs, 0, size, x);
        if (found >= 0) {
            return found;
        }
        int right = Math.min(-found - 1, size - 1);
        int left = Math.max(0, right - 1);
        return x - xs[left] <= xs[right] - x ? left : right;
    }

    /**
     * The same line in few points for the screen: of every group of neighbours the lowest and the highest in the order in
     * which they come, so that no spike is lost.
     *
     * @param most
     *            the number of points not to exceed, at least 2
     */
    public Points thinned(int most) {
        if (size <= most) {
            return new Points(Arrays.copyOf(xs, size), Arrays.copyOf(ys, size));
        }
        int groups = most / 2;
        var outX = new double[groups * 2];
        var outY = new double[groups * 2];
        for (int group = 0; group < groups; group++) {
            int from = (int) ((long) size * group / groups);
            int to = (int) ((long) size * (group + 1) / groups);
            int lowest = from;
            int highest = from;
            for (int i = from + 1; i < to; i++) {
                if (ys[i] < ys[lowest]) {
                    lowest = i;
                }
                if (ys[i] > ys[highest]) {
                    highest = i;
                }
            }
            int first = Math.min(lowest, highest);
            // A group of equals gives its last point, so that the line reaches as far as the data.
            int second = lowest == highest ? to - 1 : Math.max(lowest, highest);
            outX[2 * group] = xs[first];
            outY[2 * group] = ys[first];
            outX[2 * group + 1] = xs[second];
            outY[2 * group + 1] = ys[second];
        }
        return new Points(outX, outY);
    }

    /**
     * What the line covers: the lowest and the highest of every group of neighbours, from the first point to the last.
     *
     * @param groups
     *            how many, at least 1 and not more than there are points
     */
    public Band band(int groups) {
        var outX = new double[groups];
        var lows = new double[groups];
        var highs = new double[groups];
        for (int group = 0; group < groups; group++) {
            int from = (int) ((long) size * group / groups);
            int to = (int) ((long) size * (group + 1) / groups);
            outX[group] = (xs[from] + xs[to - 1]) / 2;
            lows[group] = ys[from];
            highs[group] = ys[from];
            for (int i = from + 1; i < to; i++) {
                lows[group] = Math.min(lows[group], ys[i]);
                highs[group] = Math.max(highs[group], ys[i]);
            }
        }
        outX[0] = xs[0];
        outX[groups - 1] = xs[size - 1];
        return new Band(outX, lows, highs);
    }

    /** An area to draw, from left to right; all arrays have the same length. */
    public record Band(double[] xs, double[] lows, double[] highs) {}

    /** Points to draw; both arrays have the same length. */
    public record Points(double[] xs, double[] ys) {}
}
