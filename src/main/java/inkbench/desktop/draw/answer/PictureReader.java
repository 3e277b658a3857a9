package inkbench.desktop.draw.answer;

import java.util.concurrent.CompletableFuture;

import inkbench.app.Reading.DrawingReading;

/** Reads a picture that is ready for a network, without making the caller wait. */
@FunctionalInterface
public interface PictureReader {
    /**
     * Reads with a network.
     *
     * @param pixels
     *            28×28, row by row, unsigned bytes
     */
    CompletableFuture<DrawingReading> read(ReadingNetwork network, byte[] pixels);
}
