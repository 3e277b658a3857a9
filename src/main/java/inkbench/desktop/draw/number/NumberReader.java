package inkbench.desktop.draw.number;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import inkbench.desktop.draw.answer.ReadingNetwork;
import inkbench.ink.Drawing;
import inkbench.model.Prediction;

/** Divides a drawing into digits and reads them without making the caller wait. */
@FunctionalInterface
public interface NumberReader {
    /** The digits from left to right. */
    CompletableFuture<List<Part>> read(ReadingNetwork network, Drawing drawing);

    /**
     * One digit.
     *
     * @param drawing
     *            its strokes, in the place that they have in the whole
     * @param pixels
     *            what the network saw, 28×28 unsigned bytes, row by row
     */
    record Part(Drawing drawing, byte[] pixels, Prediction prediction) {}
}
