package inkbench.desktop.common.chart;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import inkbench.desktop.common.chart.surface.Surface;

/**
 * Counts along the horizontal axis of a {@link CurveChart}, in a strip between the lines and the axis. Heights are logarithmic,
 * so that few beside very many can be seen; the numbers stand above the bars.
 *
 * @param title
 *            what is counted
 * @param bars
 *            from left to right
 */
public record CurveBars(String title, List<Bar> bars) {
    /** No strip at all. */
    public static final CurveBars NONE = new CurveBars("", List.of());

    private static final double HEIGHT = 80;
    private static final double LETTERS = 15;
    /** Between the lines and the numbers above the bars. */
    private static final double GAP = 12;

    public CurveBars {
        bars = List.copyOf(bars);
    }

    /** How many there are between two places, of which only the second belongs to it. */
    public record Bar(double from, double to, long count) {}

    /** How much of the chart's height the strip takes. */
    double height() {
        return bars.isEmpty() ? 0 : HEIGHT;
    }

    /** The count at a place in words; nothing where there is no bar. */
    Optional<String> at(double x) {
        return bars.stream()
                .filter(bar -> x > bar.from && x <= bar.to)
                .map(bar -> title + " " + NumberFormat.getIntegerInstance().format(bar.count))
                .findFirst();
    }

    void addCsv(StringBuilder csv) {
        for (var bar : bars) {
            double middle = (bar.from + bar.to) / 2;
            csv.append(
                    String.format(
                            Locale.ROOT,
                            "%s,%.6g,%d,%d,%d\n",
                            CurveChart.quoted(title),
                            middle,
                            bar.count,
                            bar.count,
                            bar.count));
        }
    }

    void paint(Surface surface, Frame frame, Palette palette) {
        long most = bars.stream().mapToLong(Bar::count).max().orElse(0);
        if (most == 0) {
            return;
        }
        var numbers = NumberFormat.getCompactNumberInstance(Locale.getDefault(), NumberFormat.Style.SHORT);
        numbers.setMaximumFractionDigits(1);
        double floor = frame.bottom() + HEIGHT;
        double full = HEIGHT - GAP - LETTERS;
        surface.textUpwards(title, 10, floor - full / 2, Surface.Lettering.LABEL, palette.muted());
        surface.clipped(frame.left(), frame.bottom(), frame.width(), HEIGHT, () -> {
            for (var bar : bars) {
                double left = Math.round(frame.x(bar.from)) + 1.0;
                double right = Math.round(frame.x(bar.to)) - 1.0;
                double height = Math.log1p(bar.count) / Math.log1p(most) * full;
                surface.fillRectangle(left, floor - height, Math.max(1, right - left), height,
                        palette.first().deriveColor(0, 1, 1, 0.45));
                var number = numbers.format(bar.count);
                if (bar.count > 0 && surface.textWidth(number, Surface.Lettering.LABEL) <= right - left + 2) {
                    surface.text(
                            number,
                            (left + right) / 2,
                            floor - height - 2,
                            Surface.Horizontal.CENTER,
                            Surface.Vertical.BOTTOM,
                            Surface.Lettering.LABEL,
                            palette.muted());
                }
            }
        });
    }
}
