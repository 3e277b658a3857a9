package inkbench.desktop.data.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import org.kordamp.ikonli.javafx.FontIcon;

import atlantafx.base.theme.Styles;
import inkbench.app.browse.ImageCollection;
import inkbench.app.browse.ImageFilter;
import inkbench.app.browse.ImageFilter.Change;
import inkbench.app.browse.ImageFilter.Confidence;
import inkbench.app.browse.ImageFilter.Outcome;
import inkbench.data.Part;
import inkbench.desktop.data.selection.ImagesViewModel;
import inkbench.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Which images are shown: the parts side by side, a menu of all else, and elsewhere a chip for each thing that is chosen. */
final class FilterBar extends HBox {
    private final Messages messages = Messages.of(FilterBar.class);
    private final ImagesViewModel images;
    private final HBox parts = new HBox();
    private final MenuButton menu = new MenuButton(messages.get("filter"));
    private final FlowPane chips = new FlowPane(4, 4);

    FilterBar(ImagesViewModel images) {
        super(8);
        this.images = images;
        setAlignment(Pos.CENTER_LEFT);
        parts.setAlignment(Pos.CENTER_LEFT);
        parts.setId("parts");
        parts.setMinWidth(Region.USE_PREF_SIZE);
        menu.setId("filter-menu");
        menu.getStyleClass().add(Styles.SMALL);
        menu.setMinWidth(Region.USE_PREF_SIZE);
        chips.setId("filters");
        getChildren().addAll(parts, menu);
        images.collection().subscribe(this::show);
        images.filter().subscribe(this::show);
        show();
    }

    /** A chip for each thing that is chosen; takes no room while there is none. However many there are, they have lines of their own. */
    FlowPane chips() {
        return chips;
    }

    private void show() {
        var all = images.collection().get();
        var filter = images.filter().get();
        setDisable(all == null);
        showParts(all == null || all.parts().size() < 2 ? List.of() : all.parts(), filter);
        if (all == null) {
            fill(List.of());
            return;
        }
        menu.getItems().setAll(menuItems(all, filter));
        fill(chips(all, filter));
    }

    private void fill(List<Button> chosen) {
        chips.getChildren().setAll(chosen);
        chips.setVisible(!chosen.isEmpty());
        chips.setManaged(!chosen.isEmpty());
    }

