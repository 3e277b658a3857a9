package inkbench.data.format.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import inkbench.task.Progress;

/** Progress of reading one or more files, in bytes. */
public final class ReadProgress {
    /** For what is too short to be watched. */
    public static final ReadProgress NONE = new ReadProgress(Progress.NONE, 0);

    private final Progress progress;
    private final long total;
    private long done;

    public ReadProgress(Progress progress, long total) {
        this.progress = progress;
        this.total = total;
    }

    /**
     * Says that more was read.
     *
     * @throws java.util.concurrent.CancellationException
     *             if nobody wants it any more
     */
    public void add(int bytes) {
        // A header that is read twice is no reason to report more than everything.
        done = Math.min(total, done + bytes);
        progress.report(done, total);
        progress.throwIfCancelled();
    }

    /** The same stream, which reports what is read of it. */
    public InputStream watch(InputStream in) {
        return new Watched(in, this);
    }

    private static final class Watched extends FilterInputStream {
        private final ReadProgress progress;

        Watched(InputStream in, ReadProgress progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            progress.add(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            progress.add(Math.max(0, count));
            return count;
        }
    }
}
