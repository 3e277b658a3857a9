package inkbench.desktop.common.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

import javafx.scene.paint.Color;

import inkbench.desktop.common.chart.surface.Surface;

/** What the lines of a {@link CurveChart} are at one place of its horizontal axis: as words and as a box beside it. */
record CurveReadOut(
        String xTitle,
        AxisNumbers numbers,
        List<Series> series,
        CurveBars bars,
        CurveMarks marks,
        DoubleFunction<String> format) {
    private static final double ROW = 18;
    /** How near to a mark the pointer has to be. */
    private static final double REACH = 6;

    /** For those who can't see the box. */
    String words(double x) {
        var text = new StringBuilder(place(x));
        for (var line : series) {
            int index = line.curve().nearest(x);
            if (line.named() && index >= 0) {
                text.append(". ").append(line.name()).append(": ").append(value(line, index));
            }
        }
        bars.at(x).ifPresent(count -> text.append(". ").append(count));
        return text.toString();
    }

    private String place(double x) {
        return xTitle + " " + numbers.format(numbers == AxisNumbers.SHARES ? 3 : 2).format(x);
    }

    /** A point in words: of a band with half of its height. */
    private String value(Series line, int index) {
        var curve = line.curve();
        var value = format.apply(curve.y(index));
        return line.kind() == Series.Kind.BAND
                ? value + " \u00b1 " + format.apply((curve.high(index) - curve.low(index)) / 2)
                : value;
    }

    void paint(Surface surface, Frame frame, Palette palette, double at) {
        var painter = new LinePainter(surface, palette);
        var rows = new ArrayList<Row>();
        rows.add(new Row(place(at), palette.muted()));
        for (var line : series) {
            int index = line.curve().nearest(at);
            if (line.named() && index >= 0) {
                double value = line.curve().y(index);
                rows.add(new Row(line.name() + "  " + value(line, index), painter.color(line)));
                surface.clipped(
                        frame.left(),
                        frame.top(),
                        frame.width(),
                        frame.height(),
                        () -> surface.disc(frame.x(line.curve().x(index)), frame.y(value), 3, painter.color(line)));
            }
        }
        bars.at(at).ifPresent(text -> rows.add(new Row(text, palette.muted())));
        marks.near(at, REACH / frame.width() * (frame.lastX() - frame.firstX()))
                .ifPresent(text -> rows.add(new Row(text, palette.muted())));
        paint(surface, frame, palette, frame.x(at), rows);
    }

    private static void paint(Surface surface, Frame frame, Palette palette, double hoverX, List<Row> rows) {
        double boxWidth = 16;
        for (var row : rows) {
            boxWidth = Math.max(boxWidth, surface.textWidth(row.text, Surface.Lettering.LABEL) + 30);
        }
        double boxHeight = rows.size() * ROW + 8;
        double x = hoverX + 12 + boxWidth > frame.right() ? hoverX - 12 - boxWidth : hoverX + 12;
        double y = frame.top() + 4;
        surface.fillRectangle(x, y, boxWidth, boxHeight, palette.surface());
        surface.strokeRectangle(x, y, boxWidth, boxHeight, palette.grid(), 1);
        for (int i = 0; i < rows.size(); i++) {
            double rowY = y + 13 + ROW * i;
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

    private record Row(String text, Color color) {}
}