    private void showParts(List<Part> present, ImageFilter filter) {
        var buttons = new ArrayList<ToggleButton>();
        if (!present.isEmpty()) {
            buttons.add(partButton(messages.get("part.all"), "all", Set.of(), filter));
            present.forEach(
                    part -> buttons.add(partButton(images.partName(part), part.key(), Set.of(part), filter)));
        }
        var names = buttons.stream().map(ToggleButton::getId).toList();
        if (parts.getChildren().stream().map(button -> button.getId()).toList().equals(names)) {
            // The same ones again: those that are there keep the focus.
            for (int i = 0; i < buttons.size(); i++) {
                ((ToggleButton) parts.getChildren().get(i)).setSelected(buttons.get(i).isSelected());
            }
            return;
        }
        for (int i = 0; i < buttons.size(); i++) {
            buttons.get(i)
                    .getStyleClass()
                    .add(
                            i == 0
                                    ? Styles.LEFT_PILL
                                    : i == buttons.size() - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
        }
        parts.getChildren().setAll(buttons);
    }

    private ToggleButton partButton(String name, String id, Set<Part> wanted, ImageFilter filter) {
        var button = new ToggleButton(name);
        button.setId("part-" + id);
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setSelected(filter.parts().equals(wanted));
        button.setOnAction(event -> {
            button.setSelected(true);
            images.filter().set(images.filter().get().withParts(wanted));
        });
        return button;
    }

    private List<MenuItem> menuItems(ImageCollection all, ImageFilter filter) {
        var items = new ArrayList<MenuItem>();
        items.add(classes("label", all, filter.labels(), filter::withLabels, all.labelled()));
        items.add(classes("prediction", all, filter.predictions(), filter::withPredictions, all.predicted()));
        items.add(choices("outcome", List.of(Outcome.values()), filter.outcome(), filter::with, all.predicted()));
        items.add(
                choices("confidence", List.of(Confidence.values()), filter.confidence(), filter::with,
                        all.predicted()));
        items.add(choices("change", List.of(Change.values()), filter.change(), filter::with, all.corrected()));
        if (!all.predicted()) {
            var why = new MenuItem(messages.get("filter.unpredicted"));
            why.setDisable(true);
            items.add(why);
        }
        var clear = new MenuItem(messages.get("filter.clear"));
        clear.setOnAction(event -> images.filter().set(ImageFilter.NONE));
        clear.setDisable(filter.equals(ImageFilter.NONE));
        items.add(new SeparatorMenuItem());
        items.add(clear);
        return items;
    }

    private Menu classes(
            String key,
            ImageCollection all,
            Set<Integer> chosen,
            Function<Set<Integer>, ImageFilter> with,
            boolean possible) {
        var submenu = new Menu(messages.get("filter." + key));
        submenu.setDisable(!possible);
        for (int label = 0; label < all.classCount(); label++) {
            int wanted = label;
            submenu.getItems()
                    .add(
                            item(
                                    all.classNames().get(label),
                                    chosen.contains(label),
                                    on -> images.filter().set(with.apply(ImageFilter.toggled(chosen, wanted)))));
        }
        return submenu;
    }

    private <T extends Enum<T>> Menu choices(
            String key,
            List<T> choices,
            T chosen,
            Function<T, ImageFilter> with,
            boolean possible) {
        var submenu = new Menu(messages.get("filter." + key));
        submenu.setDisable(!possible);
        for (T choice : choices) {
            submenu.getItems()
                    .add(
                            item(
                                    messages.get("filter." + key + "." + choice.name()),
                                    choice == chosen,
                                    on -> images.filter().set(with.apply(choice))));
        }
        return submenu;
    }

    private static CheckMenuItem item(String name, boolean chosen, Consumer<Boolean> choose) {
        var item = new CheckMenuItem(name);
        item.setSelected(chosen);
        item.setOnAction(event -> choose.accept(item.isSelected()));
        return item;
    }

    private List<Button> chips(ImageCollection all, ImageFilter filter) {
        var shown = new ArrayList<Button>();
        filter.labels()
                .forEach(
                        label -> shown.add(
                                chip(
                                        "label-" + label,
                                        messages.get("chip.label", all.classNames().get(label)),
                                        filter.withLabels(ImageFilter.toggled(filter.labels(), label)))));
        filter.writers()
                .forEach(
                        writer -> shown.add(
                                chip(
                                        "writer-" + writer,
                                        messages.get("chip.writer", writer),
                                        filter.withWriters(ImageFilter.toggled(filter.writers(), writer)))));
        filter.predictions()
                .forEach(
                        label -> shown.add(
                                chip(
                                        "prediction-" + label,
                                        messages.get("chip.prediction", all.classNames().get(label)),
                                        filter.withPredictions(ImageFilter.toggled(filter.predictions(), label)))));
        if (filter.outcome() != Outcome.ANY) {
            var name = messages.get("filter.outcome." + filter.outcome().name());
            shown.add(chip("outcome", name, filter.with(Outcome.ANY)));
        }
        if (filter.confidence() != Confidence.ANY) {
            var name = messages.get("filter.confidence." + filter.confidence().name());
            shown.add(chip("confidence", name, filter.with(Confidence.ANY)));
        }
        if (filter.change() != Change.ANY) {
            var name = messages.get("filter.change." + filter.change().name());
            shown.add(chip("change", name, filter.with(Change.ANY)));
        }
        return shown;
    }

    private Button chip(String id, String name, ImageFilter without) {
        var chip = new Button(name, new FontIcon("fth-x"));
        chip.setId("filter-" + id);
        chip.setContentDisplay(ContentDisplay.RIGHT);
        chip.getStyleClass().addAll(Styles.SMALL, "chip");
        chip.setAccessibleText(messages.get("chip.remove", name));
        chip.setOnAction(event -> images.filter().set(without));
        return chip;
    }
}
