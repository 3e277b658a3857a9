package inkbench.desktop.common.chart;

/**
 * Where values are within a {@link CurveChart}.
 *
 * @param firstX
 *            the value at the left edge
 * @param lastX
 *            the value at the right edge
 * @param range
 *            of the vertical axis
 * @param ticks
 *            along the vertical axis
 */
record Frame(double left, double top, double width, double height, double firstX, double lastX, Range range,
        Ticks ticks) {
    /** The values at the lower and the upper edge. */
    record Range(double low, double high, boolean logarithmic) {}

    double right() {
        return left + width;
    }

    double bottom() {
        return top + height;
    }

    double x(double value) {
        return left + (value - firstX) / (lastX - firstX) * width;
    }

    /** The value at a place on the screen. */
    double valueAt(double x) {
        return firstX + (x - left) / width * (lastX - firstX);
    }

    double y(double value) {
        double share = range.logarithmic
                ? Math.log(Math.max(value, 1e-12) / range.low) / Math.log(range.high / range.low)
                : (value - range.low) / (range.high - range.low);
        return bottom() - share * height;
    }
}
