package inkbench.desktop.common.chart.surface;

import javafx.scene.paint.Color;

/**
 * What charts are painted on: the screen, a picture or an SVG file get the same strokes. Lengths are logical pixels, y goes
 * down.
 */
public interface Surface {
    /** Where a text stands relative to its point, horizontally. */
    enum Horizontal {
        LEFT, CENTER, RIGHT
    }

    /** Where a text stands relative to its point, vertically. */
    enum Vertical {
        TOP, CENTER, BOTTOM
    }

    /** How letters look. */
    record Lettering(double size, boolean bold) {
        /** Labels and axes. */
        public static final Lettering LABEL = new Lettering(12, false);
        /** Titles of axes. */
        public static final Lettering TITLE = new Lettering(12, true);
    }

    /** Fills a rectangle. */
    void fillRectangle(double x, double y, double width, double height, Color color);

    /** Outlines a rectangle; the line lies inside. */
    void strokeRectangle(double x, double y, double width, double height, Color color, double lineWidth);

    /** Draws straight lines from point to point. */
    void line(double[] xs, double[] ys, Color color, double lineWidth);

    /** Fills the area within straight lines from point to point and back to the first. */
    void area(double[] xs, double[] ys, Color color);

    /** Fills a disc. */
    void disc(double x, double y, double radius, Color color);

    /** Writes one line of text. */
    void text(
            String text,
            double x,
            double y,
            Horizontal horizontal,
            Vertical vertical,
            Lettering lettering,
            Color color);

    /** Writes one line of text that reads from bottom to top, centred at a point. */
    void textUpwards(String text, double x, double y, Lettering lettering, Color color);

    /** How wide a text is. */
    double textWidth(String text, Lettering lettering);

    /** Paints only inside a rectangle while {@code painting} runs. */
    void clipped(double x, double y, double width, double height, Runnable painting);
}
