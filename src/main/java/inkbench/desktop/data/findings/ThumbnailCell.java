package inkbench.desktop.data.findings;

import java.util.function.Function;
import java.util.function.ToIntFunction;

import inkbench.data.Images;
import inkbench.desktop.common.image.DigitImage;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.shape.Rectangle;

/**
 * A small picture of an image in a table.
 *
 * @param <T>
 *            what a row is about
 */
final class ThumbnailCell<T> extends TableCell<T, T> {
    static final double EDGE = 28;
    static final double ROW_HEIGHT = EDGE + 8;

    private final Function<T, Images> images;
    private final ToIntFunction<T> place;
    private final Function<T, String> description;
    private final DigitImage thumbnail = new DigitImage(EDGE);

    /**
     * An empty cell.
     *
     * @param place
     *            of the image among {@code images}
     * @param description
     *            for those who can't see it
     */
    ThumbnailCell(Function<T, Images> images, ToIntFunction<T> place, Function<T, String> description) {
        this.images = images;
        this.place = place;
        this.description = description;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        // Images that are larger than the row show their top left.
        thumbnail.setClip(new Rectangle(EDGE, EDGE));
        thumbnail.setMouseTransparent(true);
    }

    @Override
    protected void updateItem(T item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        thumbnail.show(images.apply(item), place.applyAsInt(item));
        setGraphic(thumbnail);
        setAccessibleText(description.apply(item));
    }
}
