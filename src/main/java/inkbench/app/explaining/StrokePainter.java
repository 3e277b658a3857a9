package inkbench.app.explaining;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.List;

import inkbench.ink.Drawing;
import inkbench.ink.InkPoint;
import inkbench.ink.Preparation;
import inkbench.ink.Rasterizer;
import inkbench.ink.Stroke;

/**
 * Paints the strokes of a drawing as they were drawn, every piece in the colour of what a map says of the place where it lies in
 * the picture that the network saw. Takes milliseconds: not for the FX thread.
 */
final class StrokePainter {
    static final int EDGE = 336;
    /** Pixels of the network's picture that a piece of one colour is long at most. */
    private static final double PIECE = 0.5;
    /** What is shorter makes no difference. */
    private static final double SHORTEST = 0.1;
    /** A line across a whole picture has fewer; what is longer is far outside. */
    private static final int MOST_PIECES = 128;
    private static final double MARGIN = 0.06;

    private static final double SCALE = EDGE * (1 - 2 * MARGIN) / Rasterizer.BOX;

    /** As they were drawn, in the middle of a picture. */
    private final List<Stroke> strokes;
    /** As the network sees them. */
    private final List<Stroke> places;

    private StrokePainter(List<Stroke> strokes, List<Stroke> places) {
        this.strokes = strokes;
        this.places = places;
    }

    /**
     * A painter of one drawing, as large as fits.
     *
     * @param drawing
     *            at least one stroke
     * @param preparation
     *            how it became the picture
     */
    static StrokePainter of(Drawing drawing, Preparation preparation) {
        var asDrawn = Rasterizer.places(drawing, Preparation.MNIST.withCentred(false));
        return new StrokePainter(asDrawn.strokes(), Rasterizer.places(drawing, preparation).strokes());
    }

    /**
     * Paints.
     *
     * @param values
     *            of a map, row by row
     * @param width
     *            of the map in pixels
     * @param largest
     *            the absolute value that has the darkest colours
     */
    StrokePicture paint(float[] values, int width, double largest) {
        var image = new BufferedImage(EDGE, EDGE, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setStroke(
                new BasicStroke(
                        (float) (Rasterizer.PEN_WIDTH * Rasterizer.BOX * SCALE),
                        BasicStroke.CAP_ROUND,
                        BasicStroke.JOIN_ROUND));
        for (int i = 0; i < strokes.size(); i++) {
            var points = strokes.get(i).points();
            var there = places.get(i).points();
            int before = 0;
            for (int p = 0; p < points.size(); p++) {
                double distance = Math.hypot(
                        there.get(p).x() - there.get(before).x(),
                        there.get(p).y() - there.get(before).y());
                // Of millions of points most lie where the last one did.
                if (distance < SHORTEST && p > 0 && p < points.size() - 1) {
                    continue;
                }
                int pieces = (int) Math.clamp(Math.ceil(distance / PIECE), 1, MOST_PIECES);
                for (int piece = 0; piece < pieces; piece++) {
                    double from = (double) piece / pieces;
                    double to = (piece + 1.0) / pieces;
                    var middle = between(there.get(before), there.get(p), (from + to) / 2);
                    double value = MapValues.at(values, width, middle.x(), middle.y());
                    graphics.setColor(new Color(ExplanationColours.of(value, largest, true)));
                    graphics.draw(
                            line(
                                    between(points.get(before), points.get(p), from),
                                    between(points.get(before), points.get(p), to)));
                }
                before = p;
            }
        }
        graphics.dispose();
        return new StrokePicture(EDGE, image.getRGB(0, 0, EDGE, EDGE, null, 0, EDGE));
    }

    private static Line2D line(InkPoint from, InkPoint to) {
        return new Line2D.Double(
                onPicture(from.x()),
                onPicture(from.y()),
                onPicture(to.x()),
                onPicture(to.y()));
    }

    private static double onPicture(double pixels) {
        return EDGE / 2.0 + (pixels - Rasterizer.SIZE / 2.0) * SCALE;
    }

    private static InkPoint between(InkPoint from, InkPoint to, double share) {
        return new InkPoint(
                from.x() + (to.x() - from.x()) * share,
                from.y() + (to.y() - from.y()) * share,
                from.millis());
    }
}
