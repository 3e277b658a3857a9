package inkbench.desktop.draw;

import java.util.concurrent.CompletableFuture;

import inkbench.app.Reading.DrawingReading;
import inkbench.ink.Drawing;
import inkbench.model.Architecture;
import inkbench.model.Weights;

/** Reads a drawing without making the caller wait. */
@FunctionalInterface
interface Reader {
    CompletableFuture<DrawingReading> read(Architecture architecture, Weights weights, Drawing drawing);
}
