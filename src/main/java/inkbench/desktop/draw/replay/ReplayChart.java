package inkbench.desktop.draw.replay;

import java.text.NumberFormat;
import java.util.Locale;

import inkbench.desktop.common.Theme;
import inkbench.desktop.common.chart.Chart;
import inkbench.desktop.common.chart.Palette;
import inkbench.desktop.common.chart.surface.Surface;
import inkbench.desktop.common.image.DigitColours;
import inkbench.text.Messages;
import javafx.scene.paint.Color;

/** Ten probabilities over the points of a drawing, each in its digit's hue. */
final class ReplayChart implements Chart {
    private static final double LEFT = 42;
    private static final double TOP = 16;
    private static final double RIGHT = 12;
    private static final double BOTTOM = 22;
    /** A line that never comes so high has no name. */
    private static final double NAMED = 0.3;

    private final Messages messages = Messages.of(ReplayChart.class);
    private final NumberFormat percent = NumberFormat.getPercentInstance();
    private final Theme theme;
    private Replay replay;
    private int position;

    ReplayChart(Theme theme) {
        this.theme = theme;
    }

    void show(Replay shown, int points) {
        replay = shown;
        position = points;
    }

    @Override
    public String title() {
        return messages.get("chart.title");
    }

    @Override
    public String csv() {
        var csv = new StringBuilder("points,0,1,2,3,4,5,6,7,8,9\n");
        for (int i = 0; replay != null && i < replay.counts().size(); i++) {
            csv.append(replay.counts().get(i));
            for (float probability : replay.probabilities().get(i)) {
                csv.append(String.format(Locale.ROOT, ",%.6f", probability));
            }
            csv.append('\n');
        }
        return csv.toString();
    }

    @Override
    public void paint(Surface surface, double width, double height, Palette palette) {
        double bottom = height - BOTTOM;
        for (double share : new double[]{0, 0.5, 1}) {
            double y = Math.round(y(share, height)) + 0.5;
            surface.line(new double[]{LEFT, width - RIGHT}, new double[]{y, y}, palette.grid(), 1);
            surface.text(
                    percent.format(share),
                    LEFT - 6,
                    y,
                    Surface.Horizontal.RIGHT,
                    Surface.Vertical.CENTER,
                    Surface.Lettering.LABEL,
                    palette.muted());
        }
        surface.text(
                messages.get("chart.x"),
                (LEFT + width - RIGHT) / 2,
                bottom + 6,
                Surface.Horizontal.CENTER,
                Surface.Vertical.TOP,
                Surface.Lettering.LABEL,
                palette.muted());
        if (replay != null) {
            for (int digit = 0; digit < replay.probabilities().getFirst().length; digit++) {
                paintLine(surface, digit, width, height);
            }
        }
    }

    private void paintLine(Surface surface, int digit, double width, double height) {
        int readings = replay.counts().size();
        var xs = new double[readings];
        var ys = new double[readings];
        int peak = 0;
        for (int i = 0; i < readings; i++) {
            float probability = replay.probabilities().get(i)[digit];
            xs[i] = x(replay.counts().get(i), width);
            ys[i] = y(probability, height);
            // The last of equals: there the line is named, away from the crowded beginning.
            peak = probability >= replay.probabilities().get(peak)[digit] - 0.01 ? i : peak;
        }
        int rgb = DigitColours.argb(digit, theme.dark().get()) & 0xFFFFFF;
        var colour = Color.rgb(rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF);
        if (readings == 1) {
            surface.disc(xs[0], ys[0], 2.5, colour);
        } else {
            surface.line(xs, ys, colour, 2);
        }
        if (replay.probabilities().get(peak)[digit] >= NAMED) {
            surface.text(
                    Integer.toString(digit),
                    Math.min(xs[peak], width - RIGHT - 4),
                    ys[peak] - 3,
                    Surface.Horizontal.CENTER,
                    Surface.Vertical.BOTTOM,
                    Surface.Lettering.TITLE,
                    colour);
        }
    }

    @Override
    public void paintOverlay(Surface surface, double width, double height, Palette palette) {
        if (replay != null) {
            double x = Math.round(x(position, width)) + 0.5;
            surface.line(new double[]{x, x}, new double[]{TOP, height - BOTTOM}, palette.muted(), 1);
        }
    }

    private double x(int points, double width) {
        int last = Math.max(2, replay.counts().getLast());
        return LEFT + (width - LEFT - RIGHT) * (points - 1) / (last - 1.0);
    }

    private static double y(double probability, double height) {
        return TOP + (height - TOP - BOTTOM) * (1 - probability);
    }
}
