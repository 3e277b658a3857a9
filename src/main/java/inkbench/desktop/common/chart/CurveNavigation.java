package inkbench.desktop.common.chart;

import java.util.function.DoubleFunction;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

import javafx.scene.AccessibleAttribute;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

import inkbench.desktop.common.chart.surface.Surface;

/** Which part of the horizontal axis is shown, and where on it a pointer is: by mouse and by keys. */
final class CurveNavigation {
    private static final double WHEEL_FACTOR = 0.8;
    private static final double KEY_FACTOR = 0.5;
    private static final double PAN_SHARE = 0.25;
    /** Less than this was meant as a click. */
    private static final double SHORTEST_DRAG = 5;
    private static final double KEY_STEPS = 100;
    /** The closest look: less is nothing but one batch. */
    private static final double CLOSEST = 1e-3;

    private final ChartPane pane;
    private final Supplier<Frame> frame;
    private final DoubleSupplier end;
    private final DoubleFunction<String> words;
    private double from;
    private double to = Double.NaN;
    private double pointer = Double.NaN;
    private double dragFrom = Double.NaN;
    private double dragTo = Double.NaN;

    /**
     * Listens to a chart's node.
     *
     * @param frame
     *            where values were painted last; null before
     * @param end
     *            where the data ends
     * @param words
     *            what the lines are at a place
     */
    CurveNavigation(ChartPane pane, Supplier<Frame> frame, DoubleSupplier end, DoubleFunction<String> words) {
        this.pane = pane;
        this.frame = frame;
        this.end = end;
        this.words = words;
        pane.addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(event.getX()));
        pane.addEventHandler(MouseEvent.MOUSE_EXITED, event -> pointAt(Double.NaN));
        pane.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        pane.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        pane.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        pane.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        pane.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** The value at the left edge. */
    double from() {
        return zoomed() ? from : 0;
    }

    /** The value at the right edge. */
    double to() {
        return zoomed() ? to : end.getAsDouble();
    }

    /** Whether only a part is shown. */
    boolean zoomed() {
        return !Double.isNaN(to);
    }

    /** The value that is pointed at, or NaN. */
    double pointer() {
        return pointer;
    }

    void paintSelection(Surface surface, Frame shown, Palette palette) {
        if (!Double.isNaN(dragFrom)) {
            double left = Math.max(shown.left(), Math.min(dragFrom, dragTo));
            double right = Math.min(shown.right(), Math.max(dragFrom, dragTo));
            surface.fillRectangle(
                    left,
                    shown.top(),
                    Math.max(0, right - left),
                    shown.height(),
                    palette.first().deriveColor(0, 1, 1, 0.15));
        }
    }

    private void press(MouseEvent event) {
        pane.requestFocus();
        if (event.getButton() == MouseButton.PRIMARY && frame.get() != null) {
            if (event.getClickCount() == 2) {
                reset();
            } else {
                dragFrom = event.getX();
                dragTo = dragFrom;
            }
        }
    }

    private void drag(MouseEvent event) {
        if (!Double.isNaN(dragFrom)) {
            dragTo = event.getX();
            point(dragTo);
        }
    }

    private void release(MouseEvent event) {
        if (Double.isNaN(dragFrom)) {
            return;
        }
        if (Math.abs(dragTo - dragFrom) >= SHORTEST_DRAG) {
            double one = frame.get().valueAt(dragFrom);
            double other = frame.get().valueAt(dragTo);
            show(Math.min(one, other), Math.max(one, other));
        }
        dragFrom = Double.NaN;
        dragTo = Double.NaN;
        pane.repaint();
    }

    private void scroll(ScrollEvent event) {
        if (frame.get() != null && event.getDeltaY() != 0) {
            zoom(event.getDeltaY() > 0 ? WHEEL_FACTOR : 1 / WHEEL_FACTOR, frame.get().valueAt(event.getX()));
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || frame.get() == null) {
            return;
        }
        double centre = Double.isNaN(pointer) ? (from() + to()) / 2 : pointer;
        boolean known = true;
        switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> zoom(KEY_FACTOR, centre);
            case MINUS, SUBTRACT -> zoom(1 / KEY_FACTOR, centre);
            case LEFT -> step(-1, event.isShiftDown());
            case RIGHT -> step(1, event.isShiftDown());
            case HOME -> pointAt(from());
            case END -> pointAt(to());
            case ESCAPE -> known = escape();
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }

    /** Nothing to take back is left to whoever else wants the key. */
    private boolean escape() {
        boolean any = zoomed() || !Double.isNaN(pointer);
        reset();
        return any;
    }

    private void step(int direction, boolean pan) {
        double width = to() - from();
        if (pan) {
            show(from() + direction * PAN_SHARE * width, to() + direction * PAN_SHARE * width);
        } else {
            double start = direction > 0 ? from() : to();
            pointAt(
                    Double.isNaN(pointer)
                            ? start
                            : Math.clamp(pointer + direction * width / KEY_STEPS, from(), to()));
        }
    }

    private void zoom(double factor, double centre) {
        show(centre - (centre - from()) * factor, centre + (to() - centre) * factor);
    }

    /** Shows a part; all of it where the part is as wide as the data. */
    private void show(double left, double right) {
        double last = end.getAsDouble();
        double width = Math.max(right - left, CLOSEST);
        if (width >= last) {
            reset();
            return;
        }
        from = Math.clamp(left, 0, last - width);
        to = from + width;
        pane.repaint();
    }

    /** Shows a part, whatever was shown; all of it where the end is NaN. */
    void look(double left, double right) {
        from = left;
        to = right;
        pointAt(Double.NaN);
    }

    private void reset() {
        to = Double.NaN;
        dragFrom = Double.NaN;
        pointAt(Double.NaN);
    }

    private void point(double x) {
        var shown = frame.get();
        boolean inside = shown != null && x >= shown.left() && x <= shown.right();
        pointAt(inside ? shown.valueAt(x) : Double.NaN);
    }

    private void pointAt(double value) {
        pointer = value;
        pane.setAccessibleHelp(Double.isNaN(value) ? null : words.apply(value));
        pane.notifyAccessibleAttributeChanged(AccessibleAttribute.HELP);
        pane.repaint();
    }
}
