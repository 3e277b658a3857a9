package inkbench.desktop.common.chart;

import javafx.scene.canvas.Canvas;

import inkbench.desktop.common.chart.surface.CanvasSurface;
import inkbench.desktop.common.chart.surface.SvgSurface;

/** Charts as drawings, for which nothing needs to be shown. */
public final class Drawing {
    private Drawing() {}

    /** A chart as an SVG 1.1 document. */
    public static String svg(Chart chart, double width, double height, Palette palette) {
        var svg = new SvgSurface(width, height, new CanvasSurface(new Canvas().getGraphicsContext2D()));
        svg.fillRectangle(0, 0, width, height, palette.surface());
        chart.paint(svg, width, height, palette);
        return svg.document(chart.title());
    }
}
