package inkbench.desktop.common.image;

import inkbench.data.Images;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * One image as large as there is room for, every pixel a square of whole device pixels, with its value as a number in it
 * where numbers can be read.
 */
public final class LargeImage extends Region {
    /** The smallest pixel that a number of three figures fits in. */
    private static final double SMALLEST_NUMBERED = 18;
    private static final double FONT_SHARE = 0.44;
    private static final int HALF = 128;

    private final PixelSurface surface = new PixelSurface();
    private final OutputScale outputScale = new OutputScale(this, this::requestLayout);
    private final Canvas numbers = new Canvas();
    private final ReadOnlyIntegerWrapper hoveredPixel = new ReadOnlyIntegerWrapper(-1);
    private byte[] pixels = {};
    private int imageWidth = 1;
    private int imageHeight = 1;
    private double left;
    private double top;
    private double unit;

    /** An empty one. */
    public LargeImage() {
        getStyleClass().add("large-image");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(0, 0);
        numbers.setManaged(false);
        numbers.setMouseTransparent(true);
        getChildren().addAll(surface.view(), numbers);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> hoveredPixel.set(pixelAt(event.getX(), event.getY())));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> hoveredPixel.set(-1));
    }

    /** The pixel under the pointer as {@code y × width + x}; −1 for none. */
    public ReadOnlyIntegerProperty hoveredPixel() {
        return hoveredPixel.getReadOnlyProperty();
    }

    /** Shows an image, light ink on black as in the data. */
    public void show(Images images, int index) {
        pixels = images.image(index);
        imageWidth = images.width();
        imageHeight = images.height();
        requestLayout();
    }

    /** Shows nothing. */
    public void clear() {
        pixels = new byte[0];
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (pixels.length == 0 || getWidth() < 1 || getHeight() < 1) {
            surface.resize(0, 0, 1);
            numbers.setVisible(false);
            return;
        }
        int scale = Math.min(
                outputScale.wholeScale(getWidth(), imageWidth),
                outputScale.wholeScale(getHeight(), imageHeight));
        unit = scale / outputScale.get();
        var palette = PixelSurface.palette(false);
        var colours = new int[pixels.length];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = palette[pixels[i] & 0xFF];
        }
        surface.resize(imageWidth * scale, imageHeight * scale, outputScale.get());
        surface.drawColours(colours, imageWidth, 0, 0, scale);
        surface.publish();
        left = snapPositionX(Math.max(0, (getWidth() - imageWidth * unit) / 2));
        top = snapPositionY(Math.max(0, (getHeight() - imageHeight * unit) / 2));
        surface.view().relocate(left, top);
        drawNumbers();
    }

    private void drawNumbers() {
        numbers.setVisible(unit >= SMALLEST_NUMBERED);
        if (!numbers.isVisible()) {
            return;
        }
        numbers.relocate(left, top);
        numbers.setWidth(imageWidth * unit);
        numbers.setHeight(imageHeight * unit);
        var graphics = numbers.getGraphicsContext2D();
        graphics.clearRect(0, 0, numbers.getWidth(), numbers.getHeight());
        graphics.setFont(Font.font(unit * FONT_SHARE));
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setTextBaseline(VPos.CENTER);
        for (int i = 0; i < pixels.length; i++) {
            int value = pixels[i] & 0xFF;
            // Zeros are most of the image, and in the way of the others if they are as bright.
            graphics.setFill(value == 0 ? Color.gray(0.35) : value < HALF ? Color.WHITE : Color.BLACK);
            graphics.fillText(
                    Integer.toString(value),
                    (i % imageWidth + 0.5) * unit,
                    (i / imageWidth + 0.5) * unit,
                    unit);
        }
    }

    private int pixelAt(double x, double y) {
        int column = (int) Math.floor((x - left) / unit);
        int row = (int) Math.floor((y - top) / unit);
        boolean inside = pixels.length > 0 && column >= 0 && column < imageWidth && row >= 0 && row < imageHeight;
        return inside ? row * imageWidth + column : -1;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 8.0 * imageWidth;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 8.0 * imageHeight;
    }
}
