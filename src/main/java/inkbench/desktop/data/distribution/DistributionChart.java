package inkbench.desktop.data.distribution;

import java.util.List;
import java.util.function.Function;

import inkbench.data.Part;
import inkbench.desktop.common.chart.Chart;
import inkbench.desktop.common.chart.Drawing;
import inkbench.desktop.common.chart.Palette;
import inkbench.desktop.common.chart.surface.Surface;
import inkbench.desktop.common.chart.surface.Surface.Horizontal;
import inkbench.desktop.common.chart.surface.Surface.Lettering;
import inkbench.desktop.common.chart.surface.Surface.Vertical;
import inkbench.desktop.common.image.DigitColours;
import inkbench.statistics.ClassDistribution;
import inkbench.statistics.StatisticsFiles;
import inkbench.text.Messages;
import javafx.scene.paint.Color;

/** The bars of all classes as they are printed: black on white, whatever the theme. */
final class DistributionChart implements Chart {
    private static final double WIDTH = 560;
    private static final double ROW = 24;
    private static final double BAR = 16;
    private static final double BAR_GAP = 1;
    private static final double MARGIN = 12;
    private static final double GAP = 10;
    private static final double COLUMN = 64;
    /** The bars of the parts after the first are paler. */
    private static final double LATER_PART = 0.5;
    private static final Palette PAPER = new Palette(Color.BLACK, Color.web("#57606a"), Color.LIGHTGRAY, Color.WHITE,
            Color.BLACK, Color.BLACK);

    private final Messages messages = Messages.of(DistributionChart.class);
    private final String title;
    private final ClassDistribution counted;
    private final List<Part> parts;
    private final Function<Part, String> names;

    DistributionChart(String title, ClassDistribution counted, Function<Part, String> names) {
        this.title = title;
        this.counted = counted;
        this.names = names;
        parts = List.copyOf(counted.counts().keySet());
    }

    /** The chart as an SVG document that is as high as the classes need. */
    String svg() {
        return Drawing.svg(this, WIDTH, 2 * MARGIN + ROW * (1 + counted.classNames().size()), PAPER);
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String csv() {
        return StatisticsFiles.toCsv(counted.toTable());
    }

    @Override
    public void paint(Surface surface, double width, double height, Palette palette) {
        double right = width - MARGIN - COLUMN * (1 + parts.size());
        head(surface, right, palette);
        double left = MARGIN + GAP;
        for (var name : counted.classNames()) {
            left = Math.max(left, MARGIN + GAP + surface.textWidth(name, Lettering.LABEL));
        }
        double largest = largestShare();
        for (int label = 0; label < counted.classNames().size(); label++) {
            double middle = MARGIN + ROW * (label + 1.5);
            surface.text(counted.classNames().get(label), left - GAP, middle, Horizontal.RIGHT, Vertical.CENTER,
                    Lettering.LABEL, palette.text());
            bars(surface, label, left, middle, (right - left) / largest);
            figures(surface, label, right, middle, palette.muted());
        }
    }

    @Override
    public void paintOverlay(Surface surface, double width, double height, Palette palette) {}

    private void head(Surface surface, double right, Palette palette) {
        double middle = MARGIN + ROW / 2;
        right(surface, messages.get("column.share"), right + COLUMN, middle, palette.muted());
        for (int i = 0; i < parts.size(); i++) {
            right(surface, names.apply(parts.get(i)), right + COLUMN * (i + 2), middle, palette.muted());
        }
    }

    private void bars(Surface surface, int label, double left, double middle, double scale) {
        var rgb = DigitColours.argb(label, false);
        double height = (BAR - BAR_GAP * (parts.size() - 1)) / parts.size();
        for (int i = 0; i < parts.size(); i++) {
            var colour = Color.rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF, i == 0 ? 1 : LATER_PART);
            double share = counted.share(parts.get(i), label);
            surface.fillRectangle(left, middle - BAR / 2 + i * (height + BAR_GAP), share * scale, height, colour);
        }
    }

    private void figures(Surface surface, int label, double right, double middle, Color colour) {
        right(surface, messages.get("value.share", counted.share(label)), right + COLUMN, middle, colour);
        for (int i = 0; i < parts.size(); i++) {
            var count = messages.get("value.count", counted.count(parts.get(i), label));
            right(surface, count, right + COLUMN * (i + 2), middle, colour);
        }
    }

    private static void right(Surface surface, String text, double x, double y, Color colour) {
        surface.text(text, x, y, Horizontal.RIGHT, Vertical.CENTER, Lettering.LABEL, colour);
    }

    private double largestShare() {
        double largest = 0;
        for (var part : parts) {
            for (int label = 0; counted.total(part) > 0 && label < counted.classNames().size(); label++) {
                largest = Math.max(largest, counted.share(part, label));
            }
        }
        return largest == 0 ? 1 : largest;
    }
}
