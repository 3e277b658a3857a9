package inkbench.desktop.common.image;

import java.util.Arrays;

import inkbench.app.picture.ColourScale;
import inkbench.explain.LayerPictures;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;

/** Pictures of a layer side by side, enlarged by whole pixels: blue below zero, white at zero, red above. */
public final class TilePictures extends Region {
    private static final int SPACE = 3;
    /** Between pictures, so that white ones have ends. */
    private static final int LIGHT_SPACE = 0xFFE4E7EB;
    private static final int DARK_SPACE = 0xFF21262D;

    private final ImageView view = new ImageView();
    private final Label empty = new Label();
    private LayerPictures pictures;
    private WritableImage image;
    private int[] argb = {};
    private boolean dark;
    private int columns;

    /**
     * No pictures yet.
     *
     * @param none
     *            is said in place of them
     */
    public TilePictures(String none) {
        empty.setText(none);
        empty.setWrapText(true);
        view.setSmooth(false);
        view.setManaged(false);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getStyleClass().add("filter-pictures");
        setMinSize(120, 96);
        getChildren().addAll(view, empty);
    }

    /** Shows pictures in a theme's colours; null shows that there are none. */
    public void show(LayerPictures shown, boolean darkTheme) {
        pictures = shown;
        dark = darkTheme;
        empty.setVisible(shown == null);
        view.setVisible(shown != null);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        layoutInArea(empty, 0, 0, getWidth(), getHeight(), 0, HPos.CENTER, VPos.CENTER);
        if (pictures == null || getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        int scale = scale();
        int across = (int) Math.max(1, Math.floor(getWidth() / (pictures.width() * scale + (double) SPACE)));
        columns = Math.min(across, pictures.count());
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
        double across = Math.floor(getWidth() / (pictures.width() * scale + (double) SPACE));
        return across >= 1
                && Math.ceil(pictures.count() / across) * (pictures.height() * scale + (double) SPACE) <= getHeight();
    }

    private void paint(int scale) {
        int stepX = pictures.width() * scale + SPACE;
        int stepY = pictures.height() * scale + SPACE;
        int width = columns * stepX;
        int rows = (pictures.count() + columns - 1) / columns;
        int height = rows * stepY;
        if (image == null || (int) image.getWidth() != width || (int) image.getHeight() != height) {
            image = new WritableImage(width, height);
            view.setImage(image);
            argb = new int[width * height];
        }
        float largest = pictures.largest();
        for (int picture = 0; picture < pictures.count(); picture++) {
            int left = picture % columns * stepX;
            int top = picture / columns * stepY;
            for (int row = top; row < top + stepY; row++) {
                Arrays.fill(argb, row * width + left, row * width + left + stepX, dark ? DARK_SPACE : LIGHT_SPACE);
            }
            for (int y = 0; y < pictures.height(); y++) {
                for (int x = 0; x < pictures.width(); x++) {
                    double value = 0.5 + 0.5 * pictures.value(picture, y, x) / largest;
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
