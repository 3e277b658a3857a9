package inkbench.desktop.common.image;

import inkbench.data.Images;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** One small image, its pixels enlarged by a whole number of device pixels, never blurred. */
public final class DigitImage extends Region {
    private final double edge;
    private final PixelSurface surface = new PixelSurface();
    private final OutputScale outputScale = new OutputScale(this, this::requestLayout);
    private final ReadOnlyIntegerWrapper hoveredPixel = new ReadOnlyIntegerWrapper(-1);
    private int imageWidth;
    private int imageHeight;
    private int[] colours = {};

    /**
     * An empty image.
     *
     * @param edge
     *            width and height of the node; the image is as large as fits and in the middle
     */
    public DigitImage(double edge) {
        this.edge = edge;
        getStyleClass().add("digit-image");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(surface.view());
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> hoveredPixel.set(pixelAt(event.getX(), event.getY())));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> hoveredPixel.set(-1));
    }

    /** The pixel under the pointer as {@code y × width + x}; −1 for none. */
    public ReadOnlyIntegerProperty hoveredPixel() {
        return hoveredPixel.getReadOnlyProperty();
    }

    /** Shows an image of a data set, light ink on black as in the data. */
    public void show(Images images, int index) {
        showInk(images.image(index), images.width(), images.height());
    }

    /** Shows unsigned bytes, row by row, light ink on black. */
    public void showInk(byte[] pixels, int width, int height) {
        var palette = PixelSurface.palette(false);
        var argb = new int[pixels.length];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = palette[pixels[i] & 0xFF];
        }
        showColours(argb, width, height);
    }

    /** Shows nothing. */
    public void clear() {
        showColours(new int[0], 0, 0);
    }

    /** Shows colours as {@code 0xAARRGGBB}, row by row, one for each pixel of an image. */
    public void showColours(int[] argb, int width, int height) {
        colours = argb;
        imageWidth = width;
        imageHeight = height;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (colours.length == 0) {
            surface.resize(0, 0, 1);
            return;
        }
        int scale = scale();
        surface.resize(imageWidth * scale, imageHeight * scale, outputScale.get());
        surface.drawColours(colours, imageWidth, 0, 0, scale);
        surface.publish();
        surface.view().relocate(offset(imageWidth, getInsets().getLeft()), offset(imageHeight, getInsets().getTop()));
    }

    private int scale() {
        return outputScale.wholeScale(edge, Math.max(imageWidth, imageHeight));
    }

    private double offset(int pixels, double inset) {
        double devicePixels = Math.floor((edge * outputScale.get() - pixels * scale()) / 2);
        return snapPositionX(inset) + Math.max(0, devicePixels) / outputScale.get();
    }

    private int pixelAt(double x, double y) {
        if (colours.length == 0) {
            return -1;
        }
        double unit = scale() / outputScale.get();
        int column = (int) Math.floor((x - surface.view().getLayoutX()) / unit);
        int row = (int) Math.floor((y - surface.view().getLayoutY()) / unit);
        boolean inside = column >= 0 && column < imageWidth && row >= 0 && row < imageHeight;
        return inside ? row * imageWidth + column : -1;
    }

    @Override
    protected double computePrefWidth(double height) {
        Insets insets = getInsets();
        return insets.getLeft() + edge + insets.getRight();
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets insets = getInsets();
        return insets.getTop() + edge + insets.getBottom();
    }
}
