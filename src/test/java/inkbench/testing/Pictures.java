package inkbench.testing;

import static org.junit.jupiter.api.Assertions.fail;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.imageio.ImageIO;

import inkbench.desktop.common.PngPictures;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.transform.Transform;

/** Pictures of scenes, taken without a screen, and their comparison with expected ones. */
public final class Pictures {
    private static final Path FOLDER = Path.of("target", "pictures");
    /** Difference of one component that the eye doesn't see; text is smoothed a little differently from run to run. */
    private static final int TOLERANCE = 8;

    private Pictures() {}

    /** Takes a picture of a scene, as large as the scene, and writes it to {@code target/pictures/NAME.png}. */
    public static Path take(Scene scene, String name) {
        return take(scene, name, 1);
    }

    /** Takes a picture {@code scale} times as large as the scene. */
    public static Path take(Scene scene, String name, double scale) {
        try {
            var picture = onFxThread(() -> {
                var parameters = new SnapshotParameters();
                parameters.setTransform(Transform.scale(scale, scale));
                return scene.getRoot().snapshot(parameters, null);
            });
            return write(name, picture);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Takes a picture and compares it with {@code NAME.png} beside the test class in the test resources. Fails where that
     * is missing or differs, and leaves {@code NAME.png} and {@code NAME-difference.png} in {@code target/pictures}.
     */
    public static void expect(Scene scene, String name, Class<?> test) {
        var taken = take(scene, name);
        try (var stream = test.getResourceAsStream(name + ".png")) {
            if (stream == null) {
                fail(
                        "No expected picture " + name + ".png beside " + test.getName() + " in the test resources; "
                                + taken + " is what is seen now: look at it, and copy it there if it is right");
            }
            compare(ImageIO.read(stream), ImageIO.read(taken.toFile()), name);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static void compare(BufferedImage expected, BufferedImage actual, String name) throws IOException {
        int width = expected.getWidth();
        int height = expected.getHeight();
        if (width != actual.getWidth() || height != actual.getHeight()) {
            fail(
                    name + " is " + actual.getWidth() + "×" + actual.getHeight() + ", expected were " + width + "×"
                            + height);
        }
        var difference = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int different = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int distance = distance(expected.getRGB(x, y), actual.getRGB(x, y));
                if (distance > TOLERANCE) {
                    different++;
                    difference.setRGB(x, y, 0xFF0000);
                } else {
                    difference.setRGB(x, y, actual.getRGB(x, y) >> 2 & 0x3F3F3F);
                }
            }
        }
        if (different > 0) {
            var file = FOLDER.resolve(name + "-difference.png");
            Files.createDirectories(FOLDER);
            ImageIO.write(difference, "png", file.toFile());
            fail(different + " pixels of " + name + " differ from what is expected, see " + file);
        }
    }

    private static int distance(int a, int b) {
        int largest = 0;
        for (int shift = 0; shift <= 24; shift += 8) {
            largest = Math.max(largest, Math.abs((a >> shift & 0xFF) - (b >> shift & 0xFF)));
        }
        return largest;
    }

    private static Path write(String name, Image picture) throws IOException {
        Files.createDirectories(FOLDER);
        return Files.write(FOLDER.resolve(name + ".png"), PngPictures.encode(picture));
    }

    private static <T> T onFxThread(java.util.function.Supplier<T> work) {
        if (Platform.isFxApplicationThread()) {
            return work.get();
        }
        try {
            return CompletableFuture.supplyAsync(work, Platform::runLater).get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            throw new AssertionError("No picture could be taken", failure);
        }
    }
}
