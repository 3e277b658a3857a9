package inkbench.desktop.train.settings.view;

import javafx.scene.Node;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** A part of the settings that begins folded: its title says what is set. */
final class Fold extends TitledPane {
    Fold(String id, Node... content) {
        setId(id);
        getStyleClass().add("fold");
        setContent(new VBox(8, content));
        // A long title is cut rather than that it makes the form wider; the hint has all of it.
        setMinWidth(0);
        var whole = new Tooltip();
        whole.textProperty().bind(textProperty());
        setTooltip(whole);
        setAnimated(false);
        setExpanded(false);
    }
}
