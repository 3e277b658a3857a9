package inkbench.desktop.common.chart;

/**
 * Where values are within a {@link CurveChart}.
 *
 * @param lastX
 *            the value at the right edge; at the left it is 0
 * @param range
 *            of the vertical axis
 * @param ticks
 *            along the vertical axis
 */
record Frame(double left, double top, double width, double height, double lastX, Range range, Ticks ticks) {
    /** The values at the lower and the upper edge. */
    record Range(double low, double high, boolean logarithmic) {}

    double right() {
        return left + width;
    }

    double bottom() {
        return top + height;
    }

    double x(double value) {
        return left + value / lastX * width;
    }

    double y(double value) {
        double share = range.logarithmic
                ? Math.log(Math.max(value, 1e-12) / range.low) / Math.log(range.high / range.low)
                : (value - range.low) / (range.high - range.low);
        return bottom() - share * height;
    }
}
