package inkbench.desktop.common.chart;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

import inkbench.desktop.common.chart.surface.CanvasSurface;

/**
 * A chart that is painted, not built of nodes. Its colours come from CSS ({@code -chart-text} and so on), by default the
 * theme's. It paints at most once per pulse, and only while it is laid out.
 */
public final class ChartPane extends Region {
    private static final StyleablePropertyFactory<ChartPane> STYLES = new StyleablePropertyFactory<>(
            Region.getClassCssMetaData());
    private static final CssMetaData<ChartPane, Color> TEXT = color("-chart-text", Color.BLACK, pane -> pane.text);
    private static final CssMetaData<ChartPane, Color> MUTED = color("-chart-muted", Color.GRAY, pane -> pane.muted);
    private static final CssMetaData<ChartPane, Color> GRID = color("-chart-grid", Color.LIGHTGRAY, pane -> pane.grid);
    private static final CssMetaData<ChartPane, Color> SURFACE = color(
            "-chart-surface",
            Color.WHITE,
            pane -> pane.surface);
    private static final CssMetaData<ChartPane, Color> FIRST = color("-chart-first", Color.BLUE, pane -> pane.first);
    private static final CssMetaData<ChartPane, Color> SECOND = color(
            "-chart-second",
            Color.DARKORANGE,
            pane -> pane.second);

    private final StyleableProperty<Color> text = styled("text", TEXT);
    private final StyleableProperty<Color> muted = styled("muted", MUTED);
    private final StyleableProperty<Color> grid = styled("grid", GRID);
    private final StyleableProperty<Color> surface = styled("surface", SURFACE);
    private final StyleableProperty<Color> first = styled("first", FIRST);
    private final StyleableProperty<Color> second = styled("second", SECOND);

    private final Painting painting = new Painting();

    private final Chart chart;

    /** Makes a node of a chart; it takes all the space it gets. */
    public ChartPane(Chart chart, String styleClass) {
        this.chart = chart;
        getStyleClass().addAll("chart-pane", styleClass);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().add(painting);
        setMinSize(120, 96);
        setFocusTraversable(true);
        focusedProperty().addListener(change -> repaint());
    }

    /** What is painted. */
    public Chart chart() {
        return chart;
    }

    /** Asks for a repaint in the next pulse. */
    public void repaint() {
        painting.requestLayout();
    }

    /** Whether the theme's background is dark. */
    public boolean dark() {
        return surface.getValue().getBrightness() < 0.5;
    }

    /** The theme's colours at the moment. */
    Palette palette() {
        return new Palette(
                text.getValue(),
                muted.getValue(),
                grid.getValue(),
                surface.getValue(),
                first.getValue(),
                second.getValue());
    }

    /** The chart as a picture of its present shape, {@code scale} pixels for each logical one. */
    public WritableImage image(double scale) {
        double width = Math.max(getWidth(), getMinWidth());
        double height = Math.max(getHeight(), getMinHeight());
        // Scaling the strokes and not the snapshot: a canvas that is enlarged afterwards is blurred.
        var picture = new Canvas(Math.ceil(width * scale), Math.ceil(height * scale));
        var graphics = picture.getGraphicsContext2D();
        graphics.scale(scale, scale);
        var palette = palette();
        graphics.setFill(palette.surface());
        graphics.fillRect(0, 0, width, height);
        chart.paint(new CanvasSurface(graphics), width, height, palette);
        new Scene(new Group(picture));
        return picture.snapshot(null, null);
    }

    /** The chart as an SVG 1.1 document of its present shape. */
    public String svg() {
        double width = Math.max(getWidth(), getMinWidth());
        double height = Math.max(getHeight(), getMinHeight());
        return Drawing.svg(chart, width, height, palette());
    }

    @Override
    protected void layoutChildren() {
        painting.resize(getWidth(), getHeight());
        repaint();
    }

    /** Holds the canvas. Not managed: a new painting doesn't make everything around the chart be laid out again. */
    private final class Painting extends Region {
        private final Canvas canvas = new Canvas();
        private final CanvasSurface screen = new CanvasSurface(canvas.getGraphicsContext2D());

        Painting() {
            setManaged(false);
            getChildren().add(canvas);
        }

        @Override
        protected void layoutChildren() {
            double width = getWidth();
            double height = getHeight();
            canvas.setWidth(width);
            canvas.setHeight(height);
            canvas.getGraphicsContext2D().clearRect(0, 0, width, height);
            if (width > 0 && height > 0) {
                var palette = palette();
                chart.paint(screen, width, height, palette);
                chart.paintOverlay(screen, width, height, palette);
            }
        }
    }

    @Override
    public String getUserAgentStylesheet() {
        return Objects.requireNonNull(ChartPane.class.getResource("chart.css")).toExternalForm();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return getClassCssMetaData();
    }

    /** The properties that a style sheet can set. */
    public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
        return STYLES.getCssMetaData();
    }

    private static CssMetaData<ChartPane, Color> color(
            String property,
            Color initial,
            Function<ChartPane, StyleableProperty<Color>> of) {
        return STYLES.createColorCssMetaData(property, of, initial, false);
    }

    private StyleableProperty<Color> styled(String name, CssMetaData<ChartPane, Color> metaData) {
        return new SimpleStyleableObjectProperty<>(metaData, this, name, metaData.getInitialValue(this)) {
            @Override
            protected void invalidated() {
                get();
                repaint();
            }
        };
    }
}
