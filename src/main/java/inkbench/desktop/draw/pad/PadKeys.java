package inkbench.desktop.draw.pad;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A pen that is moved by keys: arrows move it, space puts it on the paper and takes it off. */
final class PadKeys {
    private static final double STEP = 0.02;
    private static final double SMALL_STEP = 0.005;
    private static final double MOST = 0.5;

    private final PadViewModel viewModel;
    private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>();
    private boolean down;

    /** A place on the pad, relative to its middle and shorter side. */
    record Place(double x, double y) {}

    PadKeys(PadViewModel viewModel) {
        this.viewModel = viewModel;
    }

    /** Where the pen is; null while nobody uses it. */
    ReadOnlyObjectProperty<Place> place() {
        return place.getReadOnlyProperty();
    }

    boolean isDown() {
        return down;
    }

    /** Puts the pen away, for example because the mouse took over. */
    void putAway() {
        lift();
        place.set(null);
    }

    void handle(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || !handle(event.getCode(), event.isShiftDown())) {
            return;
        }
        event.consume();
    }

    private boolean handle(KeyCode code, boolean small) {
        double step = small ? SMALL_STEP : STEP;
        switch (code) {
            case LEFT -> move(-step, 0);
            case RIGHT -> move(step, 0);
            case UP -> move(0, -step);
            case DOWN -> move(0, step);
            case SPACE -> toggle();
            case P -> viewModel.tool().set(Tool.PEN);
            case E -> viewModel.tool().set(Tool.ERASER);
            case BACK_SPACE -> viewModel.eraseLast();
            default -> {
                return false;
            }
        }
        return true;
    }

    private Place here() {
        return place.get() == null ? new Place(0, 0) : place.get();
    }

    private void move(double x, double y) {
        var moved = new Place(Math.clamp(here().x + x, -MOST, MOST), Math.clamp(here().y + y, -MOST, MOST));
        place.set(moved);
        if (down && viewModel.tool().get() == Tool.PEN) {
            viewModel.penMove(moved.x, moved.y);
        } else if (down) {
            erase(moved);
        }
    }

    private void toggle() {
        var at = here();
        place.set(at);
        if (down) {
            lift();
        } else {
            down = true;
            if (viewModel.tool().get() == Tool.PEN) {
                viewModel.penDown(at.x, at.y);
            } else {
                erase(at);
            }
        }
    }

    private void erase(Place at) {
        viewModel.erase(at.x, at.y, viewModel.eraserRadius());
    }

    private void lift() {
        if (down) {
            down = false;
            viewModel.penUp();
            viewModel.eraserUp();
        }
    }
}
