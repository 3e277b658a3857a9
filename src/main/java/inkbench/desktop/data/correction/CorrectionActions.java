package inkbench.desktop.data.correction;

import java.util.ArrayList;
import java.util.List;

import inkbench.text.Messages;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The keys and the menu by which images are corrected. */
public final class CorrectionActions {
    static final KeyCombination UNDO = KeyCombination.valueOf("Shortcut+Z");
    static final KeyCombination REDO = KeyCombination.valueOf("Shortcut+Shift+Z");

    private final CorrectionsViewModel viewModel;
    private final Messages messages = Messages.of(CorrectionActions.class);

    /** Actions on the image that is chosen. */
    public CorrectionActions(CorrectionsViewModel viewModel) {
        this.viewModel = viewModel;
    }

    /** Gives a node that shows images the keys: a class's key for its label, Delete and Backspace. */
    public void installOn(Node node) {
        node.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            var label = event.isShortcutDown() ? null : viewModel.classOf(event.getCharacter());
            if (label != null && label.isPresent() && viewModel.canRelabel()) {
                viewModel.relabel(label.getAsInt());
                event.consume();
            }
        });
        node.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DELETE) {
                viewModel.exclude();
                event.consume();
            } else if (event.getCode() == KeyCode.BACK_SPACE) {
                viewModel.restore();
                event.consume();
            }
        });
    }

    /** Gives a place the keys to undo and redo. */
    public void installUndoOn(Node place) {
        place.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (REDO.match(event)) {
                viewModel.redo();
                event.consume();
            } else if (UNDO.match(event)) {
                viewModel.undo();
                event.consume();
            }
        });
    }

    /** The items for a context menu, as things are now. */
    public List<MenuItem> menuItems() {
        var items = new ArrayList<MenuItem>();
        if (!viewModel.classNames().isEmpty()) {
            var labels = new Menu(messages.get("relabel"));
            labels.setDisable(!viewModel.canRelabel());
            labels.getItems().addAll(labelItems());
            items.add(labels);
        }
        items.add(item(messages.get("exclude"), "Delete", viewModel.canExclude(), viewModel::exclude));
        items.add(item(messages.get("restore"), "Backspace", viewModel.canRestore(), viewModel::restore));
        items.add(stepItem("undo", viewModel.undoName().get(), UNDO, viewModel::undo));
        items.add(stepItem("redo", viewModel.redoName().get(), REDO, viewModel::redo));
        return items;
    }

    /** An item for each class. */
    List<MenuItem> labelItems() {
        var items = new ArrayList<MenuItem>();
        for (int label = 0; label < viewModel.classNames().size(); label++) {
            int wanted = label;
            var key = viewModel.keyOf(label);
            var name = viewModel.classNames().get(label);
            var text = key.isEmpty() || key.equals(name) ? name : messages.get("class", name, key);
            items.add(item(text, null, viewModel.canRelabel(), () -> viewModel.relabel(wanted)));
        }
        return items;
    }

    private MenuItem stepItem(String key, String name, KeyCombination keys, Runnable action) {
        var text = name == null ? messages.get(key + ".none") : messages.get(key, name);
        var item = item(text, null, name != null, action);
        item.setAccelerator(keys);
        return item;
    }

    private static MenuItem item(String text, String keys, boolean possible, Runnable action) {
        var item = new MenuItem(text);
        item.setMnemonicParsing(false);
        if (keys != null) {
            item.setAccelerator(KeyCombination.valueOf(keys));
        }
        item.setDisable(!possible);
        item.setOnAction(event -> action.run());
        return item;
    }
}
