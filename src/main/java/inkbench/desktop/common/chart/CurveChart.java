package inkbench.desktop.common.chart;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

import javafx.scene.paint.Color;

/** Lines over a common horizontal axis, made to be repainted while they grow. */
public final class CurveChart implements Chart {
    /** How many points of a line are painted at most. */
    static final int SHOWN_POINTS = 500;
    /**
     * Of how many points a thin line is at most. What has more is shown as the band that it covers: where points lie so close
     * a line looks the same, but up and down the chart for every batch it takes ten times as long to paint, which training
     * would have to wait for.
     */
    static final int THIN_POINTS = 160;
    /** How many points make a step of the band at least, so that it spans what they scatter over. */
    private static final int POINTS_PER_STEP = 4;
    /** Width of such a step, at least. */
    private static final double STEP_WIDTH = 2;
    private static final double LEGEND_LINE = 24;
    private static final double LEGEND_GAP = 16;
    private static final double TOP = 10;
    private static final double RIGHT = 14;
    private static final double BOTTOM = 40;
    private static final double LEGEND = 22;
    /** Radius of a dot. */
    private static final double MARK = 3.5;
    private static final double TICK_HEIGHT = 44;
    private static final double TICK_WIDTH = 64;

    private final String title;
    private final String xTitle;
    private final DoubleFunction<String> format;
    private final double ceiling;
    private final List<Series> series = new ArrayList<>();
    private boolean logarithmic;
    private double hoverX = Double.NaN;
    private final ChartPane pane = new ChartPane(this, "curve-chart");

    /**
     * Makes an empty chart.
     *
     * @param title
     *            what the vertical axis measures
     * @param xTitle
     *            what the horizontal axis measures
     * @param ceiling
     *            the largest value there can be, or infinity
     * @param format
     *            writes a value for the read-out
     */
    public CurveChart(String title, String xTitle, double ceiling, DoubleFunction<String> format) {
        this.title = title;
        this.xTitle = xTitle;
        this.ceiling = ceiling;
        this.format = format;
        pane.setAccessibleText(title);
        pane.setOnMouseMoved(event -> hover(event.getX()));
        pane.setOnMouseExited(event -> hover(Double.NaN));
    }

    /** The node that shows the chart. */
    public ChartPane pane() {
        return pane;
    }

    /** Replaces the lines; their curves may grow afterwards, see {@link #refresh()}. */
    public void setSeries(List<Series> lines) {
        series.clear();
        series.addAll(lines);
        refresh();
    }

    /** Shows what was added to the curves. */
    public void refresh() {
        pane.setAccessibleText(description());
        pane.repaint();
    }

