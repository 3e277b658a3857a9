package inkbench.desktop.train.architecture;

import java.text.NumberFormat;

import inkbench.text.Messages;
import javafx.beans.property.IntegerProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One layer in the list: what it is, what comes out, how many numbers it has and what it costs. Can be dragged. */
final class LayerCell extends ListCell<LayerRow> {
    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");
    private static final int NONE = -1;
    static final double SHAPE_WIDTH = 90;
    static final double NUMBER_WIDTH = 90;

    private final Messages messages = Messages.of(LayerCell.class);
    private final NumberFormat whole = NumberFormat.getIntegerInstance();
    private final LayerNames names = new LayerNames();
    private final Label name = new Label();
    private final Label shape = column(SHAPE_WIDTH);
    private final Label parameters = column(NUMBER_WIDTH);
    private final Label cost = column(NUMBER_WIDTH);
    private final Label problem = new Label();
    private final VBox content;
    private final IntegerProperty drag;

    /**
     * A cell.
     *
     * @param drag
     *            place of the layer that the mouse has hold of, for all cells of the list
     */
    LayerCell(ArchitectureViewModel viewModel, IntegerProperty drag) {
        this.drag = drag;
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var line = new HBox(8, name, space, shape, parameters, cost);
        line.setAlignment(Pos.CENTER_LEFT);
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        content = new VBox(2, line, problem);
        content.setAlignment(Pos.CENTER_LEFT);
        // As wide as the list, never wider: a long sentence wraps.
        setPrefWidth(0);
        getStyleClass().add("layer-cell");
        dragTo(viewModel);
    }

    /** Within this list alone, so not by way of the system's clipboard. */
    private void dragTo(ArchitectureViewModel viewModel) {
        // Who fires the detection depends on how far the mouse got until then.
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> drag.set(isEmpty() ? NONE : getIndex()));
        setOnDragDetected(event -> {
            if (drag.get() != NONE) {
                startFullDrag();
                getScene().setCursor(Cursor.MOVE);
                event.consume();
            }
        });
        setOnMouseDragEntered(event -> pseudoClassStateChanged(DROP, drag.get() != NONE && drag.get() != getIndex()));
        setOnMouseDragExited(event -> pseudoClassStateChanged(DROP, false));
        setOnMouseDragReleased(event -> {
            pseudoClassStateChanged(DROP, false);
            if (drag.get() != NONE) {
                viewModel.move(drag.get(), isEmpty() ? getListView().getItems().size() - 1 : getIndex());
                event.consume();
            }
        });
        addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            drag.set(NONE);
            getScene().setCursor(Cursor.DEFAULT);
        });
    }

    @Override
    protected void updateItem(LayerRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        name.setText(names.of(row.layer()));
        shape.setText(row.output().map(Object::toString).orElse("\u2013"));
        parameters.setText(number(row.parameters()));
        cost.setText(number(row.multiplyAdds()));
        problem.setText(row.problem());
        problem.setVisible(row.problem() != null);
        problem.setManaged(row.problem() != null);
        setAccessibleText(
                row.problem() == null
                        ? messages.get("layer.spoken", name.getText(), shape.getText(), row.parameters())
                        : name.getText() + ". " + row.problem());
        setGraphic(content);
    }

    private String number(long count) {
        return count == 0 ? "\u2013" : whole.format(count);
    }

    private static Label column(double width) {
        var label = new Label();
        label.setMinWidth(width);
        label.setPrefWidth(width);
        label.setAlignment(Pos.CENTER_RIGHT);
        return label;
    }
}
