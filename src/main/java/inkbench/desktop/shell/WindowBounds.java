package inkbench.desktop.shell;

import java.util.List;

import javafx.geometry.Rectangle2D;

/**
 * Where a window is.
 *
 * @param x
 *            of the left edge, in screen units
 * @param y
 *            of the upper edge
 */
record WindowBounds(double x, double y, double width, double height, boolean maximized) {
    static final double SMALLEST_WIDTH = 900;
    static final double SMALLEST_HEIGHT = 600;
    private static final double USUAL_WIDTH = 1280;
    private static final double USUAL_HEIGHT = 800;
    /** So much of the upper edge must be on a screen for a user to be able to move the window. */
    private static final double GRIP = 96;

    /** The usual size in the middle of a screen, smaller where the screen is. */
    static WindowBounds usual(Rectangle2D screen) {
        double width = Math.min(USUAL_WIDTH, screen.getWidth());
        double height = Math.min(USUAL_HEIGHT, screen.getHeight());
        double x = screen.getMinX() + (screen.getWidth() - width) / 2;
        double y = screen.getMinY() + (screen.getHeight() - height) / 2;
        return new WindowBounds(x, y, width, height, false);
    }

    /**
     * These bounds, or the usual ones where the window could not be reached on the screens that are there now.
     *
     * @param screens
     *            their visible parts, the primary one first
     */
    WindowBounds reachable(List<Rectangle2D> screens) {
        boolean sane = width >= 100 && height >= 100 && width < 1e5 && height < 1e5;
        boolean grippable = screens.stream()
                .anyMatch(
                        screen -> x + width > screen.getMinX() + GRIP && x < screen.getMaxX() - GRIP
                                && y >= screen.getMinY() - 1 && y < screen.getMaxY() - GRIP / 2);
        if (sane && grippable) {
            return this;
        }
        var usual = usual(screens.getFirst());
        return new WindowBounds(usual.x(), usual.y(), usual.width(), usual.height(), maximized);
    }
}
