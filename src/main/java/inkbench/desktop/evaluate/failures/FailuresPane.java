package inkbench.desktop.evaluate.failures;

import java.util.List;

import atlantafx.base.theme.Styles;
import inkbench.desktop.common.EmptyState;
import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Hints;
import inkbench.desktop.common.Segments;
import inkbench.desktop.common.Theme;
import inkbench.desktop.common.image.ImageGrid;
import inkbench.evaluation.failures.ConfusedPair;
import inkbench.text.Messages;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The images that the model is worst at, and why it reads the chosen one as it does. */
public final class FailuresPane extends VBox {
    private static final double IMAGE_EDGE = 56;
    /** Room for a column of images and the scroll bar, in the smallest window. */
    private static final double LEAST_WIDTH = 84;
    private static final double PAIRS_WIDTH = 172;

    private final Messages messages = Messages.of(FailuresPane.class);
    private final FailuresViewModel viewModel;
    private final FailureTexts texts;
    private final ImageGrid grid = new ImageGrid();
    private final ListView<ConfusedPair> pairs = new ListView<>();
    private final Label title = new Label();
    private final Button show = new Button(messages.get("show"));
    private final StackPane content = new StackPane();
    private final HBox result;
    private final EmptyState none = new EmptyState(messages.get("none"));
    private final Label busy = new Label(messages.get("busy"));

    /** A pane that looks at nothing yet. */
    public FailuresPane(FailuresViewModel viewModel, Exports exports, Theme theme) {
        super(12);
        this.viewModel = viewModel;
        texts = new FailureTexts(viewModel);
        setId("failures");
        buildGrid(exports);
        buildPairs();
        title.setId("failures-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        title.getStyleClass().add("caption");
        var list = new VBox(8, title, grid);
        VBox.setVgrow(grid, Priority.ALWAYS);
        HBox.setHgrow(list, Priority.ALWAYS);
        var why = new ScrollPane(new FailurePane(viewModel, texts, exports, theme));
        why.getStyleClass().add("edge-to-edge");
        why.setFitToWidth(true);
        why.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        why.setMinWidth(USE_PREF_SIZE);
        result = new HBox(16, pairs, list, why);
        busy.getStyleClass().add("caption");
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().setAll(head(), content);
        viewModel.shown().subscribe(shown -> show(shown));
        viewModel.list().subscribe(shown -> showPairs());
        viewModel.failures().subscribe(failures -> {
            pairs.getItems().setAll(failures == null ? List.of() : failures.confusedPairs());
            pairs.getSelectionModel().select(viewModel.pair().get());
        });
    }

    /** Whether somebody looks: nothing is computed before. */
    public BooleanProperty active() {
        return viewModel.active();
    }

    private HBox head() {
        var lists = new Segments<>(
                List.of(FailureList.values()),
                choice -> messages.get("list." + choice),
                viewModel.list());
        lists.setId("failures-list");
        lists.getButtons().forEach(button -> {
            button.setId("failures-" + button.getUserData());
            Hints.on(button, messages.get("list." + button.getUserData() + ".tip"));
        });
        show.setId("failures-show");
        show.getStyleClass().add(Styles.SMALL);
        show.disableProperty().bind(viewModel.selected().lessThan(0));
        show.setOnAction(event -> viewModel.showInData());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(8, lists, gap, Hints.on(show, messages.get("show.tip")));
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void buildGrid(Exports exports) {
        grid.setId("failures-images");
        grid.setAccessibleText(messages.get("images"));
        grid.imageEdge().set(IMAGE_EDGE);
        grid.setMinSize(LEAST_WIDTH, 2 * IMAGE_EDGE);
        grid.captionedBy(texts::caption);
        grid.describedBy(texts::describe);
        grid.selected().bindBidirectional(viewModel.selected());
        exports.installWith(this::menuItems, grid, () -> messages.get("file"), texts::csv);
    }

    private List<MenuItem> menuItems() {
        var item = new MenuItem(messages.get("show"));
        item.setDisable(viewModel.selected().get() < 0);
        item.setOnAction(event -> viewModel.showInData());
        return List.of(item);
    }

    private void buildPairs() {
        pairs.setId("failures-pairs");
        pairs.setAccessibleText(messages.get("pairs"));
        pairs.setMinWidth(PAIRS_WIDTH);
        pairs.setMaxWidth(PAIRS_WIDTH);
        pairs.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(ConfusedPair pair, boolean empty) {
                super.updateItem(pair, empty);
                setText(empty || viewModel.shown().get() == null ? null : texts.pair(pair));
            }
        });
        pairs.getSelectionModel().selectedItemProperty().addListener((source, before, now) -> {
            if (now != null) {
                viewModel.pair().set(now);
            }
        });
    }

    private void showPairs() {
        boolean wanted = viewModel.list().get() == FailureList.PAIRS;
        pairs.setVisible(wanted);
        pairs.setManaged(wanted);
    }

    private void show(ShownFailures shown) {
        title.setText(texts.title());
        grid.images().set(shown == null ? null : shown.images());
        if (shown == null) {
            content.getChildren().setAll(busy);
        } else if (shown.size() == 0) {
            content.getChildren().setAll(none);
        } else {
            content.getChildren().setAll(result);
            grid.selected().set(0);
        }
    }
}
