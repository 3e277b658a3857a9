package inkbench.desktop.common.image;

import java.util.function.IntFunction;

import inkbench.data.Images;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/**
 * All images of a data set in rows, to scroll through and to choose from.
 *
 * <p>However many images there are, the scene holds one picture as large as the view, drawn anew from the pixels whenever
 * something moves: drawing what is visible takes about a millisecond, and nothing has to be kept.
 */
public final class ImageGrid extends Region {
    private static final double GAP = 4;
    private static final double CAPTION_HEIGHT = 16;
    /** Room for the ring around the chosen image. */
    private static final double MARGIN = 3;
    /** Share of the scroll bar that its thumb has at least, so that it can be caught among very many images. */
    private static final double SMALLEST_THUMB = 0.06;
    private static final double CORNER = 12;
    private static final double LINE = 2;
    private static final PseudoClass FILLED = PseudoClass.getPseudoClass("filled");

    private final ObjectProperty<Images> images = new SimpleObjectProperty<>();
    private final IntegerProperty selected = new SimpleIntegerProperty(-1);
    private final ReadOnlyIntegerWrapper hovered = new ReadOnlyIntegerWrapper(-1);
    private final DoubleProperty imageEdge = new SimpleDoubleProperty(28);
    private final BooleanProperty inverted = new SimpleBooleanProperty();

    private final PixelSurface surface = new PixelSurface();
    private final OutputScale outputScale = new OutputScale(this, this::requestLayout);
    private final Rectangle ring = new Rectangle();
    private final Rectangle clip = new Rectangle();
    private final Canvas captions = new Canvas();
    /** Never seen: brings the captions' colour and font from the style sheet. */
    private final Text captionStyle = new Text();
    private final ScrollBar scrollBar = new ScrollBar();
    private final Tooltip tooltip = new Tooltip();

    private IntFunction<String> description = Integer::toString;
    private IntFunction<String> caption;
    private IntFunction<ImageMark> marks = index -> ImageMark.NONE;
    private boolean replacing;
    private GridLayout layout = new GridLayout(0, 1, 1, 1, 0);
    private int scale = 1;

