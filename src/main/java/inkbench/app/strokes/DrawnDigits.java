package inkbench.app.strokes;

import java.util.List;

import inkbench.data.DataException;
import inkbench.data.Dataset;
import inkbench.ink.Rasterizer;
import inkbench.text.Messages;

/** Drawings as a data set of 28×28 images. */
public final class DrawnDigits {
    private static final Messages MESSAGES = Messages.of(DrawnDigits.class);

    private DrawnDigits() {}

    /**
     * The pictures that a network would see.
     *
     * @param samples
     *            each with a label
     * @param source
     *            what they are called
     * @throws DataException
     *             if one has no label; the message is for the user
     */
    public static Dataset of(List<StrokeSample> samples, String source) throws DataException {
        int size = Rasterizer.SIZE * Rasterizer.SIZE;
        var pixels = new byte[samples.size() * size];
        var labels = new byte[samples.size()];
        for (int i = 0; i < labels.length; i++) {
            var sample = samples.get(i);
            int label = sample.label()
                    .orElseThrow(() -> new DataException(MESSAGES.get("digits.unlabelled", source, sample.id())));
            labels[i] = (byte) label;
            System.arraycopy(Rasterizer.rasterize(sample.drawing()), 0, pixels, i * size, size);
        }
        return Dataset.of(source, Rasterizer.SIZE, Rasterizer.SIZE, Dataset.DIGITS, pixels, labels, source);
    }
}
