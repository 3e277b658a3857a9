package inkbench.desktop.common.chart;

import javafx.scene.paint.Color;

import inkbench.desktop.common.chart.surface.Surface;

/**
 * Paints the lines of a {@link CurveChart} and their samples in the legend.
 *
 * @param palette
 *            the colours that lines have
 */
record LinePainter(Surface surface, Palette palette) {
    /** How many points of a line are painted at most. */
    static final int SHOWN_POINTS = 500;
    /**
     * Of how many points a thin line is at most. What has more is shown as the band that it covers: so close together a line
     * looks much the same, but up and down the chart for every batch it takes ten times as long to paint, which training
     * would have to wait for.
     */
    static final int THIN_POINTS = 160;
    /** Radius of a dot. */
    static final double MARK = 3.5;
    /** How many points make a step of the band at least, so that it spans what they scatter over. */
    private static final int POINTS_PER_STEP = 4;
    /** Width of such a step, at least. */
    private static final double STEP_WIDTH = 2;
    /** Of a thin line, which stays behind the strong ones. */
    private static final double LINE_OPACITY = 0.45;
    /** Of its band, paler because it is wider. */
    private static final double AREA_OPACITY = 0.3;
    private static final double SAMPLE_WIDTH = 18;

    /** Paints a line as far as there are points. */
    void paint(Series line, Frame frame) {
        if (line.kind() == Series.Kind.THIN
                && line.curve().between(frame.firstX(), frame.lastX()).size() > THIN_POINTS) {
            paintBand(line, frame);
        } else if (line.kind() == Series.Kind.BAND) {
            paintRange(line, frame);
            paintLine(line, frame);
        } else {
            paintLine(line, frame);
        }
    }

    /** Paints a short piece as an example, around a height. */
    void paintSample(Series line, double x, double y) {
        stroke(line, new double[]{x, x + SAMPLE_WIDTH}, new double[]{y, y});
        if (line.kind() == Series.Kind.BAND) {
            area(line,
                    new double[]{x, x + SAMPLE_WIDTH},
                    new double[]{y - MARK, y - MARK},
                    new double[]{y + MARK, y + MARK});
        }
        if (line.kind() == Series.Kind.MARKED) {
            surface.disc(x + SAMPLE_WIDTH / 2, y, MARK, color(line));
        }
    }

    /** The colour of a line's points. */
    Color color(Series line) {
        var color = solid(line);
        return line.kind() == Series.Kind.THIN || line.kind() == Series.Kind.CONTEXT
                ? color.deriveColor(0, 1, 1, LINE_OPACITY)
                : color;
    }

    private void paintLine(Series line, Frame frame) {
        var points = line.curve().thinned(line.curve().between(frame.firstX(), frame.lastX()), SHOWN_POINTS);
        var xs = new double[points.xs().length];
        var ys = new double[xs.length];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = frame.x(points.xs()[i]);
            ys[i] = frame.y(points.ys()[i]);
        }
        stroke(line, xs, ys);
        // Dots that touch each other tell nothing.
        if (line.kind() == Series.Kind.MARKED && xs.length * 2 * MARK < frame.width()) {
            for (int i = 0; i < xs.length; i++) {
                surface.disc(xs[i], ys[i], MARK, color(line));
            }
        }
    }

    private void paintBand(Series line, Frame frame) {
        var slice = line.curve().between(frame.firstX(), frame.lastX());
        int most = Math.max(1, (int) (frame.width() / STEP_WIDTH));
        var band = line.curve().band(slice, Math.min(most, slice.size() / POINTS_PER_STEP));
        paintArea(line, band, frame);
    }

    /** Every point by itself: there is one an epoch. */
    private void paintRange(Series line, Frame frame) {
        var slice = line.curve().between(frame.firstX(), frame.lastX());
        if (slice.size() > 0) {
            paintArea(line, line.curve().band(slice, Math.min(SHOWN_POINTS, slice.size())), frame);
        }
    }

    private void paintArea(Series line, Curve.Band band, Frame frame) {
        int steps = band.xs().length;
        var xs = new double[steps];
        var tops = new double[steps];
        var bottoms = new double[steps];
        for (int i = 0; i < steps; i++) {
            xs[i] = frame.x(band.xs()[i]);
            // As thick as a line where all points are the same.
            tops[i] = frame.y(band.highs()[i]) - 0.5;
            bottoms[i] = frame.y(band.lows()[i]) + 0.5;
        }
        area(line, xs, tops, bottoms);
    }

    /** What lies between two lines over the same places. */
    private void area(Series line, double[] places, double[] tops, double[] bottoms) {
        int steps = places.length;
        var xs = new double[2 * steps];
        var ys = new double[2 * steps];
        for (int i = 0; i < steps; i++) {
            int back = 2 * steps - 1 - i;
            xs[i] = places[i];
            xs[back] = places[i];
            ys[i] = tops[i];
            ys[back] = bottoms[i];
        }
        surface.area(xs, ys, solid(line).deriveColor(0, 1, 1, AREA_OPACITY));
    }

    private void stroke(Series line, double[] xs, double[] ys) {
        double width = switch (line.kind()) {
            case CONTEXT, THIN, LINE -> 1;
            case BAND, BOLD, MARKED -> 2;
        };
        surface.line(xs, ys, color(line), width);
    }

    private Color solid(Series line) {
        return switch (line.role()) {
            case FIRST -> palette.first();
            case SECOND -> palette.second();
            case THIRD -> Color.web("#1a9e77");
            case FOURTH -> Color.web("#c062a8");
            case FIFTH -> Color.web("#7d7fd6");
            case SIXTH -> Color.web("#a08529");
            case EARLIER -> palette.muted();
        };
    }
}
