package inkbench.store.run;

/**
 * Batches in a row, as one: smallest, largest and mean of what each came to, so that a curve of buckets has the peaks of the
 * curve of batches.
 *
 * @param firstIteration
 *            number of the first over all epochs, from 1
 * @param lastIteration
 *            number of the last
 * @param loss
 *            cross-entropy
 * @param accuracy
 *            share read right, 0…1
 * @param learningRate
 *            of the last
 * @param imagesPerSecond
 *            at the last
 */
public record BatchBucket(
        long firstIteration,
        long lastIteration,
        Range loss,
        Range accuracy,
        double learningRate,
        double imagesPerSecond) {

    /** Of one batch. */
    public static BatchBucket of(
            long iteration,
            double loss,
            double accuracy,
            double learningRate,
            double imagesPerSecond) {
        return new BatchBucket(
                iteration,
                iteration,
                new Range(loss, loss, loss),
                new Range(accuracy, accuracy, accuracy),
                learningRate,
                imagesPerSecond);
    }

    /** How many batches. */
    public long size() {
        return lastIteration - firstIteration + 1;
    }

    /** Both as one. */
    public BatchBucket with(BatchBucket next) {
        return new BatchBucket(
                firstIteration,
                next.lastIteration,
                loss.with(size(), next.loss, next.size()),
                accuracy.with(size(), next.accuracy, next.size()),
                next.learningRate,
                next.imagesPerSecond);
    }

    /** Between which limits values lie, and their mean. */
    public record Range(double min, double max, double mean) {
        private Range with(long size, Range other, long otherSize) {
            double sum = mean * size + other.mean * otherSize;
            return new Range(Math.min(min, other.min), Math.max(max, other.max), sum / (size + otherSize));
        }
    }
}
