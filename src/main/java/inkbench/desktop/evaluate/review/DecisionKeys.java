package inkbench.desktop.evaluate.review;

import java.util.List;

import inkbench.text.Messages;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The keys and the menu by which it is decided of a doubt. */
final class DecisionKeys {
    private static final KeyCombination UNDO = KeyCombination.valueOf("Shortcut+Z");
    private static final KeyCombination REDO = KeyCombination.valueOf("Shortcut+Shift+Z");

    private final Messages messages = Messages.of(DecisionKeys.class);
    private final ReviewViewModel viewModel;

    DecisionKeys(ReviewViewModel viewModel) {
        this.viewModel = viewModel;
    }

    /** Gives a node that shows doubts the keys. */
    void installOn(Node node) {
        node.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            var label = event.isShortcutDown() ? null : viewModel.classOf(event.getCharacter());
            if (label != null && label.isPresent()) {
                viewModel.relabel(label.getAsInt());
                event.consume();
            }
        });
        node.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            var action = action(event);
            if (action != null) {
                action.run();
                event.consume();
            }
        });
    }

    private Runnable action(KeyEvent event) {
        if (REDO.match(event)) {
            return viewModel::redo;
        }
        if (UNDO.match(event)) {
            return viewModel::undo;
        }
        return switch (event.getCode()) {
            case KeyCode.ENTER -> viewModel::accept;
            case KeyCode.SPACE -> viewModel::keep;
            case KeyCode.DELETE -> viewModel::exclude;
            case KeyCode.BACK_SPACE -> viewModel::reopen;
            default -> null;
        };
    }

    /** The items for a context menu, as things are now. */
    List<MenuItem> menuItems() {
        if (viewModel.reviewed().get() == null || viewModel.selected().get() < 0) {
            return List.of();
        }
        var relabel = new Menu(messages.get("relabel"));
        var names = viewModel.reviewed().get().images().classNames();
        for (int label = 0; label < names.size(); label++) {
            int wanted = label;
            relabel.getItems().add(item(names.get(label), null, () -> viewModel.relabel(wanted)));
        }
        var undo = item(messages.get("undo"), UNDO, viewModel::undo);
        undo.setDisable(viewModel.corrections().undoName().get() == null);
        var redo = item(messages.get("redo"), REDO, viewModel::redo);
        redo.setDisable(viewModel.corrections().redoName().get() == null);
        return List.of(
                item(messages.get("accept.short"), KeyCombination.valueOf("Enter"), viewModel::accept),
                item(messages.get("keep.short"), KeyCombination.valueOf("Space"), viewModel::keep),
                relabel,
                item(messages.get("exclude"), KeyCombination.valueOf("Delete"), viewModel::exclude),
                item(messages.get("reopen"), KeyCombination.valueOf("Backspace"), viewModel::reopen),
                new SeparatorMenuItem(),
                undo,
                redo);
    }

    private static MenuItem item(String text, KeyCombination keys, Runnable action) {
        var item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setAccelerator(keys);
        item.setOnAction(event -> action.run());
        return item;
    }
}
