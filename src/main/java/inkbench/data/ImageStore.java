package inkbench.data;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What all views of the same images share.
 *
 * @param pixels
 *            {@code count × height × width} unsigned bytes
 * @param source
 *            where they came from, for the {@link Provenance}
 * @param file
 *            the file or folder that was opened, where it was one
 * @param filePart
 *            which part of that it is, where that is known
 */
record ImageStore(
        String name,
        int width,
        int height,
        List<String> classNames,
        MemorySegment pixels,
        String source,
        Optional<Path> file,
        Optional<Part> filePart) {
    ImageStore readFrom(Optional<Path> opened, Part part) {
        return new ImageStore(name, width, height, classNames, pixels, source, opened, Optional.of(part));
    }

    ImageStore withPixels(int changedWidth, int changedHeight, MemorySegment changed) {
        return new ImageStore(name, changedWidth, changedHeight, classNames, changed, source, file, filePart);
    }
}
