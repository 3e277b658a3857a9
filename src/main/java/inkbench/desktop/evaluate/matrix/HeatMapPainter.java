package inkbench.desktop.evaluate.matrix;

import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

import inkbench.desktop.common.Theme;
import inkbench.desktop.common.chart.Palette;
import inkbench.desktop.common.chart.surface.Surface;
import inkbench.desktop.common.chart.surface.Surface.Horizontal;
import inkbench.desktop.common.chart.surface.Surface.Lettering;
import inkbench.desktop.common.chart.surface.Surface.Vertical;
import inkbench.app.picture.ColourScale;
import inkbench.text.Messages;
import javafx.scene.paint.Color;

/** Paints the cells of a heat map, their names, their sums and what the colours mean. */
final class HeatMapPainter {
    private static final double SMALLEST_LETTERS = 8;
    private static final double LARGEST_LETTERS = 14;
    /** Cells from this height have two lines of text. */
    private static final double TWO_LINES = 34;
    private static final int LEGEND_STEPS = 64;
    private static final Lettering SMALL = new Lettering(10, false);

    private final Messages messages = Messages.of(HeatMapPainter.class);
    private final Theme theme;
    private final Surface surface;
    private final HeatMapGeometry geometry;
    private final Palette palette;
    private final HeatMapScale scale;

    HeatMapPainter(Theme theme, Surface surface, HeatMapGeometry geometry, Palette palette, HeatMapScale scale) {
        this.theme = theme;
        this.surface = surface;
        this.geometry = geometry;
        this.palette = palette;
        this.scale = scale;
    }

    void paint() {
        paintAxes();
        for (int i = 0; i < geometry.classes(); i++) {
            var diagonal = new Cell(i, i);
            if (scale.hidden(diagonal)) {
                fill(diagonal, palette.grid());
            }
        }
        var lettering = lettering();
        scale.shownCells().forEach(cell -> paintCell(cell, lettering));
        paintSums();
        paintLegend();
    }

    private void paintAxes() {
        double middleX = (geometry.left() + geometry.right()) / 2;
        double middleY = (geometry.top() + geometry.bottom()) / 2;
        var names = scale.matrix().classNames();
        double labels = names.stream().mapToDouble(name -> surface.textWidth(name, Lettering.TITLE)).max().orElse(0);
        surface.text(
                messages.get("heatMap.prediction"),
                middleX,
                10,
                Horizontal.CENTER,
                Vertical.CENTER,
                Lettering.LABEL,
                palette.muted());
        surface.textUpwards(
                messages.get("heatMap.truth"),
                geometry.left() - labels - 22,
                middleY,
                Lettering.LABEL,
                palette.muted());
        for (int i = 0; i < names.size(); i++) {
            surface.text(
                    names.get(i),
                    geometry.x(i) + geometry.cellWidth() / 2,
                    geometry.top() - 10,
                    Horizontal.CENTER,
                    Vertical.CENTER,
                    Lettering.TITLE,
                    palette.text());
            surface.text(
                    names.get(i),
                    geometry.left() - 8,
                    geometry.y(i) + geometry.cellHeight() / 2,
                    Horizontal.RIGHT,
                    Vertical.CENTER,
                    Lettering.TITLE,
                    palette.text());
        }
    }

    private void fill(Cell cell, Color colour) {
        surface.fillRectangle(
                geometry.x(cell.prediction()),
                geometry.y(cell.truth()),
                geometry.cellWidth() - 1,
                geometry.cellHeight() - 1,
                colour);
    }

    private void paintCell(Cell cell, Lettering lettering) {
        int argb = theme.intensities().get().argb(scale.share(cell), theme.dark().get());
        fill(cell, color(argb));
        if (lettering == null) {
            return;
        }
        double x = geometry.x(cell.prediction()) + (geometry.cellWidth() - 1) / 2;
        double y = geometry.y(cell.truth()) + (geometry.cellHeight() - 1) / 2;
        var colour = color(ColourScale.contrasting(argb));
        var second = geometry.cellHeight() < TWO_LINES ? "" : scale.secondLabel(cell);
        boolean two = !second.isEmpty() && surface.textWidth(second, SMALL) < geometry.cellWidth() - 4;
        surface.text(scale.label(cell), x, two ? y - 6 : y, Horizontal.CENTER, Vertical.CENTER, lettering, colour);
        if (two) {
            surface.text(second, x, y + 8, Horizontal.CENTER, Vertical.CENTER, SMALL, colour);
        }
    }

