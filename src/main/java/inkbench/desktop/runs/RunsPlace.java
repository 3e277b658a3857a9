package inkbench.desktop.runs;

import java.util.function.Function;

import inkbench.app.Workbench;
import inkbench.desktop.common.EmptyState;
import inkbench.desktop.common.FinishedRun;
import inkbench.desktop.common.Place;
import inkbench.desktop.common.Session;
import inkbench.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** Every run of this session in a table: what it cost, and how good it became. */
public final class RunsPlace implements Place {
    /** Columns without a width of their own are measured cell by cell when the table is shown, for 100 ms. */
    private static final double COLUMN_WIDTH = 110;
    private static final double ROW_HEIGHT = 32;
    private static final double HEADER_ROWS = 1.3;

    private final Messages messages = Messages.of(RunsPlace.class);
    private final Workbench workbench;
    private final Session session;
    private StackPane view;

    public RunsPlace(Workbench workbench, Session session) {
        this.workbench = workbench;
        this.session = session;
    }

    @Override
    public String id() {
        return "runs";
    }

    @Override
    public String title() {
        return messages.get("place.title");
    }

    @Override
    public String icon() {
        return "fth-list";
    }

    @Override
    public Node view() {
        if (view == null) {
            view = new StackPane();
            var content = content();
            var empty = new EmptyState(messages.get("empty"), messages.get("empty.train"),
                    () -> session.place().set("train"));
            // Both are always there, so that the table's first look is prepared for with the rest of the place.
            view.getChildren().setAll(content, empty);
            var none = Bindings.isEmpty(session.runs());
            content.visibleProperty().bind(none.not());
            empty.visibleProperty().bind(none);
        }
        return view;
    }

    private VBox content() {
        var table = table();
        var title = new Label(messages.get("place.title"));
        title.getStyleClass().add("card-title");
        var use = new Button(messages.get("use"));
        use.setId("runs-use");
        use.setOnAction(event -> session.model().set(chosen(table).model()));
        var save = new Button(messages.get("save"));
        save.setId("runs-save");
        save.setOnAction(event -> save(chosen(table)));
        var none = Bindings.isNull(table.getSelectionModel().selectedItemProperty());
        use.disableProperty().bind(none);
        save.disableProperty().bind(none);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var header = new HBox(8, title, space, use, save);
        header.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(table, Priority.ALWAYS);
        var card = new VBox(8, header, table);
        card.getStyleClass().add("card");
        return card;
    }

    private TableView<FinishedRun> table() {
        var table = new TableView<>(session.runs());
        table.setId("runs-table");
        table.setFixedCellSize(ROW_HEIGHT);
        // No higher than its rows: a table fills what is left with empty ones, cell by cell, and that takes 80 ms.
        table.maxHeightProperty().bind(Bindings.size(session.runs()).add(HEADER_ROWS).multiply(ROW_HEIGHT));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(text("name", FinishedRun::name));
        table.getColumns().add(text("data", FinishedRun::dataName));
        table.getColumns().add(text("network", run -> run.model().architecture().name()));
        table.getColumns().add(number("parameters", run -> run.model().architecture().parameterCount()));
        table.getColumns().add(number("epochs", run -> run.result().history().size()));
        table.getColumns().add(number("seconds", run -> run.result().seconds()));
        table.getColumns().add(number("speed", run -> run.result().samplesPerSecond()));
        table.getColumns().add(number("accuracy", FinishedRun::testAccuracy));
        session.runs().subscribe(() -> table.getSelectionModel().selectLast());
        table.getSelectionModel().selectLast();
        return table;
    }

    private TableColumn<FinishedRun, String> text(String key, Function<FinishedRun, String> value) {
        var column = new TableColumn<FinishedRun, String>(messages.get("column." + key));
        column.setPrefWidth(COLUMN_WIDTH);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        return column;
    }

    private TableColumn<FinishedRun, Number> number(String key, Function<FinishedRun, Number> value) {
        var column = new TableColumn<FinishedRun, Number>(messages.get("column." + key));
        column.setPrefWidth(COLUMN_WIDTH);
        column.getStyleClass().add("numeric");
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(unused -> new TableCell<>() {
            @Override
            protected void updateItem(Number item, boolean empty) {
                super.updateItem(item, empty);
                boolean known = item != null && !empty && !Double.isNaN(item.doubleValue());
                setText(known ? messages.get("value." + key, item) : null);
            }
        });
        return column;
    }

    private static FinishedRun chosen(TableView<FinishedRun> table) {
        return table.getSelectionModel().getSelectedItem();
    }

    private void save(FinishedRun run) {
        var chooser = new FileChooser();
        chooser.setTitle(messages.get("save.title"));
        chooser.setInitialFileName(run.name() + ".ink");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(messages.get("save.type"), "*.ink"));
        var file = chooser.showSaveDialog(view.getScene().getWindow());
        if (file != null) {
            session.watch(workbench.models().save(run.model(), file.toPath()), saved -> {});
        }
    }
}
