package inkbench.app.strokes;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import inkbench.data.DataException;
import inkbench.ink.Drawing;
import inkbench.ink.InkPoint;
import inkbench.ink.Stroke;
import inkbench.text.Messages;

/**
 * Drawings as SVG 1.1: a {@code polyline} for each stroke, drawn with a round pen. Read are {@code polyline} and {@code line}
 * elements, whoever wrote them; anything else in a file is left out.
 */
public final class StrokeSvg {
    private static final double SIDE = 1000;
    private static final double MARGIN = 100;
    private static final int MOST_POINTS = 1_000_000;

    private StrokeSvg() {}

    /**
     * A drawing on a square, its longer side 1,000 units with a margin of 100.
     *
     * @param pen
     *            width of the lines as a share of the drawing's longer side
     * @param inverted
     *            whether ink is dark on white; light on black if not
     */
    public static String of(Drawing drawing, double pen, boolean inverted) {
        var box = Box.of(drawing);
        var svg = new StringBuilder();
        double edge = SIDE + 2 * MARGIN;
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\">\n"
                                + "<rect width=\"%.0f\" height=\"%.0f\" fill=\"%s\"/>\n"
                                + "<g fill=\"none\" stroke=\"%s\" stroke-width=\"%.1f\" stroke-linecap=\"round\" "
                                + "stroke-linejoin=\"round\">\n",
                        edge,
                        edge,
                        edge,
                        edge,
                        inverted ? "white" : "black",
                        inverted ? "black" : "white",
                        pen * SIDE));
        for (var stroke : drawing.strokes()) {
            svg.append("<polyline points=\"");
            var points = stroke.points();
            for (int i = 0; i < points.size(); i++) {
                append(svg.append(i == 0 ? "" : " "), box, points.get(i));
            }
            if (points.size() == 1) {
                // A line of one point has no caps: twice the same point is a dot.
                append(svg.append(' '), box, points.getFirst());
            }
            svg.append("\"/>\n");
        }
        return svg.append("</g>\n</svg>\n").toString();
    }

    private static void append(StringBuilder svg, Box box, InkPoint point) {
        svg.append(
                String.format(
                        Locale.ROOT,
                        "%.2f,%.2f",
                        edgeOf(point.x(), box.middleX, box.side),
                        edgeOf(point.y(), box.middleY, box.side)));
    }

    private static double edgeOf(double value, double middle, double side) {
        return MARGIN + SIDE / 2 + (value - middle) / side * SIDE;
    }

    /** Whether a text may be SVG. */
    public static boolean looksLike(String text) {
        return text.contains("<svg");
    }

    /**
     * Reads the strokes of an SVG.
     *
     * @throws DataException
     *             if it is no XML or has no polylines; the message is for the user
     */
    public static Drawing read(String text) throws IOException {
        var messages = Messages.of(StrokeSvg.class);
        var factory = XMLInputFactory.newInstance();
        // A picture has no business with other files.
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var strokes = new ArrayList<Stroke>();
        int points = 0;
        try {
            var reader = factory.createXMLStreamReader(new StringReader(text));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    var line = points(reader);
                    points += line.size();
                    if (points > MOST_POINTS) {
                        throw new DataException(messages.get("svg.large", MOST_POINTS));
                    }
                    if (!line.isEmpty()) {
                        strokes.add(new Stroke(line));
                    }
                }
            }
        } catch (XMLStreamException | IllegalArgumentException e) {
            throw new DataException(messages.get("svg.broken"), e);
        }
        if (strokes.isEmpty()) {
            throw new DataException(messages.get("svg.empty"));
        }
        return new Drawing(strokes);
    }

    private static List<InkPoint> points(XMLStreamReader reader) {
        var text = switch (reader.getLocalName()) {
            case "polyline" -> attribute(reader, "points");
            case "line" -> attribute(reader, "x1") + " " + attribute(reader, "y1") + " " + attribute(reader, "x2")
                    + " " + attribute(reader, "y2");
            default -> "";
        };
        var points = new ArrayList<InkPoint>();
        if (!text.isBlank()) {
            var numbers = text.strip().split("[\\s,]+");
            for (int i = 0; i + 1 < numbers.length; i += 2) {
                points.add(new InkPoint(Double.parseDouble(numbers[i]), Double.parseDouble(numbers[i + 1]), 0));
            }
        }
        return points;
    }

    private static String attribute(XMLStreamReader reader, String name) {
        var value = reader.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private record Box(double middleX, double middleY, double side) {
        static Box of(Drawing drawing) {
            double left = Double.POSITIVE_INFINITY;
            double right = Double.NEGATIVE_INFINITY;
            double top = Double.POSITIVE_INFINITY;
            double bottom = Double.NEGATIVE_INFINITY;
            for (var stroke : drawing.strokes()) {
                for (var point : stroke.points()) {
                    left = Math.min(left, point.x());
                    right = Math.max(right, point.x());
                    top = Math.min(top, point.y());
                    bottom = Math.max(bottom, point.y());
                }
            }
            double side = Math.max(right - left, bottom - top);
            return new Box(left / 2 + right / 2, top / 2 + bottom / 2, side > 0 ? side : 1);
        }
    }
}
