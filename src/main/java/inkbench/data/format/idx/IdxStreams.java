package inkbench.data.format.idx;

import java.io.IOException;
import java.io.InputStream;

import inkbench.data.DataException;
import inkbench.data.Dataset;
import inkbench.data.format.source.ReadProgress;
import inkbench.data.format.source.SourceFile;
import inkbench.text.Messages;

/** Reads IDX that does not lie on the disk, such as the app's own resources. */
public final class IdxStreams {
    private static final Messages MESSAGES = Messages.of(IdxStreams.class);

    private IdxStreams() {}

    /**
     * Reads labelled images of digits, gzipped or not; closes both streams.
     *
     * @param name
     *            what the data set is called
     * @param source
     *            where it comes from, in the user's words
     * @throws DataException
     *             if it is damaged; the message is for the user
     */
    public static Dataset read(String name, InputStream images, InputStream labels, String source)
            throws IOException {
        var imagesSource = new SourceFile(source, () -> images);
        var read = IdxReader.images(imagesSource, ReadProgress.NONE);
        var classes = IdxReader.labels(new SourceFile(source, () -> labels), ReadProgress.NONE);
        if (classes.length != read.count()) {
            throw imagesSource.fault(MESSAGES, "idx.counts", read.count(), source, classes.length);
        }
        return Dataset.of(name, read.width(), read.height(), Dataset.DIGITS, read.pixels(), classes, source);
    }
}
