package inkbench.data.generator;

import inkbench.task.Progress;

/** The progress of one piece of a larger work. */
record Share(Progress whole, long before, long total) implements Progress {
    @Override
    public void report(long done, long ofShare) {
        whole.report(before + done, total);
    }

    @Override
    public boolean cancelled() {
        return whole.cancelled();
    }
}
