package inkbench.desktop.data.grid;

import atlantafx.base.theme.Styles;
import inkbench.app.browse.ImageOrder;
import inkbench.app.browse.ImageSelection;
import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Hints;
import inkbench.desktop.common.Session;
import inkbench.desktop.common.image.ImageGrid;
import inkbench.desktop.data.correction.CorrectionActions;
import inkbench.desktop.data.correction.CorrectionsViewModel;
import inkbench.desktop.data.selection.ImagesViewModel;
import inkbench.text.Messages;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** All images that pass the filter, in an order of choice, and the chosen one large. */
public final class ImagesCard extends VBox {
    private static final double SMALLEST_EDGE = 28;
    private static final double LARGEST_EDGE = 112;

    private final Messages messages = Messages.of(ImagesCard.class);
    private final ImagesViewModel images;
    private final GridViewModel viewModel;
    private final ImageGrid grid = new ImageGrid();
    private final Label none = new Label(messages.get("empty"));
    private final StackPane gridPane = new StackPane(grid, none);
    private final ImageDetails details;
    private final FilterBar filters;
    private final Slider size = new Slider(SMALLEST_EDGE, LARGEST_EDGE, 2 * SMALLEST_EDGE);
    private final ComboBox<ImageOrder> orders = new ComboBox<>();
    private final TextField search = new TextField();
    private final Label notFound = new Label();
    /** The grid's choice follows that of the place, which must not be taken for a user's choice then. */
    private boolean following;