    /** Whether the vertical axis is logarithmic. */
    public void setLogarithmic(boolean logarithmic) {
        this.logarithmic = logarithmic;
        pane.repaint();
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String csv() {
        var csv = new StringBuilder("series,");
        csv.append(quoted(xTitle)).append(',').append(quoted(title)).append('\n');
        for (var line : series) {
            for (int i = 0; i < line.curve().size(); i++) {
                csv.append(
                        String.format(
                                Locale.ROOT,
                                "%s,%.6g,%.6g\n",
                                quoted(line.name()),
                                line.curve().x(i),
                                line.curve().y(i)));
            }
        }
        return csv.toString();
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }

    /** The newest value of each line in words, for those who can't see them. */
    private String description() {
        var text = new StringBuilder(title);
        for (var line : series) {
            if (line.kind() != Series.Kind.THIN && !line.curve().isEmpty()) {
                var newest = line.curve().y(line.curve().size() - 1);
                text.append(". ").append(line.name()).append(": ").append(format.apply(newest));
            }
        }
        return text.toString();
    }

    private void hover(double x) {
        hoverX = x;
        pane.repaint();
    }

    @Override
    public void paint(Surface surface, double width, double height, Palette palette) {
        var frame = frame(surface, width, height);
        paintAxes(surface, frame, palette);
        paintLegend(surface, frame, palette);
        double margin = Math.ceil(MARK);
        surface.clipped(frame.left, frame.top - margin, frame.width + margin, frame.height + 2 * margin,
                () -> paintLines(surface, frame, palette));
    }

    private Frame frame(Surface surface, double width, double height) {
        double top = TOP + LEGEND;
        double plotHeight = Math.max(1, height - top - BOTTOM);
        var range = range();
        int most = Math.max(2, (int) (plotHeight / TICK_HEIGHT));
        var ticks = range.logarithmic
                ? Ticks.logarithmic(range.low, range.high, most * 2)
                : Ticks.linear(range.low, range.high, most);
        double widest = 0;
        for (var label : labels(ticks)) {
            widest = Math.max(widest, surface.textWidth(label, Surface.Lettering.LABEL));
        }
        // Whole pixels: cut off between two, lines would have to be painted through a mask.
        double left = Math.ceil(widest) + 34;
        return new Frame(left, top, Math.max(1, width - left - RIGHT), plotHeight, lastX(), range, ticks);
    }

    private void paintAxes(Surface surface, Frame frame, Palette palette) {
        var yLabels = labels(frame.ticks);
        for (int i = 0; i < yLabels.size(); i++) {
            double y = Math.round(frame.y(frame.ticks.values()[i])) + 0.5;
            surface.line(new double[]{frame.left, frame.right()}, new double[]{y, y}, palette.grid(), 1);
            surface.text(
                    yLabels.get(i),
                    frame.left - 8,
                    y,
                    Surface.Horizontal.RIGHT,
                    Surface.Vertical.CENTER,
                    Surface.Lettering.LABEL,
                    palette.muted());
        }
        var xTicks = Ticks.whole(0, frame.lastX, Math.max(1, (int) (frame.width / TICK_WIDTH)));
        double bottom = frame.bottom();
        surface.line(
                new double[]{frame.left, frame.right()},
                new double[]{Math.round(bottom) + 0.5, Math.round(bottom) + 0.5},
                palette.muted(),
                1);
        var xLabels = labels(xTicks);
        for (int i = 0; i < xLabels.size(); i++) {
            double x = Math.round(frame.x(xTicks.values()[i])) + 0.5;
            surface.line(new double[]{x, x}, new double[]{bottom, bottom + 4}, palette.muted(), 1);
            surface.text(
                    xLabels.get(i),
                    x,
                    bottom + 6,
                    Surface.Horizontal.CENTER,
                    Surface.Vertical.TOP,
                    Surface.Lettering.LABEL,
                    palette.muted());
        }
        surface.text(
                xTitle,
                frame.left + frame.width / 2,
                bottom + 38,
                Surface.Horizontal.CENTER,
                Surface.Vertical.BOTTOM,
                Surface.Lettering.LABEL,
                palette.muted());
        surface.textUpwards(title, 10, frame.top + frame.height / 2, Surface.Lettering.LABEL, palette.muted());
    }

    private void paintLegend(Surface surface, Frame frame, Palette palette) {
        double width = series.stream()
                .mapToDouble(line -> LEGEND_LINE + surface.textWidth(line.name(), Surface.Lettering.LABEL) + LEGEND_GAP)
                .sum() - LEGEND_GAP;
        double x = Math.max(0, Math.min(frame.left, frame.right() - width));
        double y = TOP + 4;
        for (var line : series) {
            line(surface, line, new double[]{x, x + 18}, new double[]{y, y}, palette);
            if (line.kind() == Series.Kind.MARKED) {
                surface.disc(x + 9, y, MARK, color(line, palette));
            }
            surface.text(
                    line.name(),
                    x + LEGEND_LINE,
                    y,
                    Surface.Horizontal.LEFT,
                    Surface.Vertical.CENTER,
                    Surface.Lettering.LABEL,
                    palette.text());
            x += LEGEND_LINE + surface.textWidth(line.name(), Surface.Lettering.LABEL) + LEGEND_GAP;
        }
    }

    private void paintLines(Surface surface, Frame frame, Palette palette) {
        for (var line : series) {
            if (line.kind() == Series.Kind.THIN && line.curve().size() > THIN_POINTS) {
                paintBand(surface, line, frame, palette);
            } else {
                paintLine(surface, line, frame, palette);
            }
        }
    }

    private static void paintLine(Surface surface, Series line, Frame frame, Palette palette) {
        var points = line.curve().thinned(SHOWN_POINTS);
        var xs = new double[points.xs().length];
        var ys = new double[xs.length];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = frame.x(points.xs()[i]);
            ys[i] = frame.y(points.ys()[i]);
        }
        line(surface, line, xs, ys, palette);
        // Dots that touch each other tell nothing.
        if (line.kind() == Series.Kind.MARKED && xs.length * 2 * MARK < frame.width) {
            for (int i = 0; i < xs.length; i++) {
                surface.disc(xs[i], ys[i], MARK, color(line, palette));
            }
        }
    }

    private static void paintBand(Surface surface, Series line, Frame frame, Palette palette) {
        int most = Math.max(1, (int) (frame.width / STEP_WIDTH));
        var band = line.curve().band(Math.min(most, line.curve().size() / POINTS_PER_STEP));
        int steps = band.xs().length;
        var xs = new double[2 * steps];
        var ys = new double[2 * steps];
        for (int i = 0; i < steps; i++) {
            int back = 2 * steps - 1 - i;
            xs[i] = frame.x(band.xs()[i]);
            xs[back] = xs[i];
            // As thick as a line where all points are the same.
            ys[i] = frame.y(band.highs()[i]) - 0.5;
            ys[back] = frame.y(band.lows()[i]) + 0.5;
        }
        surface.area(xs, ys, color(line, palette));
    }

