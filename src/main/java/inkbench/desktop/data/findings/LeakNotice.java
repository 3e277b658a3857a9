package inkbench.desktop.data.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import inkbench.app.findings.DuplicateImages;
import inkbench.data.PartedDataset;
import inkbench.desktop.common.Notice;
import inkbench.desktop.common.Session;
import inkbench.text.Messages;

/**
 * Tells the user of test images that are in the training part too, and offers to leave them out. Only for the FX thread.
 */
final class LeakNotice {
    /** Name of the notice that warns. */
    static final String LEAK = "duplicates-leak";
    /** Name of the notice that tells what was left out. */
    static final String LEFT_OUT = "duplicates-left-out";

    private final Messages messages = Messages.of(LeakNotice.class);
    private final Session session;
    private final DuplicatesViewModel duplicates;
    private final Runnable showDuplicates;
    /** Name of the set that the user has closed the warning of: corrections of it don't bring it back. */
    private String refused;

    LeakNotice(Session session, DuplicatesViewModel duplicates, Runnable showDuplicates) {
        this.session = session;
        this.duplicates = duplicates;
        this.showDuplicates = showDuplicates;
        duplicates.own().subscribe(this::follow);
    }

    private void follow(DuplicateImages found) {
        session.untell(LEAK);
        if (found == null || found.images().set().name().equals(refused)) {
            return;
        }
        var leaked = found.leak().places();
        if (leaked.isEmpty()) {
            return;
        }
        var set = found.images().set();
        var text = leaked.entrySet()
                .stream()
                .map(
                        leak -> messages.get(
                                "leak." + leak.getKey(),
                                leak.getValue().length,
                                set.parts().get(leak.getKey()).size()))
                .collect(Collectors.joining("\n"));
        var actions = new ArrayList<>(List.of(new Notice.Action(messages.get("leak.show"), this::show)));
        found.leak().without()
                .ifPresent(
                        without -> actions.add(
                                new Notice.Action(messages.get("leak.leaveOut"), () -> leaveOut(found, without))));
        session.tell(new Notice(LEAK, text, set, actions, () -> refused = set.name()));
    }

    private void show() {
        duplicates.showOwn();
        duplicates.which().set(DuplicatesViewModel.Which.ACROSS_PARTS);
        session.place().set("data");
        showDuplicates.run();
    }

    private void leaveOut(DuplicateImages found, PartedDataset without) {
        var before = found.images().set();
        int count = before.size() - without.size();
        session.data().set(without);
        session.tell(
                new Notice(
                        LEFT_OUT,
                        messages.get("leak.leftOut", count),
                        without,
                        new Notice.Action(messages.get("leak.undo"), () -> session.data().set(before))));
    }
}
