package inkbench.data.format.csv;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import inkbench.data.Dataset;
import inkbench.task.Progress;

/** Writes square images in the form of Kaggle's digit recognizer, with the label column where there are labels. */
public final class KaggleCsvWriter {
    private static final int BUFFER = 1 << 16;
    /** The digits of every grey value. */
    private static final byte[][] VALUES = new byte[256][];

    static {
        for (int i = 0; i < VALUES.length; i++) {
            VALUES[i] = Integer.toString(i).getBytes(StandardCharsets.US_ASCII);
        }
    }

    private KaggleCsvWriter() {}

    /**
     * Writes a header and a row for each image.
     *
     * @throws IllegalArgumentException
     *             if the images are not square
     */
    public static void write(Dataset images, OutputStream target, Progress progress) throws IOException {
        if (images.width() != images.height()) {
            throw new IllegalArgumentException(images + " are no squares");
        }
        var out = new BufferedOutputStream(target, BUFFER);
        out.write(header(images).getBytes(StandardCharsets.US_ASCII));
        var image = new byte[images.imageSize()];
        for (int i = 0; i < images.size(); i++) {
            if (images.labelled()) {
                out.write(VALUES[images.label(i)]);
                out.write(',');
            }
            images.copyPixels(i, image, 0);
            for (int p = 0; p < image.length; p++) {
                if (p > 0) {
                    out.write(',');
                }
                out.write(VALUES[Byte.toUnsignedInt(image[p])]);
            }
            out.write('\n');
            progress.throwIfCancelled();
            progress.report(i + 1L, images.size());
        }
        out.flush();
    }

    private static String header(Dataset images) {
        var header = new StringBuilder(images.labelled() ? "label," : "");
        for (int i = 0; i < images.imageSize(); i++) {
            header.append(i == 0 ? "pixel" : ",pixel").append(i);
        }
        return header.append('\n').toString();
    }
}
