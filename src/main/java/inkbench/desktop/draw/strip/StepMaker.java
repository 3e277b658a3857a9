package inkbench.desktop.draw.strip;

import java.util.concurrent.CompletableFuture;

import inkbench.ink.Drawing;
import inkbench.ink.Preparation;
import inkbench.ink.Rasterizer.Steps;

/** Makes the pictures between strokes and network without making the caller wait. */
@FunctionalInterface
public interface StepMaker {
    /** The steps of a drawing. */
    CompletableFuture<Steps> steps(Drawing drawing, Preparation preparation);
}
