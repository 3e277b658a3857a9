package inkbench.task;

/**
 * Progress of one part of some work, as that of the whole.
 *
 * @param before
 *            units that were done before the part
 * @param total
 *            units of the whole work
 */
public record PartProgress(Progress whole, long before, long total) implements Progress {
    @Override
    public void report(long done, long ofPart) {
        whole.report(before + done, total);
    }

    @Override
    public boolean cancelled() {
        return whole.cancelled();
    }
}
