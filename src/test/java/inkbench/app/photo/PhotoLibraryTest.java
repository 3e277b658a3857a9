package inkbench.app.photo;

import static org.assertj.core.api.Assertions.assertThat;

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
import inkbench.model.Model;
import inkbench.testing.TestData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhotoLibraryTest {
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

    private int read(BufferedImage photo) throws Exception {
        var file = folder.resolve("photo.png");
        ImageIO.write(photo, "png", file.toFile());
        return read(file);
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
