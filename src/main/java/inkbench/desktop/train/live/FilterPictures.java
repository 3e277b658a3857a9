package inkbench.desktop.train.live;

import java.util.Arrays;
import java.util.Locale;

import inkbench.app.picture.ColourScale;
import inkbench.text.Messages;
import javafx.geometry.VPos;
import javafx.geometry.HPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;

/** Pictures of weights side by side, enlarged by whole pixels: blue below zero, white at zero, red above. */
final class FilterPictures extends Region {
    private static final int SPACE = 3;

    private final Messages messages = Messages.of(FilterPictures.class);
    private final ImageView view = new ImageView();
    private final Label empty = new Label(messages.get("filters.none"));
    private Filters filters;
    private WritableImage image;
    private int[] argb = {};
    private boolean dark;
    private int columns;

    FilterPictures() {
        setId("filters");
        view.setSmooth(false);
        view.setManaged(false);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(messages.get("filters.title"));
        getStyleClass().add("filter-pictures");
        setMinSize(120, 96);
        getChildren().addAll(view, empty);
    }

    /** Shows weights in a theme's colours; null shows that there are none. */
    void show(Filters shown, boolean darkTheme) {
        filters = shown;
        dark = darkTheme;
        empty.setVisible(shown == null);
        view.setVisible(shown != null);
        setAccessibleText(
                shown == null
                        ? messages.get("filters.none")
                        : messages.get("filters.described", shown.count(), shown.height(), shown.width(),
                                shown.largest()));
        requestLayout();
    }

    /** The weights as CSV: a row for each. */
    String csv() {
        var csv = new StringBuilder("unit,row,column,weight\n");
        if (filters != null) {
            for (int unit = 0; unit < filters.count(); unit++) {
                for (int y = 0; y < filters.height(); y++) {
                    for (int x = 0; x < filters.width(); x++) {
                        csv.append(
                                String.format(Locale.ROOT, "%d,%d,%d,%.6g\n", unit, y, x, filters.value(unit, y, x)));
                    }
                }
            }
        }
        return csv.toString();
    }

    @Override
    protected void layoutChildren() {
        layoutInArea(empty, 0, 0, getWidth(), getHeight(), 0, HPos.CENTER, VPos.CENTER);
        if (filters == null || getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        int scale = scale();
        int across = (int) Math.max(1, Math.floor(getWidth() / (filters.width() * scale + (double) SPACE)));
        columns = Math.min(across, filters.count());
        paint(scale);
    }

    /** The largest whole number at which all pictures fit. */
    private int scale() {
        int scale = 1;
        while (fits(scale + 1)) {
            scale++;
        }
        return scale;
    }

    private boolean fits(int scale) {
        double across = Math.floor(getWidth() / (filters.width() * scale + (double) SPACE));
        return across >= 1
                && Math.ceil(filters.count() / across) * (filters.height() * scale + (double) SPACE) <= getHeight();
    }

    private void paint(int scale) {
        int stepX = filters.width() * scale + SPACE;
        int stepY = filters.height() * scale + SPACE;
        int width = columns * stepX;
        int rows = (filters.count() + columns - 1) / columns;
        int height = rows * stepY;
        if (image == null || (int) image.getWidth() != width || (int) image.getHeight() != height) {
            image = new WritableImage(width, height);
            view.setImage(image);
            argb = new int[width * height];
        }
        for (int filter = 0; filter < filters.count(); filter++) {
            int left = filter % columns * stepX;
            int top = filter / columns * stepY;
            for (int y = 0; y < filters.height(); y++) {
                for (int x = 0; x < filters.width(); x++) {
                    double value = 0.5 + 0.5 * filters.value(filter, y, x) / filters.largest();
                    int colour = ColourScale.DIVERGING.argb(value, dark);
                    int at = (top + y * scale) * width + left + x * scale;
                    for (int row = 0; row < scale; row++) {
                        Arrays.fill(argb, at + row * width, at + row * width + scale, colour);
                    }
                }
            }
        }
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    }
}
