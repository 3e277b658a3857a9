package inkbench.desktop.data.split;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import inkbench.app.DataSplits.Cut;
import inkbench.app.DataSplits.Source;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.data.split.SplitPlan;
import inkbench.desktop.common.Session;
import inkbench.text.Messages;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** How the open set is cut, if a user has cut it, and the way back. Only for the FX thread. */
final class OpenSplit {
    private static final double PER_CENT = 100;

    private final Session session;
    private final Messages messages = Messages.of(OpenSplit.class);
    private final ReadOnlyObjectWrapper<Cut> cut = new ReadOnlyObjectWrapper<>();

    OpenSplit(Session session) {
        this.session = session;
        session.data().subscribe(this::follow);
    }

    /** How the open set was cut; null while it has its own parts. */
    ReadOnlyObjectProperty<Cut> cut() {
        return cut.getReadOnlyProperty();
    }

    /**
     * The open set with its own parts; null while none is open. Without corrections, which don't decide where an image goes
     * and are applied to whatever becomes the open set.
     */
    PartedDataset own() {
        var set = session.data().get();
        return cut.get() != null ? cut.get().own() : set == null ? null : set.uncorrected();
    }

    /** Works with a cut set from now on. */
    void apply(Cut made) {
        cut.set(made);
        session.data().set(made.set());
    }

    /** Goes back to the set's own parts. */
    void undo() {
        if (cut.get() != null) {
            var own = cut.get().own();
            cut.set(null);
            session.data().set(own);
        }
    }

    /** How the open set was cut, in a line; empty where it wasn't. */
    String describe() {
        return cut.get() == null ? "" : describe(cut.get().plan(), cut.get().source());
    }

    private String describe(SplitPlan plan, Source source) {
        var shares = Stream.of(Part.values())
                .map(part -> messages.get("described.share", PER_CENT * plan.shares().of(part)))
                .collect(Collectors.joining("/"));
        var used = plan.use() < 1 ? messages.get("described.use", plan.use()) : "";
        var of = source == Source.TRAIN ? messages.get("described.train") : "";
        return messages.get("described", shares, used, of, messages.get("described." + plan.by()), plan.seed());
    }

    private void follow(PartedDataset set) {
        if (cut.get() != null && (set == null || !set.hasImagesOf(cut.get().set()))) {
            cut.set(null);
        }
    }
}
