package inkbench.data.format.source;

import inkbench.task.Progress;

/** Progress of reading one or more files, in bytes on the disk. */
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
        done += bytes;
        progress.report(done, total);
        progress.throwIfCancelled();
    }
}
