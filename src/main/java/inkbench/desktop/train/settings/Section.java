package inkbench.desktop.train.settings;

import java.util.stream.Stream;

/** Settings that belong together. */
interface Section {
    /** What is typed and counts as things are chosen, in the order of the form. */
    Stream<Setting<?>> inForce();

    /** Says what to do when something was typed or chosen. */
    void onChange(Runnable action);
}
