package inkbench.desktop.data.findings;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import inkbench.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * A table of what was found, a row each, to sort and to choose from; a sentence where it is empty.
 *
 * @param <T>
 *            what a row is about
 */
final class FindingsTable<T> extends StackPane {
    /** Of the names of the columns, with the borders of the table. */
    private static final double HEADER_HEIGHT = 42;

    private final Messages messages = Messages.of(FindingsTable.class);
    private final ObservableList<T> rows = FXCollections.observableArrayList();
    private final SortedList<T> sorted = new SortedList<>(rows);
    private final TableView<T> table = new TableView<>(sorted);
    private final Label sentence = new Label();
    private final Button look = new Button(messages.get("look"));
    private final VBox nothing = new VBox(16, sentence, look);

    /**
     * An empty table.
     *
     * @param name
     *            what the table is, for those who can't see it
     * @param onLook
     *            what the button does that stands there while nobody has looked
     * @param onOpen
     *            what Enter and a double click do
     */
    FindingsTable(String id, String name, Runnable onLook, Consumer<T> onOpen) {
        table.setId(id);
        table.setAccessibleText(name);
        table.setFixedCellSize(ThumbnailCell.ROW_HEIGHT);
        // No higher than its rows: a table fills what is left with empty ones, cell by cell.
        table.maxHeightProperty().bind(Bindings.size(rows).multiply(ThumbnailCell.ROW_HEIGHT).add(HEADER_HEIGHT));
        setAlignment(table, Pos.TOP_CENTER);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setRowFactory(view -> {
            var row = new TableRow<T>();
            row.setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && row.getItem() != null) {
                    onOpen.accept(row.getItem());
                }
            });
            return row;
        });
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && chosen() != null) {
                onOpen.accept(chosen());
                event.consume();
            }
        });
        sentence.setId(id + "-none");
        sentence.setWrapText(true);
        look.setId(id + "-look");
        look.setOnAction(event -> onLook.run());
        getStyleClass().add("findings-table");
        nothing.getStyleClass().add("empty-state");
        nothing.setAlignment(Pos.CENTER);
        getChildren().addAll(table, nothing);
    }

    /** The table itself. */
    TableView<T> view() {
        return table;
    }

    /** The row that is chosen; null for none. */
    T chosen() {
        return table.getSelectionModel().getSelectedItem();
    }

    /** The rows as they are sorted now. */
    List<T> inOrder() {
        return List.copyOf(sorted);
    }

    /**
     * Shows rows.
     *
     * @param empty
     *            what to say if there are none
     * @param askToLook
     *            whether to offer to look for some
     * @param keepLine
     *            whether the line that was chosen stays chosen, whatever is in it now
     */
    void show(List<T> found, String empty, boolean askToLook, boolean keepLine) {
        if (!rows.equals(found)) {
            fill(found, keepLine);
        }
        table.setVisible(!found.isEmpty());
        nothing.setVisible(found.isEmpty());
        sentence.setText(empty);
        look.setVisible(askToLook);
        look.setManaged(askToLook);
    }

    private void fill(List<T> found, boolean keepLine) {
        int before = table.getSelectionModel().getSelectedIndex();
        rows.setAll(found);
        if (found.isEmpty()) {
            return;
        }
        if (keepLine && before >= 0) {
            table.getSelectionModel().clearAndSelect(Math.min(before, found.size() - 1));
        } else {
            table.getSelectionModel().clearSelection();
            table.scrollTo(0);
        }
    }

    /** Adds a column of pictures. */
    void addImages(Function<FindingsTable<T>, ThumbnailCell<T>> cell) {
        var column = new TableColumn<T, T>(messages.get("column.image"));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(unused -> cell.apply(this));
        column.setSortable(false);
        column.setPrefWidth(56);
        table.getColumns().add(column);
    }

    /**
     * Adds a column.
     *
     * @param key
     *            of its name among the messages
     * @param order
     *            by which it is sorted
     * @param text
     *            what a cell says
     */
    void add(String key, double width, boolean numeric, Comparator<T> order, Function<T, String> text) {
        var column = new TableColumn<T, T>();
        var head = new Label(messages.get("column." + key));
        column.setGraphic(head);
        column.setId("column-" + key);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setComparator(order);
        column.setPrefWidth(width);
        column.setCellFactory(unused -> new TableCell<>() {
            @Override
            protected void updateItem(T item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : text.apply(item));
            }
        });
        if (numeric) {
            column.getStyleClass().add("numeric");
        }
        table.getColumns().add(column);
    }

    /** Says what a column means, where its name doesn't. */
    void define(String key) {
        table.getColumns()
                .stream()
                .filter(column -> ("column-" + key).equals(column.getId()))
                .forEach(column -> {
                    var hint = new Tooltip(messages.get("column." + key + ".define"));
                    hint.setWrapText(true);
                    hint.setMaxWidth(360);
                    ((Label) column.getGraphic()).setTooltip(hint);
                });
    }
}
