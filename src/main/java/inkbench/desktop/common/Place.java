package inkbench.desktop.common;

import java.util.List;

import javafx.scene.Node;
import javafx.scene.input.KeyCombination;

/** One of the places in the rail. Made once; keeps its state while another is shown. */
public interface Place {
    /** A short lower-case word that names it in preferences and style classes, such as {@code data}. */
    String id();

    /** What the rail calls it. */
    String title();

    /** Ikonli's literal of its icon, such as {@code fth-grid}. */
    String icon();

    /** What to show; always the same node. Asked for when the place is first shown. */
    Node view();

    /**
     * Something to be done at the place.
     *
     * @param id
     *            names the menu item
     * @param name
     *            what the menu calls it
     * @param keys
     *            do it from everywhere in the window
     * @param action
     *            is run once the place is shown
     */
    record Action(String id, String name, KeyCombination keys, Runnable action) {}

    /** What the window's menus offer to do with the open data set at this place. */
    default List<Action> actions() {
        return List.of();
    }

    /** Called each time the place comes into view, to bring up to date what was left alone meanwhile. */
    default void shown() {}

    /** Called each time the place goes out of view, to stop what nobody sees. */
    default void hidden() {}
}
