package inkbench.data.catalog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;

import inkbench.data.DataException;
import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.data.format.DatasetFiles;
import inkbench.task.Progress;
import inkbench.text.Messages;

/** Opens the files of an installed set as its entry says: names of the classes, exchanged rows and columns, other formats. */
final class SetReader {
    private static final Messages MESSAGES = Messages.of(SetReader.class);

    private SetReader() {}

    /**
     * Reads an installed folder.
     *
     * @throws DataException
     *             if its files are no data, or other data than the entry says
     */
    static PartedDataset read(CatalogEntry entry, Path folder, Progress progress) throws IOException {
        var parts = new EnumMap<Part, Dataset>(Part.class);
        if (entry.format() == SetFormat.ZIPCODE) {
            for (var part : entry.images().keySet()) {
                parts.put(part, ZipcodeText.read(folder.resolve("zip." + part.key() + ".gz"), entry, progress));
            }
        } else {
            for (var read : DatasetFiles.open(folder, progress).parts().entrySet()) {
                parts.put(read.getKey(), asEntrySays(entry, folder, read.getKey(), read.getValue()));
            }
        }
        for (var part : entry.images().entrySet()) {
            int found = parts.containsKey(part.getKey()) ? parts.get(part.getKey()).size() : 0;
            if (found != part.getValue()) {
                throw new DataException(
                        MESSAGES.get("set.count", folder, found, part.getKey().key(), part.getValue()));
            }
        }
        return new PartedDataset(entry.title(), parts);
    }

    private static Dataset asEntrySays(CatalogEntry entry, Path folder, Part part, Dataset images)
            throws IOException {
        if (entry.format() == SetFormat.QMNIST) {
            var read = QmnistLabels.read(folder.resolve("qmnist-" + part.key() + "-labels-idx2-int.gz"));
            return asEntrySays(entry, folder, part, images, read.digits()).withWriters(read.writers());
        }
        return asEntrySays(entry, folder, part, images, labels(images));
    }

    private static Dataset asEntrySays(CatalogEntry entry, Path folder, Part part, Dataset images, byte[] labels)
            throws IOException {
        for (byte label : labels) {
            if (label >= entry.classNames().size()) {
                throw new DataException(MESSAGES.get("set.label", folder, label, entry.classNames().size() - 1));
            }
        }
        if (labels.length != images.size()) {
            throw new DataException(MESSAGES.get("set.labels", folder, part.key(), images.size(), labels.length));
        }
        var pixels = entry.transposed() ? transposed(images) : pixels(images);
        int width = entry.transposed() ? images.height() : images.width();
        int height = entry.transposed() ? images.width() : images.height();
        return Dataset.of(entry.title(), width, height, entry.classNames(), pixels, labels, entry.title());
    }

    private static byte[] labels(Dataset images) {
        if (!images.labelled()) {
            return new byte[0];
        }
        var labels = new byte[images.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) images.label(i);
        }
        return labels;
    }

    private static byte[] pixels(Dataset images) {
        var pixels = new byte[Math.multiplyExact(images.size(), images.imageSize())];
        for (int i = 0; i < images.size(); i++) {
            images.copyPixels(i, pixels, i * images.imageSize());
        }
        return pixels;
    }

    private static byte[] transposed(Dataset images) {
        int width = images.width();
        int height = images.height();
        var pixels = new byte[Math.multiplyExact(images.size(), images.imageSize())];
        var image = new byte[images.imageSize()];
        for (int i = 0; i < images.size(); i++) {
            images.copyPixels(i, image, 0);
            int target = i * image.length;
            for (int x = 0; x < width; x++) {
                for (int y = 0; y < height; y++) {
                    pixels[target++] = image[y * width + x];
                }
            }
        }
        return pixels;
    }
}
