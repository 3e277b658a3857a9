package inkbench.data.format.npz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

import inkbench.data.format.source.Limits;
import inkbench.text.Messages;

/** How an array holds labels: {@code [count]} or {@code [count, 1]} whole numbers from 0 to 61. */
final class NpyLabels {
    private static final Messages MESSAGES = Messages.of(NpyLabels.class);

    private NpyLabels() {}

    /** Whether an array may be the labels of so many images. */
    static boolean fits(NpyHeader header, long count) {
        return fits(header.shape(), count);
    }

    /** Whether an array of this shape may be the labels of so many images. */
    static boolean fits(List<Long> shape, long count) {
        return shape.equals(List.of(count)) || shape.equals(List.of(count, 1L));
    }

    /** The labels of so many images, a byte each. */
    static byte[] read(NpyArray array, NpyImages images) throws IOException {
        if (!fits(array.header(), images.count())) {
            throw array.file()
                    .fault(MESSAGES, "npy.labels.shape", array.header().shapeText(), images.count());
        }
        var labels = new ByteArrayOutputStream();
        array.visit((number, value) -> {
            if (!(value >= 0 && value < Limits.MOST_CLASSES && value == Math.rint(value))) {
                throw array.file().fault(
                        MESSAGES,
                        "npy.labels.value",
                        array.header().place(number),
                        Double.isNaN(value) ? "NaN" : value,
                        Limits.MOST_CLASSES - 1);
            }
            labels.write((int) value);
        });
        return labels.toByteArray();
    }
}
