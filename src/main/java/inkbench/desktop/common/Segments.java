package inkbench.desktop.common;

import java.util.List;
import java.util.function.Function;

import org.controlsfx.control.SegmentedButton;

import javafx.beans.property.Property;
import javafx.scene.control.ToggleButton;

/**
 * A choice of one among a few, side by side.
 *
 * @param <T>
 *            what is chosen
 */
public final class Segments<T> extends SegmentedButton {
    /**
     * Makes a choice that follows a property both ways.
     *
     * @param choices
     *            at least two
     * @param names
     *            what they are called
     */
    public Segments(List<T> choices, Function<T, String> names, Property<T> chosen) {
        for (T choice : choices) {
            var button = new ToggleButton(names.apply(choice));
            button.setUserData(choice);
            button.setSelected(choice.equals(chosen.getValue()));
            button.setOnAction(event -> {
                // One is always chosen: a second press doesn't take it back.
                button.setSelected(true);
                chosen.setValue(choice);
            });
            getButtons().add(button);
        }
        chosen.addListener(
                (source, before, now) -> getButtons()
                        .forEach(button -> button.setSelected(button.getUserData().equals(now))));
    }

    /** The theme has styles for the pills; those of the control would paint over them. */
    @Override
    public String getUserAgentStylesheet() {
        return null;
    }
}
