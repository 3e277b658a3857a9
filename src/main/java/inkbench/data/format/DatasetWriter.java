package inkbench.data.format;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import inkbench.data.DataException;
import inkbench.data.Dataset;
import inkbench.data.FreeSpace;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.data.format.csv.KaggleCsvWriter;
import inkbench.data.format.idx.IdxWriter;
import inkbench.data.format.image.ImageFolderWriter;
import inkbench.data.format.npz.NpzWriter;
import inkbench.task.PartProgress;
import inkbench.task.Progress;
import inkbench.text.Messages;

/**
 * Writes data sets. Everything is written into a folder beside the target and then renamed, so that a set is there as a
 * whole or not at all.
 */
public final class DatasetWriter {
    private static final Messages MESSAGES = Messages.of(DatasetWriter.class);
    private static final AtomicLong WRITTEN = new AtomicLong();
    private static final int BUFFER = 1 << 16;
    /** Of an estimated size. */
    private static final double CERTAIN = 0.95;

    private final Disk disk;

    /** Writes to the real disk. */
    public DatasetWriter() {
        this(new LocalDisk());
    }

    DatasetWriter(Disk disk) {
        this.disk = disk;
    }

    /**
     * What was written.
     *
     * @param path
     *            a file, or a folder of pictures
     * @param files
     *            how many files it is
     * @param bytes
     *            how long they are together
     */
    public record Written(Path path, long files, long bytes) {}

    /**
     * Writes all parts of a set.
     *
     * @param target
     *            a file for {@link DatasetFormat#NPZ}, and for {@link DatasetFormat#CSV} with a single part; otherwise a folder
     * @return the files in the order of their names; of pictures, the folders that they lie in
     * @throws DataException
     *             if the target is there and not empty, the set can't be written in this format, or the disk fails or is
     *             full; then nothing is left behind, and the message is for the user
     */
    public List<Written> write(PartedDataset set, DatasetFormat format, Path target, Progress progress)
            throws IOException {
        var place = target.toAbsolutePath().normalize();
        requireSuitable(set, format);
        requireFree(place);
        boolean file = format.isFile(set.parts().size());
        Path staging = null;
        try {
            requireSpace(set, format, place);
            Files.createDirectories(place.getParent());
            staging = Files.createDirectory(place.resolveSibling(
                    "." + place.getFileName() + "." + ProcessHandle.current().pid() + "-" + WRITTEN.incrementAndGet()
                            + ".part"));
            writeParts(set, format, file ? staging.resolve(place.getFileName()) : staging, progress);
            var written = list(staging, place, format, file);
            publish(file ? staging.resolve(place.getFileName()) : staging, place);
            return written;
        } catch (DataException e) {
            throw e;
        } catch (IOException e) {
            throw new DataException(MESSAGES.get("export.failed", target, reason(e)), e);
        } finally {
            if (staging != null) {
                deleteAll(staging);
            }
        }
    }

    private static void requireSuitable(PartedDataset set, DatasetFormat format) throws DataException {
        if (format == DatasetFormat.CSV && set.width() != set.height()) {
            throw new DataException(MESSAGES.get("export.csv.square", set.name(), set.width(), set.height()));
        }
    }

    private static void requireFree(Path target) throws IOException {
        if (target.getFileName() == null || Files.exists(target) && !isEmptyFolder(target)) {
            throw new DataException(MESSAGES.get("export.exists", target));
        }
    }

    private static boolean isEmptyFolder(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (var children = Files.newDirectoryStream(path)) {
            return !children.iterator().hasNext();
        }
    }

    /** Refuses at once what can't fit, but not for the little that an estimate may be wrong by. */
    private void requireSpace(PartedDataset set, DatasetFormat format, Path target) throws IOException {
        FreeSpace space = disk::free;
        space.require(target.toString(), (long) (CERTAIN * ExportSize.of(set, format)), target.getParent());
    }

    private void writeParts(PartedDataset set, DatasetFormat format, Path place, Progress progress)
            throws IOException {
        if (format == DatasetFormat.NPZ) {
            write(place, out -> NpzWriter.write(set, out, progress));
            return;
        }
        long done = 0;
        for (var entry : set.parts().entrySet()) {
            var part = new PartProgress(progress, done, set.size());
            writePart(entry.getKey(), entry.getValue(), format, place, set.parts().size(), part);
            done += entry.getValue().size();
        }
    }

    private void writePart(
            Part part,
            Dataset images,
            DatasetFormat format,
            Path place,
            int parts,
            Progress progress) throws IOException {
        switch (format) {
            case IDX, IDX_GZ -> {
                boolean packed = format == DatasetFormat.IDX_GZ;
                var ending = packed ? ".gz" : "";
                write(
                        place.resolve(part.key() + "-images-idx3-ubyte" + ending),
                        out -> IdxWriter.writeImages(images, out, packed, progress));
                if (images.labelled()) {
                    write(
                            place.resolve(part.key() + "-labels-idx1-ubyte" + ending),
                            out -> IdxWriter.writeLabels(images, out, packed));
                }
            }
            case CSV -> write(
                    format.isFile(parts) ? place : place.resolve(part.key() + ".csv"),
                    out -> KaggleCsvWriter.write(images, out, progress));
            case PNG -> ImageFolderWriter.write(
                    images,
                    place.resolve(part.key()),
                    (file, content) -> write(file, out -> out.write(content)),
                    progress);
            case NPZ -> throw new IllegalStateException("All parts are one file");
        }
    }

    /** Something that writes the bytes of one file. */
    @FunctionalInterface
    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private void write(Path file, Content content) throws IOException {
        try (var out = new BufferedOutputStream(disk.create(file), BUFFER)) {
            content.writeTo(out);
        }
    }

    /** What lies in the staging folder, as it will be called. */
    private List<Written> list(Path staging, Path place, DatasetFormat format, boolean file) throws IOException {
        var written = new ArrayList<Written>();
        try (var walk = Files.walk(staging)) {
            for (var found : walk.sorted().toList()) {
                if (format == DatasetFormat.PNG && Files.isDirectory(found)) {
                    pictures(found).map(folder -> new Written(
                            place.resolve(staging.relativize(folder.path())), folder.files(), folder.bytes()))
                            .ifPresent(written::add);
                } else if (format != DatasetFormat.PNG && Files.isRegularFile(found)) {
                    disk.sync(found);
                    written.add(new Written(
                            file ? place : place.resolve(staging.relativize(found)), 1, Files.size(found)));
                }
            }
        }
        return List.copyOf(written);
    }

    private static Optional<Written> pictures(Path folder) throws IOException {
        long count = 0;
        long bytes = 0;
        try (var children = Files.newDirectoryStream(folder)) {
            for (var child : children) {
                if (Files.isRegularFile(child)) {
                    count++;
                    bytes += Files.size(child);
                }
            }
        }
        return count == 0 ? Optional.empty() : Optional.of(new Written(folder, count, bytes));
    }

    private static void publish(Path made, Path place) throws IOException {
        // Not every system replaces an empty folder.
        if (Files.isDirectory(place)) {
            Files.delete(place);
        }
        Files.move(made, place, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var walk = Files.walk(folder)) {
            for (var path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
