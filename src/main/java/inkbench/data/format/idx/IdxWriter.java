package inkbench.data.format.idx;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

import inkbench.data.AtomicFile;
import inkbench.data.Dataset;
import inkbench.task.Progress;

/** Writes data sets as IDX, the format of MNIST; gzipped where nothing else is said. */
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
        var labels = labels(dataset);
        AtomicFile.write(imagesFile, out -> writeImages(dataset, out, true, Progress.NONE));
        AtomicFile.write(labelsFile, out -> writeLabels(labels, out, true));
    }

    /**
     * Writes the images of a data set; leaves the stream open.
     *
     * @param packed
     *            whether to gzip them
     * @param progress
     *            in images
     */
    public static void writeImages(Dataset dataset, OutputStream target, boolean packed, Progress progress)
            throws IOException {
        try (var out = stream(target, packed)) {
            out.write(IdxReader.IMAGES_START);
            out.writeInt(dataset.size());
            out.writeInt(dataset.height());
            out.writeInt(dataset.width());
            var image = new byte[dataset.imageSize()];
            for (int i = 0; i < dataset.size(); i++) {
                dataset.copyPixels(i, image, 0);
                out.write(image);
                progress.throwIfCancelled();
                progress.report(i + 1L, dataset.size());
            }
        }
    }

    /**
     * Writes the labels of a data set; leaves the stream open.
     *
     * @throws IllegalStateException
     *             if the images have no labels
     */
    public static void writeLabels(Dataset dataset, OutputStream target, boolean packed) throws IOException {
        writeLabels(labels(dataset), target, packed);
    }

    private static byte[] labels(Dataset dataset) {
        var labels = new byte[dataset.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) dataset.label(i);
        }
        return labels;
    }

    /** Fills pixels and labels that were made for it. */
    @FunctionalInterface
    public interface Filling {
        /** Writes every pixel and label; on several threads if it likes. */
        void fill(MemorySegment pixels, byte[] labels) throws IOException;
    }

    /**
     * Writes two files that are not packed, without having the pixels in memory.
     *
     * @param count
     *            how many images
     * @param filling
     *            makes them
     */
    public static void writeUnpacked(
            int count,
            int height,
            int width,
            Path imagesFile,
            Path labelsFile,
            Filling filling) throws IOException {
        var labels = new byte[count];
        AtomicFile.writeChannel(imagesFile, channel -> {
            var header = ByteBuffer.allocate(IdxReader.IMAGES_HEADER);
            header.put(IdxReader.IMAGES_START).putInt(count).putInt(height).putInt(width).flip();
            channel.write(header);
            long length = (long) count * height * width;
            try (var arena = Arena.ofShared()) {
                filling.fill(
                        channel.map(FileChannel.MapMode.READ_WRITE, IdxReader.IMAGES_HEADER, length, arena),
                        labels);
            }
        });
        AtomicFile.write(labelsFile, target -> {
            var out = new DataOutputStream(target);
            out.write(IdxReader.LABELS_START);
            out.writeInt(count);
            out.write(labels);
        });
    }

    private static void writeLabels(byte[] labels, OutputStream target, boolean packed) throws IOException {
        try (var out = stream(target, packed)) {
            out.write(IdxReader.LABELS_START);
            out.writeInt(labels.length);
            out.write(labels);
        }
    }

    private static DataOutputStream stream(OutputStream target, boolean packed) throws IOException {
        var out = packed ? new SmallestGzip(target) : new LeftOpen(target);
        return new DataOutputStream(new BufferedOutputStream(out, BUFFER));
    }

    private static final class LeftOpen extends FilterOutputStream {
        LeftOpen(OutputStream target) {
            super(target);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
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
