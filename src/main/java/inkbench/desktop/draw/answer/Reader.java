package inkbench.desktop.draw.answer;

import java.util.concurrent.CompletableFuture;

import inkbench.app.Reading.DrawingReading;
import inkbench.ink.Drawing;
import inkbench.ink.Preparation;

/** Reads a drawing without making the caller wait. */
@FunctionalInterface
public interface Reader {
    /** Reads with a network. */
    CompletableFuture<DrawingReading> read(ReadingNetwork network, Drawing drawing, Preparation preparation);
}
