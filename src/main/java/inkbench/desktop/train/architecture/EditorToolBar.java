package inkbench.desktop.train.architecture;

import java.util.List;

import org.kordamp.ikonli.javafx.FontIcon;

import atlantafx.base.theme.Styles;
import inkbench.model.Architecture;
import inkbench.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The name of the network, and what can be done with its layers and with all of it. */
final class EditorToolBar extends HBox {
    private final Messages messages = Messages.of(EditorToolBar.class);
    private final ArchitectureViewModel viewModel;

    EditorToolBar(
            ArchitectureViewModel viewModel,
            List<Architecture> presets,
            Runnable afterAdding,
            Runnable open,
            Runnable save) {
        super(6);
        this.viewModel = viewModel;
        var name = nameField();
        var label = new Label(messages.get("name"));
        label.setLabelFor(name);
        var remove = button("remove", "fth-trash-2", viewModel::remove);
        remove.disableProperty().bind(viewModel.selected().lessThan(0));
        var up = button("up", "fth-arrow-up", () -> viewModel.move(-1));
        var down = button("down", "fth-arrow-down", () -> viewModel.move(1));
        up.disableProperty().bind(viewModel.selected().lessThan(1));
        down.disableProperty().bind(viewModel.selected().lessThan(0));
        var undo = button("undo", "fth-corner-up-left", viewModel::undo);
        undo.disableProperty().bind(viewModel.canUndo().not());
        var redo = button("redo", "fth-corner-up-right", viewModel::redo);
        redo.disableProperty().bind(viewModel.canRedo().not());
        var opening = button("open", "fth-folder", open);
        var saving = button("save", "fth-save", save);
        saving.disableProperty().bind(viewModel.problem().isNotNull());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        label,
                        name,
                        begin(presets),
                        space,
                        add(afterAdding),
                        remove,
                        up,
                        down,
                        undo,
                        redo,
                        opening,
                        saving);
    }

    private TextField nameField() {
        var name = new TextField(viewModel.name().get());
        name.setId("architecture-name");
        name.setPrefColumnCount(12);
        name.setAccessibleText(messages.get("name"));
        name.textProperty().addListener((source, before, typed) -> viewModel.rename(typed));
        viewModel.name().subscribe(known -> {
            if (!known.equals(name.getText())) {
                name.setText(known);
            }
        });
        return name;
    }

    private MenuButton add(Runnable afterAdding) {
        var add = new MenuButton(messages.get("add"), new FontIcon("fth-plus"));
        add.setId("architecture-add");
        for (var kind : LayerKind.values()) {
            var item = new MenuItem(messages.get("kind." + kind.name()));
            item.setId("add-" + kind.name());
            item.setOnAction(event -> {
                viewModel.add(kind);
                afterAdding.run();
            });
            add.getItems().add(item);
        }
        return add;
    }

    private MenuButton begin(List<Architecture> presets) {
        var begin = new MenuButton(messages.get("begin"));
        begin.setId("architecture-begin");
        for (var preset : presets) {
            var item = new MenuItem(preset.name());
            item.setMnemonicParsing(false);
            item.setOnAction(event -> viewModel.replace(preset));
            begin.getItems().add(item);
        }
        return begin;
    }

    private Button button(String key, String icon, Runnable action) {
        var button = new Button(null, new FontIcon(icon));
        button.setId("architecture-" + key);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setTooltip(new Tooltip(messages.get(key)));
        button.setAccessibleText(messages.get(key));
        button.setOnAction(event -> action.run());
        return button;
    }
}
