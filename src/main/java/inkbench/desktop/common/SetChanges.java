package inkbench.desktop.common;

import inkbench.app.DataAdjustments;
import inkbench.data.PartedDataset;
import inkbench.data.format.image.ImageSize;
import inkbench.task.Job;
import inkbench.text.Messages;

/** Inverts or fits all images of the open set, and offers to take that back. Only for the FX thread. */
public final class SetChanges {
    /** Name of the notice that tells of the change. */
    public static final String CHANGED = "set-changed";

    private final Messages messages = Messages.of(SetChanges.class);
    private final DataAdjustments adjustments;
    private final Session session;
    private Job<PartedDataset> changing;

    /** Changes of what is open in a session. */
    public SetChanges(DataAdjustments adjustments, Session session) {
        this.adjustments = adjustments;
        this.session = session;
    }

    /** Inverts all images. */
    public void invert() {
        var set = session.data().get();
        if (set != null && changing == null) {
            change(set, adjustments.inverted(set), messages.get("change.inverted", set.name()));
        }
    }

    /** Fits all images to a size. */
    public void fit(ImageSize size) {
        var set = session.data().get();
        if (set != null && changing == null) {
            change(
                    set,
                    adjustments.fitted(set, size),
                    messages.get("change.fitted", set.name(), set.width(), set.height(), size.width(), size.height()));
        }
    }

    private void change(PartedDataset before, Job<PartedDataset> job, String sentence) {
        changing = job;
        session.watch(job, now -> {
            // Meanwhile the user may have opened something else.
            if (session.data().get() == before) {
                session.data().set(now);
                session.tell(
                        new Notice(
                                CHANGED,
                                sentence,
                                now,
                                new Notice.Action(messages.get("change.undo"), () -> session.data().set(before))));
            }
        }, () -> changing = null);
    }
}
