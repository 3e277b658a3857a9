package inkbench.app.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import javax.imageio.ImageIO;

import inkbench.app.Workbench;
import inkbench.app.strokes.StrokeFile;
import inkbench.app.strokes.StrokeSample;
import inkbench.data.DataException;
import inkbench.data.Polarity;
import inkbench.ink.Drawing;
import inkbench.ink.InkPoint;
import inkbench.ink.Rasterizer;
import inkbench.ink.Stroke;
import inkbench.model.Model;
import inkbench.testing.TestData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhotoLibraryTest {
    private static final Drawing SEVEN = new Drawing(
            List.of(
                    new Stroke(List.of(new InkPoint(0, 0, 0), new InkPoint(60, 0, 0), new InkPoint(25, 100, 0)))));
    private static final int EVERY = 60;

    private static Workbench workbench;
    private static Model model;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() throws IOException {
        workbench = new Workbench();
        model = workbench.models().shipped();
    }

    @AfterAll
    static void close() {
        workbench.close();
    }

    /** Photos of real writers' strokes get the answers that the strokes themselves get. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            # name,              size, share, pen,  paper, ink, shade, direction, noise
            paper in good light,  400,   0.6, 0.12,  235,   40,  0.1,     0,       2
            paper and shadow,     600,   0.5, 0.10,  225,   60,  0.5,     0.7,     4
            light from below,     600,   0.4, 0.10,  220,   70,  0.6,     1.6,     5
            fine pencil,          800,   0.4, 0.03,  215,  110,  0.3,     2.5,     4
            felt pen,             400,   0.6, 0.20,  240,   30,  0.2,     4.0,     3
            small on the page,   1000,  0.12, 0.10,  230,   50,  0.3,     5.0,     3
            blackboard,           500,   0.5, 0.10,   50,  200,  0.3,     1.0,     4
            chalk in the dark,    500,   0.7, 0.12,   25,  120,  0.4,     3.0,     4
            thumbnail,             60,   0.8, 0.12,  240,   30,  0.1,     3.0,     2
            cut close,            200,  0.88, 0.12,  240,   30,  0.2,     3.0,     2
            """)
    void readsPhotosLikeTheStrokesInThem(
            String name,
            int size,
            double share,
            double pen,
            int paper,
            int inkLevel,
            double shade,
            double direction,
            double noise) throws Exception {
        var camera = new PaintedPhoto(size, share, pen, paper, inkLevel, shade, direction, noise);
        var random = new Random(7);
        int same = 0;
        var samples = samples();
        var others = new ArrayList<String>();
        for (var sample : samples) {
            int drawn = workbench.reading()
                    .read(model.architecture(), model.weights(), sample.drawing())
                    .join()
                    .prediction()
                    .digit();
            int photographed = read(camera.of(sample.drawing(), random));
            if (drawn == photographed) {
                same++;
            } else {
                others.add(sample.id() + ": " + drawn + " → " + photographed);
            }
        }

        assertThat(same).as(others.toString()).isGreaterThanOrEqualTo(samples.size() - 1);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.5, 0", "0, 3", "0.5, 6"})
    void saysThatNothingIsWritten(double shade, double noise) throws Exception {
        var camera = new PaintedPhoto(300, 0.5, 0.1, 220, 220, shade, 1, noise);
        var file = write(camera.of(SEVEN, new Random(2)));

        assertThatExceptionOfType(DataException.class).isThrownBy(() -> read(file))
                .withMessageContaining("photo.png")
                .withMessageContaining("nothing that is written");
    }

    @Test
    void centresInkAtIndexFourteenAndFitsItToTwentyPixels() throws Exception {
        for (double pen : new double[]{0.03, 0.1, 0.2}) {
            var camera = new PaintedPhoto(500, 0.5, pen, 225, 60, 0.4, 1, 3);
            var pixels = workbench.photos().read(write(camera.of(SEVEN, new Random(2)))).pixels();

            double mass = 0;
            double massX = 0;
            double massY = 0;
            int top = 28;
            int bottom = 0;
            for (int i = 0; i < pixels.length; i++) {
                int value = Byte.toUnsignedInt(pixels[i]);
                mass += value;
                massX += value * (i % 28);
                massY += value * (i / 28);
                if (value > 30) {
                    top = Math.min(top, i / 28);
                    bottom = Math.max(bottom, i / 28);
                }
            }
            assertThat(massX / mass).isCloseTo(14, within(0.1));
            assertThat(massY / mass).isCloseTo(14, within(0.1));
            assertThat(bottom - top + 1).isBetween(20, 21);
            // Whatever the pen was, it covers as much as that of the canvas.
            assertThat(mass).isCloseTo(mass(Rasterizer.rasterize(SEVEN)), withinPercentage(15));
        }
    }

    @Test
    void leavesPicturesOfTheNetworksSizeAsTheyAre() throws Exception {
        var pixels = Rasterizer.rasterize(SEVEN);
        var light = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
        light.getRaster().setDataElements(0, 0, 28, 28, pixels);
        var dark = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
        var inverted = pixels.clone();
        Polarity.invert(inverted);
        dark.getRaster().setDataElements(0, 0, 28, 28, inverted);

        assertThat(workbench.photos().read(write(light)).pixels()).isEqualTo(pixels);
        assertThat(workbench.photos().read(write(dark)).pixels()).isEqualTo(pixels);
    }

    @Test
    void leavesOutSpecksAndTheEdgeOfTheTable() throws Exception {
        var photo = PaintedPhoto.PAPER.of(SEVEN, new Random(2));
        var clean = workbench.photos().read(write(photo)).pixels();
        var graphics = photo.createGraphics();
        graphics.setColor(Color.BLACK);
        graphics.fillOval(330, 60, 5, 5);
        graphics.fillOval(40, 350, 4, 4);
        graphics.fillRect(0, 0, 400, 12);
        graphics.dispose();

        var pixels = workbench.photos().read(write(photo)).pixels();

        double difference = 0;
        for (int i = 0; i < pixels.length; i++) {
            difference += Math.abs(Byte.toUnsignedInt(pixels[i]) - Byte.toUnsignedInt(clean[i]));
        }
        assertThat(difference / mass(clean)).isLessThan(0.05);
    }

    @Test
    void readsWhatIsNoFile() throws Exception {
        var photo = PaintedPhoto.PAPER.of(SEVEN, new Random(2));
        var colours = photo.getRGB(0, 0, 400, 400, null, 0, 400);
        var file = write(photo);

        var expected = workbench.photos().read(file).pixels();

        assertThat(workbench.photos().open(colours, 400, 400, "clipboard").result().join().pixels())
                .isEqualTo(expected);
        assertThat(workbench.photos().open(Files.readAllBytes(file), "dropped").result().join().pixels())
                .isEqualTo(expected);
    }

    private static double mass(byte[] pixels) {
        double mass = 0;
        for (byte pixel : pixels) {
            mass += Byte.toUnsignedInt(pixel);
        }
        return mass;
    }

    private Path write(BufferedImage photo) throws IOException {
        var file = folder.resolve("photo.png");
        ImageIO.write(photo, "png", file.toFile());
        return file;
    }

    private int read(BufferedImage photo) throws Exception {
        return read(write(photo));
    }

    private static int read(Path file) throws IOException {
        var digit = workbench.photos().read(file);
        return workbench.reading()
                .read(model.architecture(), model.weights(), digit.pixels())
                .join()
                .prediction()
                .digit();
    }

    private static List<StrokeSample> samples() throws IOException {
        var all = StrokeFile.read(TestData.folder().resolve("strokes").resolve("pendigits_strokes.jsonl"));
        var some = new ArrayList<StrokeSample>();
        for (int i = 0; i < all.size(); i += EVERY) {
            some.add(all.get(i));
        }
        return some;
    }
}
