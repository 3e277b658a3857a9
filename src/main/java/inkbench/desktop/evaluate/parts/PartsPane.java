package inkbench.desktop.evaluate.parts;

import java.text.NumberFormat;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

import atlantafx.base.theme.Styles;
import inkbench.data.Part;
import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Theme;
import inkbench.desktop.evaluate.matrix.Cell;
import inkbench.desktop.evaluate.matrix.HeatMapRow;
import inkbench.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The parts of the open data side by side: what is measured of each, and their confusion matrices. */
public final class PartsPane extends StackPane {
    private static final double ROW_HEIGHT = 40;
    private static final double HEADER_HEIGHT = 43;
    private static final double PART_WIDTH = 90;
    private static final double INTERVAL_WIDTH = 150;
    private static final int INTERVAL = 3;

    private final Messages messages = Messages.of(PartsPane.class);
    private final NumberFormat percent = NumberFormat.getPercentInstance();
    private final NumberFormat whole = NumberFormat.getIntegerInstance();
    private final NumberFormat decimal = NumberFormat.getNumberInstance();
    private final PartsViewModel viewModel;
    private final TableView<PartRow> table = new TableView<>();
    private final HeatMapRow maps;
    private final Consumer<Part> measure;
    private final ObservableValue<Boolean> busy;

    /**
     * A pane that follows what was measured.
     *
     * @param measure
     *            measures a part
     * @param busy
     *            whether something is measured already
     * @param opened
     *            hears of which part a cell was chosen
     */
    public PartsPane(
            PartsViewModel viewModel,
            Consumer<Part> measure,
            ObservableValue<Boolean> busy,
            BiConsumer<Part, Cell> opened,
            Exports exports,
            Theme theme) {
        this.viewModel = viewModel;
        this.measure = measure;
        this.busy = busy;
        percent.setMinimumFractionDigits(2);
        percent.setMaximumFractionDigits(2);
        decimal.setMinimumFractionDigits(4);
        decimal.setMaximumFractionDigits(4);
        setId("parts");
        buildTable();
        exports.install(table, () -> messages.get("file"), viewModel::csv);
        maps = new HeatMapRow(exports, theme, (key, cell) -> opened.accept(part(key), cell));
        VBox.setVgrow(maps, Priority.ALWAYS);
        var all = new VBox(12, table, maps);
        var scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("edge-to-edge");
        getChildren().setAll(scroll);
        viewModel.rows().addListener((ListChangeListener<PartRow>) change -> showMaps());
        showMaps();
    }

    private Part part(String key) {
        return viewModel.rows().stream().map(PartRow::part).filter(part -> part.key().equals(key)).findFirst()
                .orElseThrow();
    }

    private void buildTable() {
        table.setId("part-table");
        table.getStyleClass().add("measure-table");
        table.setAccessibleText(messages.get("table"));
        table.setItems(viewModel.rows());
        table.setFixedCellSize(ROW_HEIGHT);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        var height = Bindings.size(viewModel.rows()).multiply(ROW_HEIGHT).add(HEADER_HEIGHT);
        table.prefHeightProperty().bind(height);
        table.minHeightProperty().bind(height);
        table.getColumns().add(column("part", "", row -> messages.get("part." + row.part().key())));
        table.getColumns().add(column("images", "numeric", row -> whole.format(row.images())));
        table.getColumns().add(column("accuracy", "numeric", row -> number(row, 0, percent)));
        table.getColumns().add(column("interval", "numeric", this::interval));
        table.getColumns().add(column("errors", "numeric", row -> number(row, 3, whole)));
        table.getColumns().add(column("kappa", "numeric", row -> number(row, 4, decimal)));
        table.getColumns().add(column("loss", "numeric", row -> number(row, 5, decimal)));
        table.getColumns().add(column("ece", "numeric", row -> number(row, 6, percent)));
        table.getColumns().get(0).setPrefWidth(PART_WIDTH);
        table.getColumns().get(INTERVAL).setPrefWidth(INTERVAL_WIDTH);
        var action = new TableColumn<PartRow, PartRow>();
        action.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        action.setCellFactory(made -> new MeasureCell());
        action.setSortable(false);
        action.setReorderable(false);
        table.getColumns().add(action);
    }

    private TableColumn<PartRow, String> column(String key, String style, Function<PartRow, String> text) {
        var column = new TableColumn<PartRow, String>(messages.get(key));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setSortable(false);
        column.setReorderable(false);
        column.getStyleClass().add(style);
        return column;
    }

    private String number(PartRow row, int place, NumberFormat format) {
        double value = row.numbers().get(place);
        return Double.isNaN(value) ? messages.get(row.summary() == null ? "unknown" : "none") : format.format(value);
    }

    private String interval(PartRow row) {
        return row.summary() == null
                ? messages.get("unknown")
                : messages.get("interval.value", number(row, 1, percent), number(row, 2, percent));
    }

    private void showMaps() {
        maps.show(
                viewModel.rows()
                        .stream()
                        .filter(row -> row.evaluation() != null)
                        .map(
                                row -> new HeatMapRow.Titled(
                                        row.part().key(),
                                        messages.get("part." + row.part().key()),
                                        row.evaluation().confusion()))
                        .toList());
    }

    /** A button where a part was not measured yet. */
    private final class MeasureCell extends TableCell<PartRow, PartRow> {
        private final Button button = new Button(messages.get("measure"));

        MeasureCell() {
            button.getStyleClass().add(Styles.SMALL);
            button.disableProperty().bind(Bindings.createBooleanBinding(busy::getValue, busy));
            button.setOnAction(event -> measure.accept(getItem().part()));
        }

        @Override
        protected void updateItem(PartRow row, boolean empty) {
            super.updateItem(row, empty);
            boolean open = !empty && row != null && row.evaluation() == null;
            setGraphic(open ? button : null);
            if (open) {
                button.setId("measure-" + row.part().key());
                button.setAccessibleText(messages.get("measure.text", messages.get("part." + row.part().key())));
            }
        }
    }
}
