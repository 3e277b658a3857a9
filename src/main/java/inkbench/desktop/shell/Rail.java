package inkbench.desktop.shell;

import java.util.List;

import org.kordamp.ikonli.javafx.FontIcon;

import inkbench.desktop.common.Place;
import inkbench.text.Messages;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.VBox;

/** The places, one below the other; exactly one is chosen. */
final class Rail extends VBox {
    private final ReadOnlyObjectWrapper<Place> chosen = new ReadOnlyObjectWrapper<>();
    private final List<Place> places;
    private final ToggleGroup group = new ToggleGroup();

    Rail(List<Place> places) {
        this.places = places;
        var messages = Messages.of(Rail.class);
        getStyleClass().add("rail");
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        setAccessibleText(messages.get("rail.name"));
        for (int i = 0; i < places.size(); i++) {
            var place = places.get(i);
            var button = new ToggleButton(place.title(), new FontIcon(place.icon()));
            button.setId("place-" + place.id());
            button.getStyleClass().add("rail-button");
            button.setContentDisplay(ContentDisplay.TOP);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setToggleGroup(group);
            button.setUserData(place);
            button.setTooltip(new Tooltip(messages.get("rail.tooltip", place.title(), keys(i).getDisplayText())));
            getChildren().add(button);
        }
        group.selectedToggleProperty().addListener((observable, before, now) -> {
            if (now == null) {
                // A click on the chosen button must not leave the window without a place.
                group.selectToggle(before);
            } else {
                chosen.set((Place) now.getUserData());
            }
        });
    }

    /** The keys that go to the place with that number, from 0: Shortcut+1 for the first. */
    static KeyCombination keys(int number) {
        return new KeyCodeCombination(KeyCode.getKeyCode(Integer.toString(number + 1)), KeyCombination.SHORTCUT_DOWN);
    }

    ReadOnlyObjectProperty<Place> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /** Goes to the place that is called {@code id}; to the first where none is. */
    void choose(String id) {
        var toggles = group.getToggles();
        var named = toggles.stream().filter(toggle -> ((Place) toggle.getUserData()).id().equals(id)).findFirst();
        group.selectToggle(named.orElse(toggles.getFirst()));
    }

    /** Goes to the place with that number, from 0. */
    void choose(int number) {
        choose(places.get(number).id());
    }
}
