package inkbench.data.format.npz;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import inkbench.data.Dataset;
import inkbench.data.PartedDataset;
import inkbench.task.Progress;

/** Writes a data set as {@code .npz} under Keras's keys; the same images give the same bytes. */
public final class NpzWriter {
    /** The length of the header, as NEP 1 has it. */
    private static final int ALIGNMENT = 64;
    private static final int BYTES_BEFORE_TEXT = 10;
    /** The first moment that a zip file can name. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private NpzWriter() {}

    /** Writes {@code x_train} {@code [count, height, width]} and {@code y_train} {@code [count]}, and so on for other parts. */
    public static void write(PartedDataset set, OutputStream target, Progress progress) throws IOException {
        var zip = new ZipOutputStream(target);
        long done = 0;
        for (var entry : set.parts().entrySet()) {
            var keys = NpzKeys.keras(entry.getKey());
            var images = entry.getValue();
            begin(zip, keys.images(), images.size() + ", " + images.height() + ", " + images.width());
            var image = new byte[images.imageSize()];
            for (int i = 0; i < images.size(); i++) {
                images.copyPixels(i, image, 0);
                zip.write(image);
                progress.throwIfCancelled();
                progress.report(++done, set.size());
            }
            zip.closeEntry();
            if (images.labelled()) {
                begin(zip, keys.labels().orElseThrow(), images.size() + ",");
                zip.write(labels(images));
                zip.closeEntry();
            }
        }
        zip.finish();
    }

    private static byte[] labels(Dataset images) {
        var labels = new byte[images.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) images.label(i);
        }
        return labels;
    }

    private static void begin(ZipOutputStream zip, String key, String shape) throws IOException {
        var entry = new ZipEntry(key + ".npy");
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        var text = "{'descr': '|u1', 'fortran_order': False, 'shape': (" + shape + "), }";
        int length = Math.ceilDiv(BYTES_BEFORE_TEXT + text.length() + 1, ALIGNMENT) * ALIGNMENT - BYTES_BEFORE_TEXT;
        var out = new DataOutputStream(zip);
        out.write(NpyHeader.START);
        out.writeByte(1);
        out.writeByte(0);
        out.writeShort(Short.reverseBytes((short) length));
        out.write((text + " ".repeat(length - text.length() - 1) + "\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
