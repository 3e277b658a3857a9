package inkbench.store;

import java.util.ArrayList;
import java.util.List;

import inkbench.store.run.BatchBucket;

/**
 * Batches that wait to be written: as many in a bucket as the run's length asks for, and more where the disk is slower than the
 * training. Never holds more than so many buckets. For one thread at a time.
 */
final class BatchBacklog {
    private final long bucketSize;
    private final int most;
    private List<BatchBucket> full = new ArrayList<>();
    private BatchBucket begun;

    BatchBacklog(long bucketSize, int most) {
        this.bucketSize = bucketSize;
        this.most = most;
    }

    /** Adds a batch; says whether that filled a bucket. */
    boolean add(BatchBucket batch) {
        begun = begun == null ? batch : begun.with(batch);
        if (begun.size() < bucketSize) {
            return false;
        }
        full.add(begun);
        begun = null;
        if (full.size() > most) {
            full = halved(full);
        }
        return true;
    }

    /** Counts the bucket that is being filled as full. */
    void cut() {
        if (begun != null) {
            full.add(begun);
            begun = null;
        }
    }

    /** Hands over the full buckets. */
    List<BatchBucket> take() {
        var taken = full;
        full = new ArrayList<>();
        return taken;
    }

    /** Takes back what could not be written. */
    void giveBack(List<BatchBucket> taken) {
        var all = new ArrayList<>(taken);
        all.addAll(full);
        full = all.size() > most ? halved(all) : all;
    }

    private static List<BatchBucket> halved(List<BatchBucket> buckets) {
        var half = new ArrayList<BatchBucket>(buckets.size() / 2 + 1);
        for (int i = 0; i < buckets.size(); i += 2) {
            half.add(i + 1 < buckets.size() ? buckets.get(i).with(buckets.get(i + 1)) : buckets.get(i));
        }
        return half;
    }
}
