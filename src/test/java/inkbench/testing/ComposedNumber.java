package inkbench.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import inkbench.ink.Drawing;
import inkbench.ink.InkPoint;
import inkbench.ink.Stroke;
import inkbench.ink.number.Box;

/**
 * Digits put beside each other, as somebody would have written them in one drawing.
 *
 * @param figures
 *            what is written
 * @param digits
 *            the digits where they are in the drawing, from left to right
 */
public record ComposedNumber(String figures, List<Drawing> digits) {
    /** A digit and what it is. */
    public record Written(int label, Drawing drawing) {}

    /**
     * Puts digits beside each other.
     *
     * @param least
     *            the narrowest gap in widths of the digit before it
     * @param most
     *            the widest gap
     */
    public static ComposedNumber of(List<Written> parts, double least, double most, Random random) {
        var figures = new StringBuilder();
        var digits = new ArrayList<Drawing>();
        double left = 40 * random.nextDouble();
        for (var part : parts) {
            var box = Box.around(part.drawing().strokes());
            double scale = 100 * (0.9 + 0.2 * random.nextDouble()) / Math.max(box.width(), box.height());
            double down = 20 * random.nextDouble() + (100 - scale * box.height()) / 2;
            digits.add(moved(part.drawing(), box, scale, left, down));
            left += scale * box.width() * (1 + least + (most - least) * random.nextDouble());
            figures.append(part.label());
        }
        return new ComposedNumber(figures.toString(), digits);
    }

    private static Drawing moved(Drawing drawing, Box box, double scale, double left, double down) {
        return new Drawing(
                drawing.strokes()
                        .stream()
                        .map(
                                stroke -> new Stroke(
                                        stroke.points()
                                                .stream()
                                                .map(
                                                        point -> new InkPoint(
                                                                left + (point.x() - box.left()) * scale,
                                                                down + (point.y() - box.top()) * scale,
                                                                point.millis()))
                                                .toList()))
                        .toList());
    }

    /** All strokes in one drawing. */
    public Drawing drawing() {
        return new Drawing(digits.stream().flatMap(digit -> digit.strokes().stream()).toList());
    }
}
