package inkbench.app.strokes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.format.DatasetFiles;
import inkbench.ink.Rasterizer;
import inkbench.task.Progress;
import inkbench.testing.NearestNeighbour;
import inkbench.testing.TestData;

class StrokesOfRealWritersTest {
    /** A pen of half the width or another centre costs tens of per cent: such a picture is unlike MNIST's. */
    @Test
    void lookLikeMnistOnceTheyAreDrawn() throws Exception {
        var mnist = DatasetFiles.open(TestData.folder().resolve("mnist"), Progress.NONE).part(Part.TRAIN).orElseThrow();
        var known = mnist.subset(IntStream.range(0, 10_000).toArray());
        var samples = StrokeFile.read(TestData.folder().resolve("strokes/pendigits_strokes.jsonl"));
        var pixels = new ByteArrayOutputStream();
        var labels = new ByteArrayOutputStream();
        for (int i = 0; i < samples.size(); i += 4) {
            pixels.writeBytes(Rasterizer.rasterize(samples.get(i).drawing()));
            labels.write(samples.get(i).label().orElseThrow());
        }
        var drawn = Dataset.of(
                "drawn",
                Rasterizer.SIZE,
                Rasterizer.SIZE,
                Dataset.DIGITS,
                pixels.toByteArray(),
                labels.toByteArray(),
                "strokes");
        assertThat(samples).hasSize(1500);
        assertThat(NearestNeighbour.accuracy(known, drawn)).isGreaterThan(0.85);
    }
}