    /**
     * A card that shows and changes what is looked at.
     *
     * @param views
     *            stands in its head: lets the user look at something else than images
     */
    public ImagesCard(Session session, ImagesViewModel images, CorrectionsViewModel corrections, Exports exports,
            Node views) {
        super(8);
        this.images = images;
        viewModel = new GridViewModel(images);
        var actions = new CorrectionActions(corrections);
        filters = new FilterBar(images);
        details = new ImageDetails(viewModel, corrections, exports);
        getStyleClass().addAll("card", "images");
        grid.setId("images");
        grid.describedBy(viewModel::describe);
        grid.markedBy(viewModel::mark);
        images.shown().subscribe(this::fill);
        exports.installLater(
                grid,
                () -> "images-" + session.data().get().name(),
                viewModel::csv,
                actions::menuItems);
        actions.installOn(grid);
        none.getStyleClass().add("caption");
        none.setMouseTransparent(true);
        HBox.setHgrow(gridPane, Priority.ALWAYS);
        gridPane.setMinSize(0, 0);
        var content = new HBox(16, gridPane, details);
        content.setMinHeight(0);
        VBox.setVgrow(content, Priority.ALWAYS);
        notFound.setId("image-search-problem");
        notFound.getStyleClass().add("problem");
        tell(null);
        getChildren().addAll(header(views), filters.chips(), notFound, content);
        grid.selected().subscribe(index -> choose(index.intValue()));
        images.selected().subscribe(this::follow);
        images.shown().subscribe(shown -> {
            none.setVisible(shown != null && shown.size() == 0);
            follow();
        });
        viewModel.enlarged().subscribe(enlarged -> {
            content.getChildren().remove(gridPane);
            if (!enlarged) {
                content.getChildren().addFirst(gridPane);
            }
            HBox.setHgrow(details, enlarged ? Priority.ALWAYS : Priority.NEVER);
        });
        grid.addEventFilter(ScrollEvent.SCROLL, this::zoom);
        grid.addEventHandler(KeyEvent.KEY_PRESSED, this::pressKey);
        grid.addEventHandler(KeyEvent.KEY_TYPED, this::typeNumber);
        grid.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2) {
                enlarge();
            }
        });
        viewModel.enlarged().subscribe((before, now) -> {
            if (!now) {
                grid.requestFocus();
            }
        });
    }

    /** Whether the chosen image wants the whole place. */
    public BooleanProperty enlarged() {
        return viewModel.enlarged();
    }

    /** Gives the images the keys. */
    public void focusImages() {
        grid.requestFocus();
    }

    private HBox header(Node views) {
        var count = new Label();
        count.setId("image-count");
        count.getStyleClass().add("caption");
        count.setMinWidth(Region.USE_PREF_SIZE);
        images.shown().subscribe(shown -> count.setText(images.countText()));
        var busy = new ProgressIndicator();
        busy.setPrefSize(16, 16);
        busy.setMinSize(16, 16);
        busy.visibleProperty().bind(images.searching());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var header = new HBox(
                8,
                views,
                filters,
                space,
                busy,
                caption("sort", orders()),
                orders,
                caption("size", size),
                sizes(),
                searchField(),
                count);
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private ComboBox<ImageOrder> orders() {
        orders.setId("image-order");
        orders.getStyleClass().add(Styles.SMALL);
        orders.setMinWidth(Region.USE_PREF_SIZE);
        orders.setConverter(new StringConverter<>() {
            @Override
            public String toString(ImageOrder order) {
                return order == null ? "" : viewModel.name(order);
            }

            @Override
            public ImageOrder fromString(String text) {
                throw new UnsupportedOperationException("Nobody types here");
            }
        });
        images.collection().subscribe(all -> {
            var possible = viewModel.orders();
            if (!orders.getItems().equals(possible)) {
                orders.getItems().setAll(possible);
            }
            orders.setValue(images.order().get());
        });
        images.order().subscribe(orders::setValue);
        orders.valueProperty().subscribe(order -> {
            if (order != null && viewModel.orders().contains(order)) {
                images.order().set(order);
            }
        });
        return orders;
    }

    private Slider sizes() {
        size.setId("image-size");
        size.setPrefWidth(96);
        size.setMinWidth(64);
        size.setBlockIncrement(SMALLEST_EDGE);
        size.setMajorTickUnit(SMALLEST_EDGE);
        size.setMinorTickCount(0);
        size.setSnapToTicks(true);
        size.getStyleClass().add(Styles.SMALL);
        grid.imageEdge().bind(size.valueProperty());
        return size;
    }

    private TextField searchField() {
        search.setId("image-search");
        search.setPromptText(messages.get("search"));
        search.setPrefWidth(88);
        search.setMinWidth(72);
        search.getStyleClass().add(Styles.SMALL);
        Hints.on(search, messages.get("search.help"));
        search.setOnAction(event -> tell(viewModel.goTo(search.getText())));
        search.textProperty().subscribe((before, now) -> tell(null));
        search.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                search.clear();
                grid.requestFocus();
                event.consume();
            }
        });
        return search;
    }

    /** Says what is wrong with the number that is searched for, or takes that away. */
    private void tell(String problem) {
        search.pseudoClassStateChanged(Styles.STATE_DANGER, problem != null);
        search.setAccessibleHelp(problem == null ? messages.get("search.help") : problem);
        notFound.setText(problem);
        notFound.setVisible(problem != null);
        notFound.setManaged(problem != null);
    }

    private Label caption(String key, Node of) {
        var caption = new Label(messages.get(key));
        caption.getStyleClass().add("caption");
        caption.setMinWidth(Region.USE_PREF_SIZE);
        caption.setLabelFor(of);
        return caption;
    }

    /** Other images begin at the top; the same ones, corrected, stay where they are. */
    private void fill(ImageSelection before, ImageSelection now) {
        boolean corrected = before != null && now != null && before.collection() != now.collection()
                && now.collection().set().hasImagesOf(before.collection().set());
        following = true;
        if (corrected) {
            grid.replace(now);
        } else {
            grid.images().set(now);
        }
        following = false;
    }

    private void choose(int index) {
        var shown = images.shown().get();
        if (!following && shown != null && index >= 0 && index < shown.size()) {
            images.selected().set(shown.position(index));
        }
    }

    private void follow() {
        var shown = images.shown().get();
        int position = images.selected().get();
        following = true;
        int index = grid.selected().get();
        boolean there = shown != null && index >= 0 && index < shown.size() && shown.position(index) == position;
        if (!there) {
            grid.selected().set(shown == null || position < 0 ? ImagesViewModel.NONE : shown.find(position));
        }
        following = false;
    }

    private void zoom(ScrollEvent event) {
        if (event.isShortcutDown() && event.getDeltaY() != 0) {
            if (event.getDeltaY() > 0) {
                size.increment();
            } else {
                size.decrement();
            }
            event.consume();
        }
    }

    private void pressKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            enlarge();
            event.consume();
        } else if (event.isShortcutDown() && (event.getCode() == KeyCode.PLUS || event.getCode() == KeyCode.EQUALS)) {
            size.increment();
            event.consume();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.MINUS) {
            size.decrement();
            event.consume();
        }
    }

    private void enlarge() {
        if (images.selected().get() != ImagesViewModel.NONE) {
            viewModel.enlarged().set(true);
            details.focusImage();
        }
    }

    /** A # typed in the grid begins a number to go to. */
    private void typeNumber(KeyEvent event) {
        if (!event.isShortcutDown() && event.getCharacter().equals("#")) {
            search.clear();
            search.requestFocus();
            search.end();
            event.consume();
        }
    }
}
