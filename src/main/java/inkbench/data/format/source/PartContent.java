package inkbench.data.format.source;

import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * What one part of a data set holds, as the reader of a format found it.
 *
 * @param file
 *            where it was found
 * @param width
 *            of every image in pixels
 * @param height
 *            of every image in pixels
 * @param pixels
 *            {@code count × height × width} unsigned bytes
 * @param labels
 *            a class number from 0 for each image, or none at all
 * @param classNames
 *            what the classes are called; empty where they only have numbers
 */
public record PartContent(
        SourceFile file,
        int width,
        int height,
        MemorySegment pixels,
        byte[] labels,
        List<String> classNames) {
    /** Classes that only have numbers. */
    public static final List<String> NUMBERED = List.of();

    /** Pixels in an array and numbered classes. */
    public PartContent(SourceFile file, int width, int height, byte[] pixels, byte[] labels) {
        this(file, width, height, MemorySegment.ofArray(pixels), labels, NUMBERED);
    }

    /** How many images there are. */
    public long count() {
        return pixels.byteSize() / ((long) width * height);
    }
}
