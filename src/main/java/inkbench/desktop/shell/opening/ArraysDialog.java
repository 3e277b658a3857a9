package inkbench.desktop.shell.opening;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import inkbench.data.format.OpenOptions;
import inkbench.data.format.npz.NpzArray;
import inkbench.desktop.common.Segments;
import inkbench.text.Messages;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Asks which arrays of an {@code .npz} are images and which their labels. Arrays that can't be either are grey and say why. */
final class ArraysDialog {
    private static final double WIDTH = 720;
    private static final double LIST_HEIGHT = 320;
    private static final PseudoClass UNFIT = PseudoClass.getPseudoClass("unfit");

    private final Messages messages = Messages.of(ArraysDialog.class);
    private final ArraysChoice choice;
    private final ListView<Optional<NpzArray>> images;
    private final ListView<Optional<NpzArray>> labels;
    /** The lists follow the choice, which must not be taken for a user's choice then. */
    private boolean following;

    private ArraysDialog(ArraysChoice choice) {
        this.choice = choice;
        images = list("arrays-images", "arrays.none", choice::imagesObjection, choice::images, choice::chooseImages);
        labels = list("arrays-labels", "arrays.labels.none", choice::labelsObjection, choice::labels,
                choice::chooseLabels);
        choice.part().subscribe(part -> follow());
    }

    /** Shows the question and returns at once. */
    static void ask(OpeningQuestion.Arrays arrays, Window owner, Consumer<Optional<OpenOptions>> answer) {
        var messages = Messages.of(ArraysDialog.class);
        var choice = new ArraysChoice(arrays.arrays());
        var open = new ButtonType(messages.get("arrays.yes"), ButtonBar.ButtonData.OK_DONE);
        var leave = new ButtonType(messages.get("open.no"), ButtonBar.ButtonData.CANCEL_CLOSE);
        var dialog = new Dialog<ButtonType>();
        dialog.initOwner(owner);
        dialog.setTitle(messages.get("open.title", arrays.path().getFileName()));
        dialog.setResizable(true);
        var pane = dialog.getDialogPane();
        pane.setHeaderText(messages.get("arrays.header", arrays.path().getFileName()));
        pane.getButtonTypes().addAll(open, leave);
        pane.setContent(new ArraysDialog(choice).content());
        pane.setPrefWidth(WIDTH);
        pane.getStylesheets().setAll(owner.getScene().getStylesheets());
        pane.lookupButton(open).disableProperty().bind(choice.keys().map(Optional::isEmpty));
        dialog.setOnHidden(
                hidden -> answer.accept(
                        dialog.getResult() == open
                                ? choice.keys().get().map(arrays.options()::withArrays)
                                : Optional.empty()));
        dialog.show();
    }

    private VBox content() {
        var parts = new Segments<>(ArraysChoice.PARTS, part -> messages.get("arrays.part." + part.key()),
                choice.part());
        parts.setId("arrays-part");
        var lists = new HBox(16, titled("arrays.images", images), titled("arrays.labels", labels));
        VBox.setVgrow(lists, Priority.ALWAYS);
        return new VBox(12, parts, lists);
    }

    private VBox titled(String key, ListView<?> list) {
        var title = new Label(messages.get(key));
        title.setLabelFor(list);
        VBox.setVgrow(list, Priority.ALWAYS);
        var box = new VBox(4, title, list);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setPrefWidth(WIDTH / 2);
        return box;
    }

    private ListView<Optional<NpzArray>> list(
            String id,
            String none,
            Function<NpzArray, Optional<String>> objection,
            Supplier<Optional<NpzArray>> chosen,
            Consumer<Optional<NpzArray>> choose) {
        var list = new ListView<Optional<NpzArray>>();
        list.setId(id);
        list.setPrefHeight(LIST_HEIGHT);
        list.getItems().setAll(items());
        list.setCellFactory(of -> new ArrayCell(none, objection));
        list.getSelectionModel().select(chosen.get());
        list.getSelectionModel().selectedItemProperty().subscribe((before, selected) -> {
            if (!following && selected != null) {
                choose.accept(selected);
                follow();
            }
        });
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
                step(list, objection, event.getCode() == KeyCode.UP ? -1 : 1);
                event.consume();
            }
        });
        return list;
    }

    /** Goes to the next array that can be chosen, over those that can't. */
    private static void step(
            ListView<Optional<NpzArray>> list,
            Function<NpzArray, Optional<String>> objection,
            int direction) {
        var items = list.getItems();
        for (int i = list.getSelectionModel().getSelectedIndex() + direction; i >= 0
                && i < items.size(); i += direction) {
            if (items.get(i).flatMap(objection).isEmpty()) {
                list.getSelectionModel().select(i);
                list.scrollTo(i);
                return;
            }
        }
    }

    private List<Optional<NpzArray>> items() {
        var items = new ArrayList<Optional<NpzArray>>();
        items.add(Optional.empty());
        choice.arrays().forEach(array -> items.add(Optional.of(array)));
        return items;
    }

    /** Shows what is chosen, which is not what was clicked where that can't be chosen. */
    private void follow() {
        following = true;
        images.getSelectionModel().select(choice.images());
        labels.getSelectionModel().select(choice.labels());
        images.refresh();
        labels.refresh();
        following = false;
    }

    /** An array's name, type and shape, or why it can't be chosen. */
    private final class ArrayCell extends ListCell<Optional<NpzArray>> {
        private final String none;
        private final Function<NpzArray, Optional<String>> objection;
        private final Label name = new Label();
        private final Label shape = new Label();
        private final Label why = new Label();
        private final VBox lines = new VBox(name, shape, why);

        ArrayCell(String none, Function<NpzArray, Optional<String>> objection) {
            this.none = none;
            this.objection = objection;
            name.getStyleClass().add("array-name");
            lines.setPadding(new Insets(3, 0, 3, 0));
            shape.getStyleClass().add("caption");
            why.getStyleClass().add("caption");
        }

        @Override
        protected void updateItem(Optional<NpzArray> item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            var reason = item.flatMap(objection);
            name.setText(item.map(NpzArray::name).orElse(messages.get(none)));
            show(shape, item.map(choice::describe).orElse(messages.get(none + ".text")));
            show(why, reason.orElse(""));
            // Grey and not disabled, so that the reason can be read.
            name.pseudoClassStateChanged(UNFIT, reason.isPresent());
            setGraphic(lines);
        }

        private static void show(Label label, String text) {
            label.setText(text);
            label.setVisible(!text.isEmpty());
            label.setManaged(!text.isEmpty());
        }
    }
}
