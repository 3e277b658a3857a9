package inkbench.desktop.common;

import java.util.List;

import inkbench.data.PartedDataset;

/**
 * Something to tell the user that is no failure: a sentence or several, with what can be done about it.
 *
 * @param id
 *            what it is; a newer notice takes the place of an older one of the same kind
 * @param text
 *            a line for each sentence
 * @param about
 *            the data set that it is about: it goes away when other images are open; null where it stays until it is closed
 * @param actions
 *            what the user can do, at most two
 * @param onClose
 *            what follows when the user closes it without doing anything
 */
public record Notice(String id, String text, PartedDataset about, List<Action> actions, Runnable onClose) {
    public Notice {
        actions = List.copyOf(actions);
    }

    /** A notice that may simply be closed. */
    public Notice(String id, String text, PartedDataset about, Action... actions) {
        this(id, text, about, List.of(actions), () -> {});
    }

    /**
     * What a button does.
     *
     * @param name
     *            what stands on it
     */
    public record Action(String name, Runnable run) {}
}