    @Override
    public void paintOverlay(Surface surface, double width, double height, Palette palette) {
        if (Double.isNaN(hoverX)) {
            return;
        }
        var frame = frame(surface, width, height);
        if (!(hoverX >= frame.left && hoverX <= frame.right()) || series.stream().allMatch(s -> s.curve().isEmpty())) {
            return;
        }
        surface.line(
                new double[]{hoverX, hoverX},
                new double[]{frame.top, frame.bottom()},
                palette.muted(),
                1);
        paintReadOut(surface, frame, palette);
    }

    private void paintReadOut(Surface surface, Frame frame, Palette palette) {
        double at = (hoverX - frame.left) / frame.width * frame.lastX;
        var rows = new ArrayList<Row>();
        rows.add(new Row(xTitle + " " + decimals(2).format(at), palette.muted()));
        for (var line : series) {
            int index = line.curve().nearest(at);
            if (index >= 0) {
                double value = line.curve().y(index);
                rows.add(new Row(line.name() + "  " + format.apply(value), color(line, palette)));
                surface.clipped(
                        frame.left,
                        frame.top,
                        frame.width,
                        frame.height,
                        () -> surface.disc(frame.x(line.curve().x(index)), frame.y(value), 3, color(line, palette)));
            }
        }
        double boxWidth = 16;
        for (var row : rows) {
            boxWidth = Math.max(boxWidth, surface.textWidth(row.text, Surface.Lettering.LABEL) + 30);
        }
        double boxHeight = rows.size() * 18 + 8.0;
        double x = hoverX + 12 + boxWidth > frame.right() ? hoverX - 12 - boxWidth : hoverX + 12;
        double y = frame.top + 4;
        surface.fillRectangle(x, y, boxWidth, boxHeight, palette.surface());
        surface.strokeRectangle(x, y, boxWidth, boxHeight, palette.grid(), 1);
        for (int i = 0; i < rows.size(); i++) {
            double rowY = y + 13 + 18 * i;
            if (i > 0) {
                surface.disc(x + 12, rowY, 3.5, rows.get(i).color);
            }
            surface.text(
                    rows.get(i).text,
                    x + (i > 0 ? 22 : 8),
                    rowY,
                    Surface.Horizontal.LEFT,
                    Surface.Vertical.CENTER,
                    Surface.Lettering.LABEL,
                    i > 0 ? palette.text() : palette.muted());
        }
    }

    private static void line(Surface surface, Series line, double[] xs, double[] ys, Palette palette) {
        surface.line(xs, ys, color(line, palette), line.kind() == Series.Kind.THIN ? 1 : 2);
    }

    private static Color color(Series line, Palette palette) {
        var color = line.role() == Series.Role.FIRST ? palette.first() : palette.second();
        return line.kind() == Series.Kind.THIN ? color.deriveColor(0, 1, 1, 0.45) : color;
    }

    /** What bold and marked lines need; thin ones are noise that may leave the frame. */
    private Range range() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (var line : series) {
            if (line.kind() != Series.Kind.THIN) {
                low = Math.min(low, line.curve().lowest());
                high = Math.max(high, line.curve().highest());
            }
        }
        boolean log = logarithmic && low > 0;
        if (low > high) {
            return new Range(logarithmic ? 0.1 : 0, 1, logarithmic);
        }
        if (Double.isFinite(ceiling)) {
            return new Range(log ? low * 0.98 : Math.max(0, low - 0.08 * (ceiling - low)), ceiling, log);
        }
        return log ? new Range(low * 0.8, high * 1.25, true) : new Range(0, Math.max(high * 1.05, 1e-9), false);
    }

    private double lastX() {
        double last = 1;
        for (var line : series) {
            int size = line.curve().size();
            last = size > 0 ? Math.max(last, line.curve().x(size - 1)) : last;
        }
        return last;
    }

    private static List<String> labels(Ticks ticks) {
        var numbers = decimals(ticks.decimals());
        return Arrays.stream(ticks.values()).mapToObj(numbers::format).toList();
    }

    private static NumberFormat decimals(int digits) {
        var numbers = NumberFormat.getNumberInstance();
        numbers.setMinimumFractionDigits(digits);
        numbers.setMaximumFractionDigits(digits);
        return numbers;
    }

    private record Row(String text, Color color) {}

    private record Range(double low, double high, boolean logarithmic) {}

    /** Where values are on the canvas. */
    private record Frame(double left, double top, double width, double height, double lastX, Range range, Ticks ticks) {
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
}
