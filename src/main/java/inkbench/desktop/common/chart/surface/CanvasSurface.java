package inkbench.desktop.common.chart.surface;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** Paints on a JavaFX canvas. */
public final class CanvasSurface implements Surface {
    private final GraphicsContext graphics;
    /** Measures text; never shown. */
    private final Text ruler = new Text();

    /** Paints on a canvas, from its top left corner. */
    public CanvasSurface(GraphicsContext graphics) {
        this.graphics = graphics;
        graphics.setLineCap(StrokeLineCap.BUTT);
        graphics.setLineJoin(StrokeLineJoin.ROUND);
    }

    @Override
    public void fillRectangle(double x, double y, double width, double height, Color color) {
        graphics.setFill(color);
        graphics.fillRect(x, y, width, height);
    }

    @Override
    public void strokeRectangle(double x, double y, double width, double height, Color color, double lineWidth) {
        graphics.setStroke(color);
        graphics.setLineWidth(lineWidth);
        graphics.strokeRect(x + lineWidth / 2, y + lineWidth / 2, width - lineWidth, height - lineWidth);
    }

    @Override
    public void line(double[] xs, double[] ys, Color color, double lineWidth) {
        graphics.setStroke(color);
        graphics.setLineWidth(lineWidth);
        graphics.strokePolyline(xs, ys, xs.length);
    }

    @Override
    public void area(double[] xs, double[] ys, Color color) {
        graphics.setFill(color);
        graphics.fillPolygon(xs, ys, xs.length);
    }

    @Override
    public void disc(double x, double y, double radius, Color color) {
        graphics.setFill(color);
        graphics.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
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
        graphics.setFont(font(lettering));
        graphics.setFill(color);
        graphics.setTextAlign(switch (horizontal) {
            case LEFT -> TextAlignment.LEFT;
            case CENTER -> TextAlignment.CENTER;
            case RIGHT -> TextAlignment.RIGHT;
        });
        graphics.setTextBaseline(switch (vertical) {
            case TOP -> VPos.TOP;
            case CENTER -> VPos.CENTER;
            case BOTTOM -> VPos.BOTTOM;
        });
        graphics.fillText(text, x, y);
    }

    @Override
    public void textUpwards(String text, double x, double y, Lettering lettering, Color color) {
        graphics.save();
        graphics.translate(x, y);
        graphics.rotate(-90);
        text(text, 0, 0, Horizontal.CENTER, Vertical.CENTER, lettering, color);
        graphics.restore();
    }

    @Override
    public double textWidth(String text, Lettering lettering) {
        ruler.setFont(font(lettering));
        ruler.setText(text);
        return ruler.getLayoutBounds().getWidth();
    }

    @Override
    public void clipped(double x, double y, double width, double height, Runnable painting) {
        graphics.save();
        graphics.beginPath();
        graphics.rect(x, y, width, height);
        graphics.clip();
        painting.run();
        graphics.restore();
    }

    private static Font font(Lettering lettering) {
        var family = Font.getDefault().getFamily();
        return Font.font(family, lettering.bold() ? FontWeight.BOLD : FontWeight.NORMAL, lettering.size());
    }
}
