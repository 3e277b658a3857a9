package inkbench.data;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Writes data sets as gzipped IDX, the format of MNIST. */
public final class IdxWriter {
    private static final int BUFFER = 1 << 16;

    private IdxWriter() {}

    /**
     * Writes a labelled data set as two files. The same images give the same bytes: the gzip header has no time in it.
     *
     * @param imagesFile
     *            such as {@code train-images-idx3-ubyte.gz}
     * @param labelsFile
     *            such as {@code train-labels-idx1-ubyte.gz}
     * @throws IllegalStateException
     *             if the images have no labels
     */
    public static void write(Dataset dataset, Path imagesFile, Path labelsFile) throws IOException {
        var labels = new byte[dataset.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) dataset.label(i);
        }
        AtomicFile.write(imagesFile, out -> writeImages(dataset, out));
        AtomicFile.write(labelsFile, out -> writeLabels(labels, out));
    }

    private static void writeImages(Dataset dataset, OutputStream target) throws IOException {
        try (var out = compressed(target)) {
            out.write(IdxReader.IMAGES_START);
            out.writeInt(dataset.size());
            out.writeInt(dataset.height());
            out.writeInt(dataset.width());
            var image = new byte[dataset.imageSize()];
            for (int i = 0; i < dataset.size(); i++) {
                dataset.copyPixels(i, image, 0);
                out.write(image);
            }
        }
    }

    private static void writeLabels(byte[] labels, OutputStream target) throws IOException {
        try (var out = compressed(target)) {
            out.write(IdxReader.LABELS_START);
            out.writeInt(labels.length);
            out.write(labels);
        }
    }

    private static DataOutputStream compressed(OutputStream target) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(new SmallestGzip(target), BUFFER));
    }

    /** Spends time on size, because a set is written once and fetched often. Leaves the file beneath open. */
    private static final class SmallestGzip extends GZIPOutputStream {
        SmallestGzip(OutputStream target) throws IOException {
            super(target, BUFFER);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }

        @Override
        public void close() throws IOException {
            finish();
            def.end();
        }
    }
}
