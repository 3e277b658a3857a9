package inkbench.explain;

import java.util.stream.IntStream;

import inkbench.data.Dataset;
import inkbench.model.Architecture;
import inkbench.model.Shape;
import inkbench.model.Weights;
import inkbench.model.network.Predictor;
import inkbench.task.PartProgress;
import inkbench.task.Progress;

/**
 * How much the probability of a class falls as a square of the picture is covered with background: Zeiler and Fergus, "Visualizing
 * and understanding convolutional networks" (ECCV 2014), figure 7.
 *
 * @param classIndex
 *            the class that was asked about
 * @param width
 *            of the picture in pixels
 * @param height
 *            of the picture in pixels
 * @param falls
 *            for the square around each pixel, row by row: the probability of the whole picture minus that of the covered one,
 *            −1…1. Positive where ink speaks for the class, negative where it speaks against it; 0 where the square has no ink.
 *            Not to be written to
 */
public record OcclusionMap(int classIndex, int width, int height, float[] falls) {
    /** Side of the square in pixels: about twice as wide as a stroke of MNIST, so that it takes a piece out of one. */
    public static final int SIDE = 5;

    /** So many covered pictures are in memory at a time. */
    private static final int AT_ONCE = 1024;

    /**
     * Covers the picture once for every pixel whose square has ink, and reads all of these.
     *
     * @param pixels
     *            {@code height × width} unsigned bytes
     * @throws java.util.concurrent.CancellationException
     *             soon after {@code progress} is cancelled
     */
    public static OcclusionMap of(
            Predictor predictor,
            Architecture architecture,
            Weights weights,
            byte[] pixels,
            int classIndex,
            Progress progress) {
        var input = architecture.input();
        var falls = new float[input.size()];
        float whole = predictor.predictNow(weights, pixels).probabilities()[classIndex];
        var inked = IntStream.range(0, falls.length)
                .filter(pixel -> cover(pixels.clone(), 0, pixel, input))
                .toArray();
        for (int start = 0; start < inked.length; start += AT_ONCE) {
            int count = Math.min(AT_ONCE, inked.length - start);
            var covered = new byte[count * falls.length];
            for (int i = 0; i < count; i++) {
                System.arraycopy(pixels, 0, covered, i * falls.length, falls.length);
                cover(covered, i * falls.length, inked[start + i], input);
            }
            var pictures = Dataset.of(
                    "covered",
                    input.width(),
                    input.height(),
                    Dataset.DIGITS,
                    covered,
                    new byte[0],
                    "covered");
            var read = predictor.predictAll(weights, pictures, new PartProgress(progress, start, inked.length));
            for (int i = 0; i < count; i++) {
                falls[inked[start + i]] = whole - read[i][classIndex];
            }
        }
        return new OcclusionMap(classIndex, input.width(), input.height(), falls);
    }

    /** Whether there was ink to cover. */
    private static boolean cover(byte[] pixels, int start, int pixel, Shape input) {
        int x = pixel % input.width();
        int y = pixel / input.width();
        boolean ink = false;
        for (int row = Math.max(0, y - SIDE / 2); row <= Math.min(input.height() - 1, y + SIDE / 2); row++) {
            for (int column = Math.max(0, x - SIDE / 2); column <= Math.min(input.width() - 1,
                    x + SIDE / 2); column++) {
                int place = start + row * input.width() + column;
                ink |= pixels[place] != 0;
                pixels[place] = 0;
            }
        }
        return ink;
    }
}
