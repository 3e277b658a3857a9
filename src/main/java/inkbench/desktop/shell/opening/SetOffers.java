package inkbench.desktop.shell.opening;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import inkbench.app.DataAdjustments;
import inkbench.data.PartedDataset;
import inkbench.desktop.common.Notice;
import inkbench.desktop.common.Session;
import inkbench.desktop.common.SetChanges;
import inkbench.task.Job;
import inkbench.text.Messages;

/** Offers to change the open set where it is not as networks want it. Only for the FX thread. */
public final class SetOffers {
    /** Name of the notice that offers to invert the images. */
    public static final String INVERT = "offer-invert";
    /** Name of the notice that offers to fit them. */
    public static final String FIT = "offer-fit";

    private final Messages messages = Messages.of(SetOffers.class);
    private final DataAdjustments adjustments;
    private final Session session;
    private final SetChanges changes;
    /** What was refused of the set that is open; its changes have the same name. */
    private final Set<String> refused = new HashSet<>();
    private String name;
    private PartedDataset seen;
    private Job<Boolean> looking;

    /** Offers that follow what is open in a session. */
    public SetOffers(DataAdjustments adjustments, Session session) {
        this.adjustments = adjustments;
        this.session = session;
        changes = new SetChanges(adjustments, session);
        session.data().subscribe(this::look);
        session.model().subscribe(model -> offerFit());
    }

    private void look(PartedDataset set) {
        boolean corrected = set != null && seen != null && set.hasImagesOf(seen);
        seen = set;
        if (corrected) {
            return;
        }
        if (looking != null) {
            looking.cancel();
            looking = null;
        }
        if (set == null) {
            return;
        }
        if (!set.name().equals(name)) {
            name = set.name();
            refused.clear();
        }
        offerFit();
        var job = adjustments.isDarkOnLight(set);
        looking = job;
        session.watch(job, dark -> {
            if (job == looking && dark) {
                offer(set, INVERT, "offer.invert", messages.get("offer.invert.text", set.name()), changes::invert);
            }
        });
    }

    private void offerFit() {
        session.untell(FIT);
        var set = session.data().get();
        var model = session.model().get();
        if (set == null || model == null) {
            return;
        }
        DataAdjustments.sizeFor(model.architecture(), set).ifPresent(size -> {
            var text = messages
                    .get("offer.fit.text", set.name(), set.width(), set.height(), size.width(), size.height());
            offer(set, FIT, "offer.fit", text, () -> changes.fit(size));
        });
    }

    private void offer(PartedDataset set, String id, String action, String text, Runnable take) {
        if (!refused.contains(id)) {
            session.tell(
                    new Notice(
                            id,
                            text,
                            set,
                            List.of(new Notice.Action(messages.get(action), take)),
                            () -> refused.add(id)));
        }
    }
}
