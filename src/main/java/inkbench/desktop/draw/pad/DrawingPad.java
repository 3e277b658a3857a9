package inkbench.desktop.draw.pad;

import inkbench.ink.Drawing;
import inkbench.text.Messages;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TouchEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * A canvas to draw on with mouse, pen, finger or keys. A drawing grows and shrinks with the window.
 *
 * <p>While a stroke is written, only what is new of it is painted. Its last piece changes with the next point and so lies on
 * a canvas of its own, as do the keys' pen and the eraser's ring.
 */
public final class DrawingPad extends Region {
    private static final double HINT_SIZE = 16;
    /** The border stays visible around the paper. */
    private static final double INSET = 2;
    private static final int NO_FINGER = -1;

    private final Messages messages = Messages.of(DrawingPad.class);
    private final PadViewModel viewModel;
    private final PadKeys keys;
    private final Canvas canvas = new Canvas();
    private final Canvas above = new Canvas();
    private PhotoPicture photo;
    private Drawing painted;
    private StrokeCurve curve;
    private int curvePoints;
    private int curveSegments;
    private boolean held;
    private boolean touched;
    private int finger = NO_FINGER;
    private MouseEvent pointer;

    /** A pad for a drawing. */
    public DrawingPad(PadViewModel viewModel) {
        this.viewModel = viewModel;
        keys = new PadKeys(viewModel);
        getStyleClass().add("drawing-pad");
        setId("drawing-pad");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(messages.get("pad.name"));
        setAccessibleHelp(messages.get("pad.help"));
        setFocusTraversable(true);
        setMinSize(160, 160);
        above.setMouseTransparent(true);
        getChildren().addAll(canvas, above);
        viewModel.changes().subscribe(now -> requestLayout());
        viewModel.photo().subscribe(digit -> {
            photo = digit == null ? null : new PhotoPicture(digit.photo());
            repaint();
        });
        viewModel.writing().subscribe(now -> requestLayout());
        viewModel.penSize().subscribe(now -> repaint());
        viewModel.inverted().subscribe(now -> repaint());
        viewModel.tool().subscribe(tool -> {
            setCursor(tool == Tool.PEN ? Cursor.CROSSHAIR : Cursor.NONE);
            requestLayout();
        });
        keys.place().subscribe(now -> requestLayout());
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                keys.putAway();
            }
        });
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> hover(null));
        addEventHandler(TouchEvent.ANY, this::touch);
        addEventHandler(KeyEvent.KEY_PRESSED, keys::handle);
    }

    private void press(MouseEvent event) {
        requestFocus();
        if (event.getButton() == MouseButton.PRIMARY && !fromFinger(event)) {
            keys.putAway();
            down(event.getX(), event.getY());
        }
    }

    private void drag(MouseEvent event) {
        if (held && !fromFinger(event)) {
            pointer = event;
            move(event.getX(), event.getY());
        }
    }

    private void release(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && !fromFinger(event)) {
            up();
        }
    }

    private void hover(MouseEvent event) {
        pointer = event;
        if (viewModel.tool().get() == Tool.ERASER) {
            requestLayout();
        }
    }

    /** The first finger draws; a palm that follows it doesn't. */
    private void touch(TouchEvent event) {
        touched = true;
        var point = event.getTouchPoint();
        if (event.getEventType() == TouchEvent.TOUCH_PRESSED && finger == NO_FINGER) {
            finger = point.getId();
            keys.putAway();
            down(point.getX(), point.getY());
        } else if (point.getId() == finger && event.getEventType() == TouchEvent.TOUCH_MOVED) {
            move(point.getX(), point.getY());
        } else if (point.getId() == finger && event.getEventType() == TouchEvent.TOUCH_RELEASED) {
            finger = NO_FINGER;
            up();
        }
        event.consume();
    }

    /** Whether a finger is told of twice: toolkits make mouse events of touches as well. */
    private boolean fromFinger(MouseEvent event) {
        return touched && event.isSynthesized();
    }

    private void down(double x, double y) {
        held = true;
        if (viewModel.tool().get() == Tool.PEN) {
            viewModel.penDown(relativeX(x), relativeY(y));
        } else {
            viewModel.erase(relativeX(x), relativeY(y), viewModel.eraserRadius());
        }
    }

    private void move(double x, double y) {
        if (viewModel.tool().get() == Tool.PEN) {
            viewModel.penMove(relativeX(x), relativeY(y));
        } else {
            viewModel.erase(relativeX(x), relativeY(y), viewModel.eraserRadius());
            requestLayout();
        }
    }

    private void up() {
        held = false;
        viewModel.penUp();
        viewModel.eraserUp();
    }

    private double relativeX(double x) {
        return (x - getWidth() / 2) / side();
    }

    private double relativeY(double y) {
        return (y - getHeight() / 2) / side();
    }

    /** Where the ink along some points is on this node, the pen's width counted. */
    public Bounds toPixels(Bounds points) {
        double side = side();
        double pen = viewModel.penSize().get() * side;
        return new BoundingBox(
                points.getMinX() * side + getWidth() / 2 - pen / 2,
                points.getMinY() * side + getHeight() / 2 - pen / 2,
                points.getWidth() * side + pen,
                points.getHeight() * side + pen);
    }

    private double side() {
        return Math.max(1, Math.min(canvas.getWidth(), canvas.getHeight()));
    }

    /** A picture of the drawing as it looks, {@code side} pixels high or wide at the shorter side. */
    WritableImage picture(double side) {
        double scale = side / side();
        var copy = new Canvas(Math.ceil(canvas.getWidth() * scale), Math.ceil(canvas.getHeight() * scale));
        var painter = painter(copy);
        painter.paintPaper();
        painter.paint(viewModel.drawing());
        return copy.snapshot(null, null);
    }

    private InkPainter painter(Canvas on) {
        return new InkPainter(
                on.getGraphicsContext2D(),
                on.getWidth(),
                on.getHeight(),
                viewModel.penSize().get(),
                viewModel.inverted().get());
    }

    private void repaint() {
        painted = null;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(0, getWidth() - 2 * INSET);
        double height = Math.max(0, getHeight() - 2 * INSET);
        for (var layer : new Canvas[]{canvas, above}) {
            if (layer.getWidth() != width || layer.getHeight() != height) {
                layer.setWidth(width);
                layer.setHeight(height);
                painted = null;
            }
            layer.relocate(INSET, INSET);
        }
        above.getGraphicsContext2D().clearRect(0, 0, width, height);
        paintStrokes(painter(canvas));
        paintAbove(painter(above));
    }

    private void paintStrokes(InkPainter painter) {
        var path = viewModel.penPath();
        boolean goesOn = painted == viewModel.finished() && path.size() >= curvePoints
                && (curve == null || !path.isEmpty());
        if (!goesOn) {
            painter.paintPaper();
            if (viewModel.empty().get()) {
                paintHint(painter.ink());
            }
            if (photo != null) {
                photo.paint(canvas.getGraphicsContext2D(), canvas.getWidth(), canvas.getHeight());
            }
            painted = viewModel.finished();
            painter.paint(painted);
            curve = null;
            curvePoints = 0;
        }
        if (path.isEmpty()) {
            return;
        }
        if (curve == null) {
            if (painted.isEmpty()) {
                painter.paintPaper();
            }
            curve = painter.begin();
            curveSegments = 0;
        }
        painter.extend(curve, path.subList(curvePoints, path.size()));
        curvePoints = path.size();
        if (curve.settled() > curveSegments) {
            painter.paintBetween(curve, curveSegments, curve.settled());
            curveSegments = curve.settled();
        }
    }

    private void paintAbove(InkPainter painter) {
        if (curve != null) {
            painter.paint(curve, curveSegments);
        }
        var place = keys.place().get();
        boolean erasing = viewModel.tool().get() == Tool.ERASER;
        if (place != null) {
            if (erasing) {
                painter.paintRing(place.x(), place.y(), viewModel.eraserRadius());
            }
            painter.paintCross(place.x(), place.y(), keys.isDown());
        } else if (erasing && pointer != null) {
            painter.paintRing(relativeX(pointer.getX()), relativeY(pointer.getY()), viewModel.eraserRadius());
        }
    }

    private void paintHint(Color ink) {
        var graphics = canvas.getGraphicsContext2D();
        graphics.setFill(ink.deriveColor(0, 1, 1, 0.6));
        graphics.setFont(Font.font(HINT_SIZE));
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.fillText(messages.get("pad.hint"), canvas.getWidth() / 2, canvas.getHeight() / 2);
        graphics.setFill(ink);
    }
}
