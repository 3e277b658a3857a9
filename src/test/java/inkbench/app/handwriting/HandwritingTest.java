package inkbench.app.handwriting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

import inkbench.app.runs.RunJournal;
import inkbench.data.Part;
import inkbench.ink.Drawing;
import inkbench.ink.InkPoint;
import inkbench.ink.Rasterizer;
import inkbench.ink.Stroke;
import inkbench.store.drawing.DrawnDigit;
import inkbench.task.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandwritingTest {
    private static final Drawing SEVEN = new Drawing(
            List.of(new Stroke(List.of(new InkPoint(0, 0, 0), new InkPoint(60, 0, 0), new InkPoint(25, 100, 0)))));

    @TempDir
    private Path folder;

    @Test
    void makesADataSetOfWhatIsKept() throws Exception {
        try (var workers = new Workers("test", 1);
                var journal = new RunJournal(folder.resolve("workspace.db"), 1)) {
            var handwriting = new Handwriting(workers, journal);
            handwriting.keep(new DrawnDigit(7, SEVEN, OptionalInt.of(1), "cnn", Instant.EPOCH)).result().join();

            var set = handwriting.dataset(handwriting.all().result().join()).result().join();

            var images = set.part(Part.TEST).orElseThrow();
            assertThat(set.name()).isEqualTo("My digits");
            assertThat(images.size()).isEqualTo(1);
            assertThat(images.label(0)).isEqualTo(7);
            var pixels = new byte[Rasterizer.SIZE * Rasterizer.SIZE];
            images.copyPixels(0, pixels, 0);
            assertThat(pixels).isEqualTo(Rasterizer.rasterize(SEVEN));
        }
    }
}
