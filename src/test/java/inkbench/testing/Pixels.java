package inkbench.testing;

import java.util.stream.IntStream;

import javafx.scene.image.Image;

/** Counts in pictures of nodes. */
public final class Pixels {
    private Pixels() {}

    /** How many pixels of two pictures of one size differ. */
    public static long different(Image a, Image b) {
        return IntStream.range(0, (int) (a.getWidth() * a.getHeight())).filter(i -> argb(a, i) != argb(b, i)).count();
    }

    /** How many colours a picture has. */
    public static long colours(Image image) {
        return IntStream.range(0, (int) (image.getWidth() * image.getHeight()))
                .map(i -> argb(image, i))
                .distinct()
                .count();
    }

    private static int argb(Image image, int index) {
        int width = (int) image.getWidth();
        return image.getPixelReader().getArgb(index % width, index / width);
    }
}