    /** The largest letters in which every cell's text fits, or null where none do. */
    private Lettering lettering() {
        double atTwelve = scale.shownCells()
                .stream()
                .mapToDouble(cell -> surface.textWidth(scale.label(cell), Lettering.LABEL))
                .max()
                .orElse(1);
        double fitting = Math.min(12 * (geometry.cellWidth() - 5) / atTwelve, geometry.cellHeight() * 0.6);
        double size = Math.floor(Math.min(LARGEST_LETTERS, fitting));
        return size < SMALLEST_LETTERS ? null : new Lettering(size, false);
    }

    /** Bars of how many images there are of each class, at the right, and were read as each, below. */
    private void paintSums() {
        var matrix = scale.matrix();
        double right = geometry.right() + HeatMapGeometry.GAP;
        double below = geometry.bottom() + HeatMapGeometry.GAP;
        var widths = lengths(matrix::truthTotal, HeatMapGeometry.BAR_WIDTH);
        var heights = lengths(matrix::predictionTotal, HeatMapGeometry.BAR_HEIGHT);
        boolean lettered = geometry.cellHeight() >= SMALL.size() + 2
                && IntStream.range(0, geometry.classes())
                        .mapToObj(c -> count(matrix.predictionTotal(c)))
                        .allMatch(text -> surface.textWidth(text, SMALL) < geometry.cellWidth());
        for (int c = 0; c < geometry.classes(); c++) {
            double y = geometry.y(c);
            double x = geometry.x(c);
            surface.fillRectangle(
                    right,
                    y,
                    widths.applyAsDouble(matrix.truthTotal(c)),
                    geometry.cellHeight() - 1,
                    palette.grid());
            surface.fillRectangle(
                    x,
                    below,
                    geometry.cellWidth() - 1,
                    heights.applyAsDouble(matrix.predictionTotal(c)),
                    palette.grid());
            if (lettered) {
                surface.text(
                        count(matrix.truthTotal(c)),
                        right + 4,
                        y + geometry.cellHeight() / 2,
                        Horizontal.LEFT,
                        Vertical.CENTER,
                        SMALL,
                        palette.text());
                surface.text(
                        count(matrix.predictionTotal(c)),
                        x + geometry.cellWidth() / 2,
                        below + HeatMapGeometry.BAR_HEIGHT / 2,
                        Horizontal.CENTER,
                        Vertical.CENTER,
                        SMALL,
                        palette.text());
            }
        }
    }

    private DoubleUnaryOperator lengths(IntToLongFunction sums, double longest) {
        double highest = IntStream.range(0, geometry.classes()).mapToLong(sums).max().orElse(0);
        return sum -> highest == 0 ? 0 : longest * sum / highest;
    }

    private String count(long images) {
        return scale.words(Measure.COUNT, images);
    }

    private void paintLegend() {
        double x = geometry.right() + HeatMapGeometry.GAP + HeatMapGeometry.BAR_WIDTH + 16;
        double height = Math.min(160, geometry.bottom() - geometry.top());
        double step = height / LEGEND_STEPS;
        for (int i = 0; i < LEGEND_STEPS; i++) {
            double share = 1 - (i + 0.5) / LEGEND_STEPS;
            int argb = theme.intensities().get().argb(share, theme.dark().get());
            // Overlapping a little, or seams show between the steps.
            double overlap = i < LEGEND_STEPS - 1 ? 0.5 : 0;
            surface.fillRectangle(x, geometry.top() + i * step, 10, step + overlap, color(argb));
        }
        legendLabel(scale.limit(true), x + 16, geometry.top() + 6);
        legendLabel(scale.limit(false), x + 16, geometry.top() + height - 6);
    }

    private void legendLabel(String text, double x, double y) {
        surface.text(text, x, y, Horizontal.LEFT, Vertical.CENTER, Lettering.LABEL, palette.muted());
    }

    /** Two lines, of which one contrasts with any cell. */
    static void outline(Surface surface, HeatMapGeometry geometry, Cell cell, Palette palette, double lineWidth) {
        double x = geometry.x(cell.prediction());
        double y = geometry.y(cell.truth());
        double width = geometry.cellWidth() - 1;
        double height = geometry.cellHeight() - 1;
        surface.strokeRectangle(x - 2, y - 2, width + 4, height + 4, palette.text(), lineWidth);
        surface.strokeRectangle(
                x - 2 + lineWidth,
                y - 2 + lineWidth,
                width + 4 - 2 * lineWidth,
                height + 4 - 2 * lineWidth,
                palette.surface(),
                1);
    }

    private static Color color(int argb) {
        return Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF);
    }
}
