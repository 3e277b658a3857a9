package inkbench.desktop.data.split;

import java.util.ArrayList;
import java.util.List;

import inkbench.app.DataSplits.Cut;
import inkbench.text.Messages;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** How many images of each class the parts of a cut set have: a row for each part, a column for each class. */
final class SizesView extends TableView<SizesView.Row> {
    private static final double ROW_HEIGHT = 40;
    private static final double HEAD_HEIGHT = 46;
    /** Three parts and all together. */
    private static final int ROWS = 4;
    /** Another than a column's own, which would be fitted to what is in it. */
    private static final double PART_WIDTH = 84;
    private static final double CLASS_WIDTH = 63;
    private static final double TOTAL_WIDTH = 72;

    private final Messages messages = Messages.of(SizesView.class);
    private List<String> classes = List.of();

    /**
     * A part, or all together.
     *
     * @param cells
     *            a text for each class, and one for the whole part
     */
    record Row(String name, List<String> cells) {}

    SizesView() {
        setId("split-sizes");
        getStyleClass().add("sizes");
        setFixedCellSize(ROW_HEIGHT);
        setPlaceholder(new Label(messages.get("sizes.none")));
        double height = HEAD_HEIGHT + ROWS * ROW_HEIGHT + 2;
        setMinHeight(height);
        setPrefHeight(height);
    }

    void show(Cut cut, SplitViewModel viewModel) {
        var sizes = cut.sizes();
        if (!classes.equals(sizes.classNames())) {
            classes = sizes.classNames();
            makeColumns();
        }
        var rows = new ArrayList<Row>();
        for (var part : sizes.counts().keySet()) {
            var cells = new ArrayList<String>();
            for (int label = 0; label < classes.size(); label++) {
                cells.add(messages.get("sizes.cell", sizes.count(part, label), sizes.share(part, label)));
            }
            cells.add(messages.get("sizes.cell", sizes.total(part), (double) sizes.total(part) / sizes.total()));
            rows.add(new Row(viewModel.partName(part), cells));
        }
        var all = new ArrayList<String>();
        for (int label = 0; label < classes.size(); label++) {
            all.add(messages.get("sizes.cell", sizes.count(label), sizes.share(label)));
        }
        all.add(messages.get("sizes.cell", sizes.total(), 1));
        rows.add(new Row(messages.get("sizes.all"), all));
        getItems().setAll(rows);
    }

    private void makeColumns() {
        var columns = new ArrayList<TableColumn<Row, String>>();
        var part = new TableColumn<Row, String>(messages.get("sizes.part"));
        part.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().name()));
        part.getStyleClass().add("sizes-part");
        part.setPrefWidth(PART_WIDTH);
        columns.add(part);
        for (int label = 0; label < classes.size(); label++) {
            columns.add(column(classes.get(label), label, CLASS_WIDTH));
        }
        columns.add(column(messages.get("sizes.total"), classes.size(), TOTAL_WIDTH));
        columns.forEach(column -> {
            column.setSortable(false);
            column.setReorderable(false);
        });
        getColumns().setAll(columns);
    }

    private static TableColumn<Row, String> column(String name, int at, double width) {
        var column = new TableColumn<Row, String>(name);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().cells().get(at)));
        column.getStyleClass().add("numeric");
        column.setPrefWidth(width);
        return column;
    }
}
