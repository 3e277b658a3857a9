package inkbench.desktop.common;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/** Tooltips that say what a thing is for or why it can't be used. */
public final class Hints {
    private Hints() {}

    /**
     * Wraps a control so that it has a tooltip while it is disabled too, which a disabled node by itself can't have.
     *
     * @param hint
     *            what to say at the time; null says nothing
     */
    public static StackPane always(Control control, ObservableValue<String> hint) {
        var holder = new StackPane(control);
        var tooltip = new Tooltip();
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(360);
        tooltip.textProperty().bind(hint);
        hint.subscribe(text -> {
            control.setAccessibleHelp(text);
            if (text == null) {
                Tooltip.uninstall(holder, tooltip);
            } else {
                Tooltip.install(holder, tooltip);
            }
        });
        return holder;
    }

    /** Gives a node a tooltip. */
    public static <N extends Node> N on(N node, String hint) {
        var tooltip = new Tooltip(hint);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(360);
        Tooltip.install(node, tooltip);
        node.setAccessibleHelp(hint);
        return node;
    }
}
