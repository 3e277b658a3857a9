package inkbench.desktop.common.chart.surface;

import java.util.Locale;

import javafx.scene.paint.Color;

/** Writes what is painted as an SVG 1.1 document. */
public final class SvgSurface implements Surface {
    private final StringBuilder body = new StringBuilder();
    private final CanvasSurface measure;
    private final double width;
    private final double height;
    private int clips;

    /**
     * Makes an empty picture.
     *
     * @param measure
     *            says how wide texts are
     */
    public SvgSurface(double width, double height, CanvasSurface measure) {
        this.width = width;
        this.height = height;
        this.measure = measure;
    }

    /** The whole document, with a title for those who can't see it. */
    public String document(String title) {
        return format(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>%n"
                        + "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\""
                        + " font-family=\"sans-serif\" role=\"img\">%n<title>%s</title>%n%s</svg>%n",
                number(width),
                number(height),
                number(width),
                number(height),
                escaped(title),
                body);
    }

    @Override
    public void fillRectangle(double x, double y, double width, double height, Color color) {
        element(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" %s/>",
                number(x),
                number(y),
                number(width),
                number(height),
                paint("fill", color));
    }

    @Override
    public void strokeRectangle(double x, double y, double width, double height, Color color, double lineWidth) {
        element(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"none\" stroke-width=\"%s\" %s/>",
                number(x + lineWidth / 2),
                number(y + lineWidth / 2),
                number(width - lineWidth),
                number(height - lineWidth),
                number(lineWidth),
                paint("stroke", color));
    }

    @Override
    public void line(double[] xs, double[] ys, Color color, double lineWidth) {
        element(
                "<polyline points=\"%s\" fill=\"none\" stroke-linejoin=\"round\" stroke-width=\"%s\" %s/>",
                points(xs, ys),
                number(lineWidth),
                paint("stroke", color));
    }

    @Override
    public void area(double[] xs, double[] ys, Color color) {
        element("<polygon points=\"%s\" %s/>", points(xs, ys), paint("fill", color));
    }

    private static String points(double[] xs, double[] ys) {
        var points = new StringBuilder();
        for (int i = 0; i < xs.length; i++) {
            points.append(i == 0 ? "" : " ").append(number(xs[i])).append(',').append(number(ys[i]));
        }
        return points.toString();
    }

    @Override
    public void disc(double x, double y, double radius, Color color) {
        element(
                "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" %s/>",
                number(x),
                number(y),
                number(radius),
                paint("fill", color));
    }

    @Override
    public void text(
            String text,
            double x,
            double y,
            Horizontal horizontal,
            Vertical vertical,
            Lettering lettering,
            Color color) {
        // Viewers disagree on dominant-baseline; a shift by parts of the letters' size looks the same in all.
        double baseline = switch (vertical) {
            case TOP -> y + 0.93 * lettering.size();
            case CENTER -> y + 0.36 * lettering.size();
            case BOTTOM -> y - 0.22 * lettering.size();
        };
        writeText(text, x, baseline, horizontal, lettering, color, "");
    }

    @Override
    public void textUpwards(String text, double x, double y, Lettering lettering, Color color) {
        var turn = " transform=\"rotate(-90 " + number(x) + " " + number(y) + ")\"";
        writeText(text, x, y + 0.36 * lettering.size(), Horizontal.CENTER, lettering, color, turn);
    }

    private void writeText(
            String text,
            double x,
            double baseline,
            Horizontal horizontal,
            Lettering lettering,
            Color color,
            String attributes) {
        var anchor = switch (horizontal) {
            case LEFT -> "start";
            case CENTER -> "middle";
            case RIGHT -> "end";
        };
        element(
                "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" font-size=\"%s\"%s %s%s>%s</text>",
                number(x),
                number(baseline),
                anchor,
                number(lettering.size()),
                lettering.bold() ? " font-weight=\"bold\"" : "",
                paint("fill", color),
                attributes,
                escaped(text));
    }

    @Override
    public double textWidth(String text, Lettering lettering) {
        return measure.textWidth(text, lettering);
    }

    @Override
    public void clipped(double x, double y, double width, double height, Runnable painting) {
        int id = ++clips;
        element("<clipPath id=\"clip%d\">", id);
        element(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/></clipPath>",
                number(x),
                number(y),
                number(width),
                number(height));
        element("<g clip-path=\"url(#clip%d)\">", id);
        painting.run();
        element("</g>");
    }

    private void element(String pattern, Object... values) {
        body.append(format(pattern, values)).append('\n');
    }

    private static String paint(String attribute, Color color) {
        var rgb = format(
                "%s=\"#%02x%02x%02x\"",
                attribute,
                Math.round(color.getRed() * 255),
                Math.round(color.getGreen() * 255),
                Math.round(color.getBlue() * 255));
        return color.isOpaque() ? rgb : rgb + format(" %s-opacity=\"%s\"", attribute, number(color.getOpacity()));
    }

    private static String number(double value) {
        var text = format("%.2f", value);
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
