package inkbench.data.format.npz;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import inkbench.data.format.source.Limits;
import inkbench.text.Messages;

/**
 * How an array holds images: {@code [count, height, width]}, with a channel of size 1 before or behind the two, or
 * {@code [count, pixels]} with a square number of pixels.
 */
record NpyImages(NpyArray array, int count, int height, int width) {
    private static final Messages MESSAGES = Messages.of(NpyImages.class);
    private static final int WHITE = 255;

    /** Whether a shape is one of images. */
    static boolean fits(NpyHeader header) {
        return sides(header.shape()).isPresent();
    }

    /**
     * The images of an array.
     *
     * @throws inkbench.data.DataException
     *             if its shape is none of images, or there are too many
     */
    static NpyImages of(NpyArray array) throws IOException {
        var header = array.header();
        var found = sides(header.shape());
        if (found.isEmpty()) {
            throw array.file().fault(MESSAGES, "npy.images.shape", header.shapeText(), Limits.LARGEST_SIDE);
        }
        long count = header.shape().getFirst();
        if (count == 0) {
            throw array.file().fault(MESSAGES, "npy.images.none", header.shapeText());
        }
        var sides = found.get();
        if (count > (Integer.MAX_VALUE - Long.BYTES) / ((long) sides.height() * sides.width())) {
            throw array.file().fault(MESSAGES, "npy.images.large", header.shapeText());
        }
        return new NpyImages(array, (int) count, sides.height(), sides.width());
    }

    /**
     * The grey values, 0…255, image after image.
     *
     * @param notes
     *            is told where values were taken otherwise than as they are
     */
    byte[] pixels(Consumer<String> notes) throws IOException {
        var header = array.header();
        if (array.isBytes()) {
            return array.bytes();
        }
        double scale = scale(notes);
        var order = new COrder(header);
        // All values were seen to be there, so that this is no promise of a header any more.
        var pixels = new byte[count * height * width];
        array.visit((number, value) -> pixels[order.next()] = (byte) Math.round(value * scale));
        return pixels;
    }

    /** How much {@link #pixels} reads, in bytes. */
    long toRead() {
        return (array.isBytes() ? 1 : 2) * array.header().fileLength();
    }

    /** What a value has to be multiplied with to be a grey value. */
    private double scale(Consumer<String> notes) throws IOException {
        var range = new Range();
        array.visit(range::see);
        var type = array.header().type();
        if (type == NpyType.BOOL || type.floating() && range.largest <= 1) {
            return WHITE;
        }
        if (type.floating()) {
            notes.accept(MESSAGES.get("npy.note.range", array.file(), range.smallest, range.largest));
        }
        return 1;
    }

    private static Optional<Sides> sides(List<Long> shape) {
        return switch (shape.size()) {
            case 2 -> square(shape.get(1));
            case 3 -> sides(shape.get(1), shape.get(2));
            case 4 -> shape.get(3) == 1
                    ? sides(shape.get(1), shape.get(2))
                    : shape.get(1) == 1 ? sides(shape.get(2), shape.get(3)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Sides> square(long pixels) {
        long side = Math.round(Math.sqrt(pixels));
        // A single column is a list of labels.
        return side > 1 && side * side == pixels ? sides(side, side) : Optional.empty();
    }

    private static Optional<Sides> sides(long height, long width) {
        return Math.min(height, width) >= 1 && Math.max(height, width) <= Limits.LARGEST_SIDE
                ? Optional.of(new Sides((int) height, (int) width))
                : Optional.empty();
    }

    private record Sides(int height, int width) {}

    /** The range of the values, which have to be grey values. */
    private final class Range {
        private double smallest = Double.POSITIVE_INFINITY;
        private double largest = Double.NEGATIVE_INFINITY;

        void see(long number, double value) throws IOException {
            if (!(value >= 0 && value <= WHITE)) {
                var header = array.header();
                var key = header.type().floating() ? "npy.value.float" : "npy.value.whole";
                throw array.file().fault(MESSAGES, key, header.place(number), Double.isNaN(value) ? "NaN" : value);
            }
            smallest = Math.min(smallest, value);
            largest = Math.max(largest, value);
        }
    }

    /** The place of each value in C order, where the last index runs fastest. */
    private static final class COrder {
        private final boolean fortran;
        private final int[] sizes;
        private final int[] strides;
        private final int[] indices;
        private int place = -1;

        COrder(NpyHeader header) {
            fortran = header.fortran();
            sizes = header.shape().stream().mapToInt(Math::toIntExact).toArray();
            indices = new int[sizes.length];
            strides = new int[sizes.length];
            int stride = 1;
            for (int i = sizes.length - 1; i >= 0; i--) {
                strides[i] = stride;
                stride *= sizes[i];
            }
        }

        int next() {
            if (!fortran || place < 0) {
                return ++place;
            }
            for (int i = 0; i < sizes.length; i++) {
                place += strides[i];
                if (++indices[i] < sizes[i]) {
                    return place;
                }
                place -= sizes[i] * strides[i];
                indices[i] = 0;
            }
            throw new IllegalStateException("More values than the shape has");
        }
    }
}
