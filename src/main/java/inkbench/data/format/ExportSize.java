package inkbench.data.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.stream.IntStream;

import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.data.format.csv.KaggleCsvWriter;
import inkbench.data.format.idx.IdxWriter;
import inkbench.data.format.image.ImageFolderWriter;
import inkbench.data.format.npz.NpzWriter;
import inkbench.task.Progress;

/** How much room an export will take, from images that are evenly spread over the set. */
final class ExportSize {
    /** Of each part. They are packed in some hundredths of a second. */
    private static final int SAMPLE = 512;
    /** What the smallest file takes on the usual file systems. */
    private static final int BLOCK = 4096;

    private ExportSize() {}

    /** Bytes on the disk; exact for {@link DatasetFormat#IDX}, within some per cent for the others. */
    static long of(PartedDataset set, DatasetFormat format) throws IOException {
        long bytes = 0;
        for (var part : set.parts().entrySet()) {
            var images = part.getValue();
            if (format == DatasetFormat.IDX) {
                bytes += images.size() * (images.imageSize() + (images.labelled() ? 1L : 0));
            } else if (images.size() > 0) {
                var sample = sample(images);
                bytes += (long) ((double) images.size() / sample.size() * written(part.getKey(), sample, format));
            }
        }
        return bytes;
    }

    private static Dataset sample(Dataset images) {
        int size = Math.min(SAMPLE, images.size());
        return images.subset(IntStream.range(0, size).map(i -> (int) ((long) i * images.size() / size)).toArray());
    }

    private static long written(Part part, Dataset sample, DatasetFormat format) throws IOException {
        var counter = new Counter();
        switch (format) {
            case IDX, IDX_GZ -> IdxWriter.writeImages(sample, counter, format == DatasetFormat.IDX_GZ, Progress.NONE);
            case CSV -> KaggleCsvWriter.write(sample, counter, Progress.NONE);
            case NPZ -> NpzWriter.write(new PartedDataset(sample.name(), Map.of(part, sample)), counter, Progress.NONE);
            case PNG -> {
                for (int i = 0; i < sample.size(); i++) {
                    counter.bytes += Math.ceilDiv(ImageFolderWriter.png(sample, i).length, BLOCK) * (long) BLOCK;
                }
            }
        }
        return counter.bytes;
    }

    /** Counts what is written to it and keeps nothing. */
    private static final class Counter extends OutputStream {
        private long bytes;

        @Override
        public void write(int value) {
            bytes++;
        }

        @Override
        public void write(byte[] values, int offset, int length) {
            bytes += length;
        }
    }
}
