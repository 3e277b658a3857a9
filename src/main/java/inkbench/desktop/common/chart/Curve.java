package inkbench.desktop.common.chart;

import java.util.Arrays;

/**
 * Points of a line in ascending x, as many as come. Only for one thread.
 *
 * <p>Up to {@value #CAPACITY} points are kept as they are. Then neighbours are merged in pairs, again and again, so that
 * neither memory nor the time to paint grows with the run. A merged point has the mean of what it stands for, and the
 * lowest and the highest of it: no spike is lost.
 */
public final class Curve {
    static final int CAPACITY = 1 << 14;

    private double[] xs = new double[256];
    private double[] means = new double[256];
    private double[] lows = new double[256];
    private double[] highs = new double[256];
    private int size;
    /** How many points make one that is kept. */
    private int stride = 1;
    private int pending;
    private double pendingSum;
    private double pendingLow = Double.POSITIVE_INFINITY;
    private double pendingHigh = Double.NEGATIVE_INFINITY;
    private double lowest = Double.POSITIVE_INFINITY;
    private double highest = Double.NEGATIVE_INFINITY;

    /** Adds a point to the right of all others. What is not finite leaves no trace. */
    public void add(double x, double y) {
        add(x, y, y, y);
    }

    /** The same with what the point stands for: values around a mean. */
    public void add(double x, double low, double mean, double high) {
        if (!Double.isFinite(x) || !Double.isFinite(low) || !Double.isFinite(mean) || !Double.isFinite(high)) {
            return;
        }
        lowest = Math.min(lowest, low);
        highest = Math.max(highest, high);
        pending++;
        pendingSum += mean;
        pendingLow = Math.min(pendingLow, low);
        pendingHigh = Math.max(pendingHigh, high);
        if (size == CAPACITY) {
            mergePairs();
        }
        if (pending < stride) {
            return;
        }
        if (size == xs.length) {
            xs = Arrays.copyOf(xs, size * 2);
            means = Arrays.copyOf(means, size * 2);
            lows = Arrays.copyOf(lows, size * 2);
            highs = Arrays.copyOf(highs, size * 2);
        }
        xs[size] = x;
        means[size] = pendingSum / pending;
        lows[size] = pendingLow;
        highs[size++] = pendingHigh;
        forgetPending();
    }

    private void mergePairs() {
        size /= 2;
        for (int i = 0; i < size; i++) {
            xs[i] = xs[2 * i + 1];
            means[i] = (means[2 * i] + means[2 * i + 1]) / 2;
            lows[i] = Math.min(lows[2 * i], lows[2 * i + 1]);
            highs[i] = Math.max(highs[2 * i], highs[2 * i + 1]);
        }
        stride *= 2;
    }

    private void forgetPending() {
        pending = 0;
        pendingSum = 0;
        pendingLow = Double.POSITIVE_INFINITY;
        pendingHigh = Double.NEGATIVE_INFINITY;
    }

    /** Forgets all points. */
    public void clear() {
        size = 0;
        stride = 1;
        forgetPending();
        lowest = Double.POSITIVE_INFINITY;
        highest = Double.NEGATIVE_INFINITY;
    }

    /** The least value there was; infinity without points. */
    public double lowest() {
        return lowest;
    }

    /** The greatest value there was; negative infinity without points. */
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

    /** The place of a point, from 0, on the horizontal axis; of a merged one that of its last. */
    public double x(int index) {
        return xs[index];
    }

    /** The value of a point; of a merged one the mean. */
    public double y(int index) {
        return means[index];
    }

    /** The least value that a point stands for. */
    public double low(int index) {
        return lows[index];
    }

    /** The greatest value that a point stands for. */
    public double high(int index) {
        return highs[index];
    }

    /** The index of the point whose x is nearest, of several above each other the highest; or -1 without points. */
    public int nearest(double x) {
        if (size == 0) {
            return -1;
        }
        int right = Math.min(firstFrom(x), size - 1);
        int left = Math.max(0, right - 1);
        double place = x - xs[left] <= xs[right] - x ? xs[left] : xs[right];
        int highest = firstFrom(place);
        for (int i = highest + 1; i < size && xs[i] == place; i++) {
            highest = means[i] > means[highest] ? i : highest;
        }
        return highest;
    }

    /** The index of the first point at an x or to the right of it; the size if there is none. */
    private int firstFrom(double x) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (xs[middle] < x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The points between two places, and one beyond each, so that lines reach the edges. */
    Slice between(double left, double right) {
        int from = Math.max(0, firstFrom(left) - 1);
        int to = Math.min(size, firstFrom(Math.nextUp(right)) + 1);
        return new Slice(from, Math.max(from, to));
    }

    /** All points. */
    Slice all() {
        return new Slice(0, size);
    }

    /**
     * The line in few points for the screen: of every group of neighbours the lowest and the highest in the order in which
     * they come, so that no spike is lost.
     *
     * @param most
     *            the number of points not to exceed, at least 2
     */
    Points thinned(Slice slice, int most) {
        if (slice.size() <= most) {
            return new Points(
                    Arrays.copyOfRange(xs, slice.from, slice.to),
                    Arrays.copyOfRange(means, slice.from, slice.to));
        }
        int groups = most / 2;
        var outX = new double[groups * 2];
        var outY = new double[groups * 2];
        for (int group = 0; group < groups; group++) {
            int from = slice.begin(group, groups);
            int to = slice.begin(group + 1, groups);
            int lowest = from;
            int highest = from;
            for (int i = from + 1; i < to; i++) {
                lowest = lows[i] < lows[lowest] ? i : lowest;
                highest = highs[i] > highs[highest] ? i : highest;
            }
            boolean falling = highest < lowest;
            outX[2 * group] = xs[falling ? highest : lowest];
            outY[2 * group] = falling ? highs[highest] : lows[lowest];
            // A group of equals gives its last point, so that the line reaches as far as the data.
            outX[2 * group + 1] = lowest == highest ? xs[to - 1] : xs[falling ? lowest : highest];
            outY[2 * group + 1] = falling ? lows[lowest] : highs[highest];
        }
        return new Points(outX, outY);
    }

    /**
     * What the line covers: the lowest and the highest of every group of neighbours, from the first point to the last.
     *
     * @param groups
     *            how many, at least 1 and not more than there are points
     */
    Band band(Slice slice, int groups) {
        var outX = new double[groups];
        var lowest = new double[groups];
        var highest = new double[groups];
        for (int group = 0; group < groups; group++) {
            int from = slice.begin(group, groups);
            int to = slice.begin(group + 1, groups);
            outX[group] = (xs[from] + xs[to - 1]) / 2;
            lowest[group] = lows[from];
            highest[group] = highs[from];
            for (int i = from + 1; i < to; i++) {
                lowest[group] = Math.min(lowest[group], lows[i]);
                highest[group] = Math.max(highest[group], highs[i]);
            }
        }
        outX[0] = xs[slice.from];
        outX[groups - 1] = xs[slice.to - 1];
        return new Band(outX, lowest, highest);
    }

    /** Neighbouring points, by index, the last one left out. */
    record Slice(int from, int to) {
        int size() {
            return to - from;
        }

        private int begin(int group, int groups) {
            return from + (int) ((long) size() * group / groups);
        }
    }

    /** An area to draw, from left to right; all arrays have the same length. */
    record Band(double[] xs, double[] lows, double[] highs) {}

    /** Points to draw; both arrays have the same length. */
    record Points(double[] xs, double[] ys) {}
}
