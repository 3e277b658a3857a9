package inkbench.desktop.draw.pad;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongSupplier;

import inkbench.app.photo.PhotoDigit;
import inkbench.ink.Drawing;
import inkbench.ink.InkPoint;
import inkbench.ink.Stroke;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * A drawing under a pen, with its history. Places are relative to the middle of the canvas, in units of its shorter side. Only
 * for the FX thread.
 */
public final class PadViewModel {
    /** What is pasted or opened gets this share of the canvas's shorter side. */
    private static final double PLACED_SIDE = 0.7;
    private static final double LEAST_ERASER = 0.02;
    private static final double NANOS_PER_MILLI = 1e6;

    private final LongSupplier nanoClock;
    private final DrawingHistory history = new DrawingHistory();
    private final List<InkPoint> penPath = new ArrayList<>();
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper writing = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(Tool.PEN);
    private final DoubleProperty penSize = new SimpleDoubleProperty(0.05);
    private final BooleanProperty inverted = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<PhotoDigit> photo = new ReadOnlyObjectWrapper<>();
    private long originNanos;
    /** What is left while the eraser is down; null while it isn't. */
    private Drawing erased;

    /** An empty pad. */
    public PadViewModel() {
        this(System::nanoTime);
    }

    /** An empty pad whose points get their time from a clock of the caller's choice. */
    PadViewModel(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /** Changes each time {@link #drawing()} does. */
    public ReadOnlyLongProperty changes() {
        return changes.getReadOnlyProperty();
    }

    /** Whether there is neither a stroke nor a photo. */
    public ReadOnlyBooleanProperty empty() {
        return empty.getReadOnlyProperty();
    }

    /** Whether a stroke is being written. */
    public ReadOnlyBooleanProperty writing() {
        return writing.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canUndo() {
        return canUndo.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canRedo() {
        return canRedo.getReadOnlyProperty();
    }

    /** The photo that lies on the pad in place of strokes; null without one. */
    public ReadOnlyObjectProperty<PhotoDigit> photo() {
        return photo.getReadOnlyProperty();
    }

    /** What a pointer does. */
    public ObjectProperty<Tool> tool() {
        return tool;
    }

    /** How wide the line is on the screen, relative to the canvas's shorter side. */
    public DoubleProperty penSize() {
        return penSize;
    }

    /** How near to its middle the eraser takes strokes away. */
    double eraserRadius() {
        return Math.max(LEAST_ERASER, penSize.get() / 2);
    }

    /** Whether ink is dark on white; light on black, as in the data, if not. */
    public BooleanProperty inverted() {
        return inverted;
    }

    /** All strokes, with the one that is being written. */
    public Drawing drawing() {
        if (penPath.isEmpty()) {
            return finished();
        }
        var strokes = new ArrayList<>(finished().strokes());
        strokes.add(new Stroke(penPath));
        return new Drawing(strokes);
    }

    /** The strokes without the one that is being written. */
    Drawing finished() {
        return erased == null ? history.current() : erased;
    }

    /** The stroke that is being written, which grows; empty while none is. */
    List<InkPoint> penPath() {
        return Collections.unmodifiableList(penPath);
    }

    /** Begins a stroke; a photo makes room for it. */
    public void penDown(double x, double y) {
        photo.set(null);
        if (history.current().isEmpty()) {
            originNanos = nanoClock.getAsLong();
        }
        penPath.clear();
        penPath.add(point(x, y));
        changed();
    }

    /** Goes on with the stroke. A pen that rests adds nothing. */
    public void penMove(double x, double y) {
        if (penPath.isEmpty() || penPath.getLast().x() == x && penPath.getLast().y() == y) {
            return;
        }
        penPath.add(point(x, y));
        changed();
    }

    private InkPoint point(double x, double y) {
        return new InkPoint(x, y, (nanoClock.getAsLong() - originNanos) / NANOS_PER_MILLI);
    }

    /** Ends the stroke. */
    public void penUp() {
        if (!penPath.isEmpty()) {
            var strokes = new ArrayList<>(history.current().strokes());
            strokes.add(new Stroke(penPath));
            penPath.clear();
            history.change(new Drawing(strokes));
            // The drawing is as it was with the last point.
            update();
        }
    }

    /** Takes away the strokes that pass within a distance of a place; until {@link #eraserUp} it is one change. */
    public void erase(double x, double y, double distance) {
        var before = finished();
        var left = before.strokes().stream().filter(stroke -> StrokeDistance.of(stroke, x, y) > distance).toList();
        erased = left.size() == before.strokes().size() ? before : new Drawing(left);
        if (erased != before) {
            changed();
        }
    }

    /** Ends what {@link #erase} began. */
    public void eraserUp() {
        if (erased != null) {
            var left = erased;
            erased = null;
            history.change(left);
            update();
        }
    }

    /** Takes away the stroke that was written last. */
    public void eraseLast() {
        var strokes = history.current().strokes();
        if (!strokes.isEmpty()) {
            history.change(new Drawing(strokes.subList(0, strokes.size() - 1)));
            changed();
        }
    }

    /** Shows another drawing in place of this one, in the middle of the canvas. */
    public void place(Drawing drawing) {
        photo.set(null);
        penPath.clear();
        erased = null;
        var placed = Placement.inTheMiddle(drawing, PLACED_SIDE);
        history.change(placed);
        double last = placed.isEmpty() ? 0 : placed.strokes().getLast().points().getLast().millis();
        originNanos = nanoClock.getAsLong() - Math.round(last * NANOS_PER_MILLI);
        changed();
    }

    /** Shows a photo in place of the drawing, which {@link #undo} brings back. */
    public void place(PhotoDigit digit) {
        penPath.clear();
        erased = null;
        history.change(Drawing.EMPTY);
        photo.set(digit);
        changed();
    }

    /** Takes all strokes away, or the photo. */
    public void clear() {
        photo.set(null);
        penPath.clear();
        erased = null;
        history.change(Drawing.EMPTY);
        changed();
    }

    /** Goes back before the last change, or drops the stroke that is being written. */
    public void undo() {
        photo.set(null);
        if (penPath.isEmpty()) {
            history.undo();
        }
        penPath.clear();
        changed();
    }

    /** Takes the last undo back. */
    public void redo() {
        photo.set(null);
        history.redo();
        changed();
    }

    private void changed() {
        update();
        changes.set(changes.get() + 1);
    }

    private void update() {
        empty.set(photo.get() == null && penPath.isEmpty() && finished().isEmpty());
        canUndo.set(history.canUndo() || photo.get() != null || !penPath.isEmpty());
        canRedo.set(history.canRedo() && penPath.isEmpty());
        writing.set(!penPath.isEmpty());
    }
}
