package inkbench.desktop.evaluate.measures;

import java.util.ArrayList;
import java.util.List;

import inkbench.desktop.common.Exports;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/** Measures as rows, each with its definition under the pointer; a column for each thing that is measured. */
final class MeasureTable extends TableView<MeasureRow> {
    private static final double NAME_WIDTH = 158;
    private static final double VALUE_WIDTH = 47;
    private static final double ROW_HEIGHT = 30;

    private final String nameTitle;
    private List<String> titles = List.of();

    /**
     * An empty table.
     *
     * @param name
     *            what the table is, for those who can't see it
     * @param nameTitle
     *            above the names of the measures
     * @param file
     *            the file name that is proposed, without ending
     */
    MeasureTable(String id, String name, String nameTitle, String file, Exports exports) {
        this.nameTitle = nameTitle;
        setId(id);
        setAccessibleText(name);
        setFixedCellSize(ROW_HEIGHT);
        getStyleClass().add("measure-table");
        exports.install(this, () -> file, this::csv);
        setRowFactory(view -> {
            var row = new TableRow<MeasureRow>();
            var tooltip = new Tooltip();
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(360);
            row.itemProperty().subscribe(measure -> {
                tooltip.setText(measure == null ? "" : measure.definition());
                row.setTooltip(measure == null ? null : tooltip);
                row.setAccessibleHelp(measure == null ? null : measure.definition());
            });
            return row;
        });
    }

    /**
     * Shows rows.
     *
     * @param columns
     *            titles of the values
     */
    void show(List<String> columns, List<MeasureRow> rows) {
        if (!titles.equals(columns) || getColumns().isEmpty()) {
            titles = List.copyOf(columns);
            var made = new ArrayList<TableColumn<MeasureRow, String>>();
            var names = new TableColumn<MeasureRow, String>(nameTitle);
            names.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().name()));
            names.setPrefWidth(NAME_WIDTH);
            made.add(names);
            for (int i = 0; i < titles.size(); i++) {
                int place = i;
                var column = new TableColumn<MeasureRow, String>(titles.get(i));
                column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().text(place)));
                column.setPrefWidth(titles.size() == 1 ? NAME_WIDTH : VALUE_WIDTH);
                column.getStyleClass().add("numeric");
                made.add(column);
            }
            made.forEach(column -> {
                column.setSortable(false);
                column.setReorderable(false);
            });
            getColumns().setAll(made);
        }
        getItems().setAll(rows);
    }

    /** The numbers with all their digits; NA where there is none. */
    String csv() {
        var csv = new StringBuilder(nameTitle);
        titles.forEach(title -> csv.append(',').append(title));
        csv.append('\n');
        for (var row : getItems()) {
            csv.append(row.name());
            for (double value : row.values()) {
                csv.append(',').append(Double.isNaN(value) ? MeasureRow.NOT_AVAILABLE : Double.toString(value));
            }
            csv.append('\n');
        }
        return csv.toString();
    }
}
