package inkbench.desktop.common;

import java.util.List;
import java.util.function.Function;

import atlantafx.base.theme.Styles;
import javafx.beans.property.Property;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/**
 * A choice of one among a few, side by side.
 *
 * @param <T>
 *            what is chosen
 */
public final class Segments<T> extends HBox {
    /**
     * Makes a choice that follows a property both ways.
     *
     * @param choices
     *            at least two
     * @param names
     *            what they are called
     */
    public Segments(List<T> choices, Function<T, String> names, Property<T> chosen) {
        var group = new ToggleGroup();
        for (int i = 0; i < choices.size(); i++) {
            T choice = choices.get(i);
            var button = new ToggleButton(names.apply(choice));
            button.setToggleGroup(group);
            button.setUserData(choice);
            button.getStyleClass()
                    .add(
                            i == 0
                                    ? Styles.LEFT_PILL
                                    : i == choices.size() - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
            button.setSelected(choice.equals(chosen.getValue()));
            button.setOnAction(event -> {
                // One is always chosen: a second press doesn't take it back.
                button.setSelected(true);
                chosen.setValue(choice);
            });
            getChildren().add(button);
        }
        chosen.addListener(
                (source, before, now) -> group.getToggles()
                        .forEach(toggle -> toggle.setSelected(toggle.getUserData().equals(now))));
    }

    /** The buttons, in the order of the choices. */
    public List<ToggleButton> buttons() {
        return getChildren().stream().map(ToggleButton.class::cast).toList();
    }
}