    /** A grid without images. */
    public ImageGrid() {
        getStyleClass().add("image-grid");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setMinSize(64, 64);
        ring.getStyleClass().add("image-grid-ring");
        ring.setManaged(false);
        ring.setMouseTransparent(true);
        ring.setVisible(false);
        captions.setManaged(false);
        captions.setMouseTransparent(true);
        captionStyle.getStyleClass().add("image-grid-caption");
        captionStyle.setManaged(false);
        captionStyle.setVisible(false);
        captionStyle.fillProperty().addListener((observable, before, now) -> requestLayout());
        scrollBar.setOrientation(Orientation.VERTICAL);
        scrollBar.setManaged(false);
        scrollBar.setFocusTraversable(false);
        setClip(clip);
        getChildren().addAll(surface.view(), captions, captionStyle, ring, scrollBar);

        images.addListener((observable, before, now) -> {
            selected.set(-1);
            hovered.set(-1);
            if (!replacing) {
                scrollBar.setValue(0);
                layout = new GridLayout(0, 1, 1, 1, 0);
            }
            pseudoClassStateChanged(FILLED, now != null && now.size() > 0);
            refresh();
        });
        selected.addListener((observable, before, now) -> {
            describeSelection();
            scrollTo(now.intValue());
            requestLayout();
        });
        imageEdge.addListener((observable, before, now) -> requestLayout());
        inverted.addListener((observable, before, now) -> requestLayout());
        scrollBar.valueProperty().addListener((observable, before, now) -> requestLayout());
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> hovered.set(-1));
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressKey);
        hovered.addListener((observable, before, now) -> {
            if (now.intValue() < 0) {
                Tooltip.uninstall(this, tooltip);
            } else {
                tooltip.setText(description.apply(now.intValue()));
                Tooltip.install(this, tooltip);
            }
        });
    }

    /** What is shown; null shows nothing. A new set begins at its top with nothing chosen. */
    public ObjectProperty<Images> images() {
        return images;
    }

    /** The chosen image as a place in {@link #images()}; −1 for none. It is scrolled into view. */
    public IntegerProperty selected() {
        return selected;
    }

    /** The image under the pointer as a place in {@link #images()}; −1 for none. */
    public ReadOnlyIntegerProperty hovered() {
        return hovered.getReadOnlyProperty();
    }

    /** The wished edge of an image; it is rounded down to whole device pixels for each pixel, at least one. */
    public DoubleProperty imageEdge() {
        return imageEdge;
    }

    /** Whether ink is dark on white; as in the data, light on black, if not. */
    public BooleanProperty inverted() {
        return inverted;
    }

    /** Says how an image is described in its tooltip and to screen readers. */
    public void describedBy(IntFunction<String> description) {
        this.description = description;
        describeSelection();
    }

    /** Puts a short text under every image; null for none. */
    public void captionedBy(IntFunction<String> caption) {
        this.caption = caption;
        refresh();
    }

    /** Says which images are marked. */
    public void markedBy(IntFunction<ImageMark> marks) {
        this.marks = marks;
        requestLayout();
    }

    /** Shows what has become of the images in the same place, with nothing chosen. */
    public void replace(Images changed) {
        replacing = true;
        images.set(changed);
        replacing = false;
    }

    /** Draws again, for when captions are others than before. */
    public void refresh() {
        describeSelection();
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double barWidth = scrollBar.prefWidth(-1);
        double width = Math.max(0, getWidth() - barWidth);
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        scrollBar.resizeRelocate(width, 0, barWidth, getHeight());
        var shown = images.get();
        int deviceWidth = (int) Math.floor(width * outputScale.get());
        int deviceHeight = (int) Math.floor(getHeight() * outputScale.get());
        surface.resize(deviceWidth, deviceHeight, outputScale.get());
        ring.setVisible(false);
        if (shown != null && shown.size() > 0 && deviceWidth > 0 && deviceHeight > 0) {
            arrange(shown, deviceWidth, deviceHeight);
            draw(shown, deviceHeight);
        } else {
            scrollBar.setVisible(false);
            captions.setVisible(false);
        }
        surface.publish();
    }

    private void arrange(Images shown, int deviceWidth, int deviceHeight) {
        int anchor = Math.min(layout.firstAt(offset()), shown.size() - 1);
        var before = layout;
        int gap = device(GAP);
        scale = outputScale.wholeScale(imageEdge.get(), shown.width());
        int captionHeight = caption == null ? 0 : device(CAPTION_HEIGHT);
        layout = GridLayout.of(
                shown.size(),
                deviceWidth - 2 * device(MARGIN),
                shown.width() * scale + gap,
                shown.height() * scale + captionHeight + gap,
                gap);
        double all = (layout.height() + 2 * device(MARGIN)) / outputScale.get();
        double page = deviceHeight / outputScale.get();
        scrollBar.setMax(Math.max(0, all - page));
        scrollBar.setVisibleAmount(scrollBar.getMax() * Math.max(SMALLEST_THUMB, page / all));
        scrollBar.setUnitIncrement(layout.cellHeight() / outputScale.get());
        scrollBar.setBlockIncrement(Math.max(layout.cellHeight() / outputScale.get(), page - layout.cellHeight()));
        scrollBar.setVisible(all > page);
        boolean moved = before.columns() != layout.columns() || before.cellHeight() != layout.cellHeight();
        if (moved && before.count() == layout.count()) {
            scrollBar.setValue(layout.top(anchor) / outputScale.get());
        }
        scrollBar.setValue(Math.clamp(scrollBar.getValue(), 0, scrollBar.getMax()));
    }

    private void draw(Images shown, int deviceHeight) {
        int margin = device(MARGIN);
        long offset = offset() - margin;
        var palette = PixelSurface.palette(inverted.get());
        var faded = PixelSurface.fadedPalette(inverted.get());
        int first = layout.firstAt(Math.max(0, offset));
        int end = (int) Math.min(shown.size(), layout.firstAt(offset + deviceHeight) + (long) layout.columns());
        for (int i = first; i < end; i++) {
            int left = margin + layout.left(i);
            int top = (int) (layout.top(i) - offset);
            var mark = marks.apply(i);
            surface.drawImage(shown, i, left, top, scale, mark == ImageMark.CROSSED ? faded : palette);
            int width = shown.width() * scale;
            if (mark == ImageMark.CORNER) {
                surface.drawCorner(left, top, width, device(CORNER));
            } else if (mark == ImageMark.CROSSED) {
                surface.drawDiagonal(left, top, width, shown.height() * scale, device(LINE));
            }
        }
        drawCaptions(shown, first, end, offset);
        placeRing(shown, offset);
    }

    private void drawCaptions(Images shown, int first, int end, long offset) {
        captions.setVisible(caption != null);
        if (caption == null) {
            return;
        }
        captions.setWidth(surface.view().getFitWidth());
        captions.setHeight(surface.view().getFitHeight());
        var graphics = captions.getGraphicsContext2D();
        graphics.clearRect(0, 0, captions.getWidth(), captions.getHeight());
        graphics.setFont(captionStyle.getFont());
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setFill(captionStyle.getFill());
        double cell = shown.width() * scale / outputScale.get();
        for (int i = first; i < end; i++) {
            double left = (device(MARGIN) + layout.left(i)) / outputScale.get();
            double top = (layout.top(i) - offset + (long) shown.height() * scale) / outputScale.get();
            graphics.fillText(caption.apply(i), left + cell / 2, top + CAPTION_HEIGHT / 2, cell + GAP);
        }
    }

    private void placeRing(Images shown, long offset) {
        int index = selected.get();
        if (index < 0 || index >= shown.size()) {
            return;
        }
        double distance = 1.5;
        ring.setX((device(MARGIN) + layout.left(index)) / outputScale.get() - distance);
        ring.setY((layout.top(index) - offset) / outputScale.get() - distance);
        ring.setWidth(shown.width() * scale / outputScale.get() + 2 * distance);
        ring.setHeight(shown.height() * scale / outputScale.get() + 2 * distance);
        ring.setVisible(true);
    }

    private void scroll(ScrollEvent event) {
        if (scrollBar.isVisible() && event.getDeltaY() != 0) {
            scrollBar.setValue(Math.clamp(scrollBar.getValue() - event.getDeltaY(), 0, scrollBar.getMax()));
            hover(event.getX(), event.getY());
            event.consume();
        }
    }

    private void hover(MouseEvent event) {
        hover(event.getX(), event.getY());
    }

    private void hover(double x, double y) {
        hovered.set(indexAt(x, y));
    }

    private void press(MouseEvent event) {
        requestFocus();
        int index = indexAt(event.getX(), event.getY());
        if (index >= 0) {
            selected.set(index);
        }
    }

    private void pressKey(KeyEvent event) {
        int count = images.get() == null ? 0 : images.get().size();
        if (count == 0 || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        int at = selected.get();
        int rowsOfPage = Math.max(1, (int) (getHeight() * outputScale.get() / layout.cellHeight()) - 1);
        int to = switch (event.getCode()) {
            case LEFT -> at - 1;
            case RIGHT -> at + 1;
            case UP -> at < layout.columns() ? at : at - layout.columns();
            case DOWN -> at + layout.columns() < count ? at + layout.columns() : at;
            case PAGE_UP -> at - rowsOfPage * layout.columns();
            case PAGE_DOWN -> at + rowsOfPage * layout.columns();
            case HOME -> 0;
            case END -> count - 1;
            default -> Integer.MIN_VALUE;
        };
        if (to != Integer.MIN_VALUE) {
            selected.set(Math.clamp(to, 0, count - 1));
            event.consume();
        }
    }

    private void scrollTo(int index) {
        if (index < 0 || layout.count() == 0) {
            return;
        }
        double top = layout.top(index) / outputScale.get();
        double bottom = (layout.top(index) + layout.cellHeight()) / outputScale.get() + 2 * MARGIN - GAP;
        double page = getHeight();
        if (top < scrollBar.getValue()) {
            scrollBar.setValue(top);
        } else if (bottom > scrollBar.getValue() + page) {
            scrollBar.setValue(Math.min(scrollBar.getMax(), bottom - page));
        }
    }

    private int indexAt(double x, double y) {
        if (layout.count() == 0) {
            return -1;
        }
        int margin = device(MARGIN);
        return layout.indexAt(x * outputScale.get() - margin, y * outputScale.get() + offset() - margin);
    }

    private void describeSelection() {
        int index = selected.get();
        boolean known = images.get() != null && index >= 0 && index < images.get().size();
        setAccessibleText(known ? description.apply(index) : null);
    }

    private long offset() {
        return Math.round(scrollBar.getValue() * outputScale.get());
    }

    private int device(double units) {
        return (int) Math.round(units * outputScale.get());
    }

    @Override
    protected double computePrefWidth(double height) {
        return 320;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 240;
    }
}
