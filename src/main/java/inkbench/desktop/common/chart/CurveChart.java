package inkbench.desktop.common.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

import inkbench.desktop.common.chart.surface.Surface;

/** Lines over a common horizontal axis, made to be repainted while they grow. */
public final class CurveChart implements Chart {
    private static final double LEGEND_LINE = 24;
    private static final double LEGEND_GAP = 16;
    private static final double TOP = 10;
    private static final double RIGHT = 20;
    private static final double BOTTOM = 40;
    private static final double LEGEND = 22;
    private static final double TICK_HEIGHT = 44;
    private static final double TICK_WIDTH = 64;

    private final String title;
    private final String xTitle;
    private final DoubleFunction<String> format;
    private final double ceiling;
    private final List<Series> series = new ArrayList<>();
    private boolean logarithmic;
    private AxisNumbers numbers = AxisNumbers.PLAIN;
    private CurveBars bars = CurveBars.NONE;
    /** Where the vertical axis begins; NaN where the lines say that. */
    private double floor = Double.NaN;
    private final ChartPane pane = new ChartPane(this, "curve-chart");
    private final CurveNavigation view;
    private Frame painted;
    private CurveMarks marks = CurveMarks.NONE;

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
        view = new CurveNavigation(pane, this::frame, this::dataEnd, this::readOutAt);
    }

    /** The node that shows the chart. */
    public ChartPane pane() {
        return pane;
    }

    /** Both axes are shares, 0…1, and are labelled in percent. */
    public CurveChart inShares() {
        numbers = AxisNumbers.SHARES;
        pane.repaint();
        return this;
    }

    /** Looks closer at the lines between two places, as far as they are above a value. */
    public void look(double from, double to, double above) {
        floor = above;
        view.look(from, to);
    }

    /** Shows all of the lines again. */
    public void lookAtAll() {
        look(0, Double.NaN, Double.NaN);
    }

    /** Replaces the lines; their curves may grow afterwards, see {@link #refresh()}. */
    public void setSeries(List<Series> lines) {
        series.clear();
        series.addAll(lines);
        refresh();
    }

    /** Marks places on the horizontal axis. */
    public void setMarks(CurveMarks marks) {
        if (!marks.equals(this.marks)) {
            this.marks = marks;
            pane.repaint();
        }
    }

    /** Shows counts along the horizontal axis, in a strip below the lines. */
    public void setBars(CurveBars bars) {
        this.bars = bars;
        pane.repaint();
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
        csv.append(quoted(xTitle)).append(',').append(quoted(title)).append(",lowest,highest\n");
        for (var line : series) {
            for (int i = 0; i < line.curve().size(); i++) {
                csv.append(
                        String.format(
                                Locale.ROOT,
                                "%s,%.6g,%.6g,%.6g,%.6g\n",
                                quoted(line.name()),
                                line.curve().x(i),
                                line.curve().y(i),
                                line.curve().low(i),
                                line.curve().high(i)));
            }
        }
        bars.addCsv(csv);
        return csv.toString();
    }

    static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }

    /** The newest value of each line in words, for those who can't see them. */
    private String description() {
        var text = new StringBuilder(title);
        for (var line : series) {
            if (line.named() && line.kind() != Series.Kind.THIN && !line.curve().isEmpty()) {
                var newest = line.curve().y(line.curve().size() - 1);
                text.append(". ").append(line.name()).append(": ").append(format.apply(newest));
            }
        }
        return text.toString();
    }

    private Frame frame() {
        return painted;
    }

    private double dataEnd() {
        return lastX();
    }

    /** What the lines are at a place, in words. */
    private String readOutAt(double x) {
        return readOut().words(x);
    }

    private CurveReadOut readOut() {
        return new CurveReadOut(xTitle, numbers, series, bars, marks, format);
    }

    @Override
    public void paint(Surface surface, double width, double height, Palette palette) {
        var frame = frame(surface, width, height);
        painted = frame;
        paintAxes(surface, frame, palette);
        bars.paint(surface, frame, palette);
        marks.paint(surface, frame, palette);
        paintLegend(surface, frame, palette);
        var painter = new LinePainter(surface, palette);
        double margin = Math.ceil(LinePainter.MARK);
        surface.clipped(frame.left(), frame.top() - margin, frame.width() + margin, frame.height() + 2 * margin,
                () -> series.stream()
                        .sorted(Comparator.comparing(Series::kind))
                        .forEach(line -> painter.paint(line, frame)));
    }

    private Frame frame(Surface surface, double width, double height) {
        double top = TOP + LEGEND;
        double plotHeight = Math.max(1, height - top - bars.height() - BOTTOM);
        var range = range();
        int most = Math.max(2, (int) (plotHeight / TICK_HEIGHT));
        var ticks = range.logarithmic()
                ? Ticks.logarithmic(range.low(), range.high(), most * 2)
                : Ticks.linear(range.low(), range.high(), most);
        double widest = 0;
        for (var label : numbers.labels(ticks)) {
            widest = Math.max(widest, surface.textWidth(label, Surface.Lettering.LABEL));
        }
        // Whole pixels: cut off between two, lines would have to be painted through a mask.
        double left = Math.ceil(widest) + 34;
        return new Frame(left, top, Math.max(1, width - left - RIGHT), plotHeight, view.from(),
                view.to(), range, ticks);
    }

    private void paintAxes(Surface surface, Frame frame, Palette palette) {
        var yLabels = numbers.labels(frame.ticks());
        for (int i = 0; i < yLabels.size(); i++) {
            double y = Math.round(frame.y(frame.ticks().values()[i])) + 0.5;
            surface.line(new double[]{frame.left(), frame.right()}, new double[]{y, y}, palette.grid(), 1);
            surface.text(
                    yLabels.get(i),
                    frame.left() - 8,
                    y,
                    Surface.Horizontal.RIGHT,
                    Surface.Vertical.CENTER,
                    Surface.Lettering.LABEL,
                    palette.muted());
        }
        int mostTicks = Math.max(1, (int) (frame.width() / TICK_WIDTH));
        boolean fractions = numbers == AxisNumbers.SHARES || frame.lastX() - frame.firstX() < 2 && view.zoomed();
        var xTicks = fractions
                ? Ticks.linear(frame.firstX(), frame.lastX(), mostTicks)
                : Ticks.whole(frame.firstX(), frame.lastX(), mostTicks);
        double bottom = frame.bottom() + bars.height();
        surface.line(
                new double[]{frame.left(), frame.right()},
                new double[]{Math.round(bottom) + 0.5, Math.round(bottom) + 0.5},
                palette.muted(),
                1);
        var xLabels = numbers.labels(xTicks);
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
                frame.left() + frame.width() / 2,
                bottom + 38,
                Surface.Horizontal.CENTER,
                Surface.Vertical.BOTTOM,
                Surface.Lettering.LABEL,
                palette.muted());
        surface.textUpwards(title, 10, frame.top() + frame.height() / 2, Surface.Lettering.LABEL, palette.muted());
    }

    private void paintLegend(Surface surface, Frame frame, Palette palette) {
        var painter = new LinePainter(surface, palette);
        var named = series.stream().filter(Series::named).toList();
        double width = named.stream()
                .mapToDouble(line -> LEGEND_LINE + surface.textWidth(line.name(), Surface.Lettering.LABEL) + LEGEND_GAP)
                .sum() - LEGEND_GAP;
        double x = Math.max(0, Math.min(frame.left(), frame.right() - width));
        double y = TOP + 4;
        for (var line : named) {
            if (x + LEGEND_LINE + surface.textWidth(line.name(), Surface.Lettering.LABEL) > frame.right()) {
                // The rest is named by the read-out.
                return;
            }
            painter.paintSample(line, x, y);
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

    @Override
    public void paintOverlay(Surface surface, double width, double height, Palette palette) {
        var frame = painted;
        view.paintSelection(surface, frame, palette);
        double hoverX = Double.isNaN(view.pointer()) ? Double.NaN : frame.x(view.pointer());
        if (!(hoverX >= frame.left() && hoverX <= frame.right())
                || series.stream().allMatch(s -> s.curve().isEmpty())) {
            return;
        }
        surface.line(
                new double[]{hoverX, hoverX},
                new double[]{frame.top(), frame.bottom() + bars.height()},
                palette.muted(),
                1);
        readOut().paint(surface, frame, palette, view.pointer());
    }

    /** What bold and marked lines need; thin ones are noise that may leave the frame. */
    private Frame.Range range() {
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
            return new Frame.Range(logarithmic ? 0.1 : 0, 1, logarithmic);
        }
        if (Double.isFinite(ceiling) && !Double.isNaN(floor)) {
            return new Frame.Range(floor, ceiling, false);
        }
        if (Double.isFinite(ceiling)) {
            return new Frame.Range(log ? low * 0.98 : Math.max(0, low - 0.08 * (ceiling - low)), ceiling, log);
        }
        return log
                ? new Frame.Range(low * 0.8, high * 1.25, true)
                : new Frame.Range(0, Math.max(high * 1.05, 1e-9), false);
    }

    private double lastX() {
        double last = 1;
        for (var line : series) {
            int size = line.curve().size();
            last = size > 0 ? Math.max(last, line.curve().x(size - 1)) : last;
        }
        return last;
    }
}
