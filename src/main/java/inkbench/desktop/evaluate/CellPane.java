package inkbench.desktop.evaluate;

import java.text.NumberFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import atlantafx.base.theme.Styles;
import inkbench.data.Dataset;
import inkbench.desktop.common.EmptyState;
import inkbench.desktop.common.Hints;
import inkbench.desktop.common.ProbabilityBars;
import inkbench.desktop.common.Theme;
import inkbench.desktop.common.image.DigitImage;
import inkbench.desktop.common.image.ImageGrid;
import inkbench.desktop.evaluate.matrix.CellSelection;
import inkbench.text.Messages;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The images behind the chosen cells, their mean, and the chosen one of them large. */
final class CellPane extends VBox {
    private static final double LARGE_EDGE = 168;
    private static final double MEAN_EDGE = 84;

    private final Messages messages = Messages.of(CellPane.class);
    private final NumberFormat percent = NumberFormat.getPercentInstance();
    private final EvaluateViewModel viewModel;
    private final Label title = new Label();
    private final Label order = new Label(messages.get("cell.order"));
    private final ImageGrid grid = new ImageGrid();
    private final Label none = new Label();
    private final Label imageTitle = new Label();
    private final DigitImage large = new DigitImage(LARGE_EDGE);
    private final StackPane barsHolder = new StackPane();
    private final HBox detail;
    private final VBox imageBox;
    private final EmptyState empty = new EmptyState(messages.get("cell.none"));
    private final Theme theme;
    private final DigitImage mean = new DigitImage(MEAN_EDGE);
    private final StringProperty obstacle = new SimpleStringProperty();
    private final HBox head;
    private List<Node> ofImages = List.of();
    private ProbabilityBars bars;

    CellPane(EvaluateViewModel viewModel, Theme theme) {
        super(8);
        this.viewModel = viewModel;
        this.theme = theme;
        percent.setMaximumFractionDigits(1);
        percent.setMinimumFractionDigits(1);
        getStyleClass().add("card");
        title.getStyleClass().add("card-title");
        title.setWrapText(true);
        title.setId("cell-title");
        none.getStyleClass().add("caption");
        order.getStyleClass().add("caption");
        imageTitle.getStyleClass().add("caption");
        grid.setId("cell-images");
        grid.setAccessibleText(messages.get("cell.images"));
        grid.imageEdge().set(56);
        grid.captionedBy(image -> percent.format(certainty(image)));
        grid.describedBy(this::describe);
        grid.selected().addListener((source, before, now) -> showImage());
        HBox.setHgrow(barsHolder, Priority.ALWAYS);
        detail = new HBox(16, large, barsHolder);
        detail.setAlignment(Pos.TOP_LEFT);
        head = head();
        imageBox = new VBox(8, imageTitle, detail);
        VBox.setVgrow(grid, Priority.ALWAYS);
        VBox.setVgrow(empty, Priority.ALWAYS);
        setMinWidth(348);
        viewModel.images().addListener((source, before, now) -> showCell());
        viewModel.mean().subscribe(pixels -> {
            if (pixels == null) {
                mean.clear();
            } else {
                mean.showInk(pixels, viewModel.images().get().width(), viewModel.images().get().height());
            }
        });
        showCell();
    }

    private HBox head() {
        var show = new Button(messages.get("cell.show"));
        show.setId("show-in-data");
        show.getStyleClass().add(Styles.SMALL);
        show.disableProperty().bind(obstacle.isNotNull());
        show.setOnAction(event -> viewModel.showInData());
        var hint = obstacle.orElse(messages.get("cell.show.tip"));
        var showHolder = Hints.always(show, hint);
        var words = new VBox(8, title, order, showHolder);
        words.setFillWidth(false);
        HBox.setHgrow(words, Priority.ALWAYS);
        mean.setId("mean-image");
        var meanTitle = new Label(messages.get("cell.mean"));
        meanTitle.getStyleClass().add("caption");
        var average = Hints.on(new VBox(4, mean, meanTitle), messages.get("cell.mean.tip"));
        average.setAlignment(Pos.TOP_CENTER);
        ofImages = List.of(order, showHolder, average);
        return new HBox(16, words, average);
    }

    private float certainty(int image) {
        return viewModel.probabilities(image)[viewModel.answer(image)];
    }

    private String describe(int image) {
        var images = viewModel.images().get();
        return messages.get(
                "cell.image",
                images.sourceIndex(image),
                images.classNames().get(images.label(image)),
                images.classNames().get(viewModel.answer(image)),
                percent.format(certainty(image)));
    }

    private void showCell() {
        var images = viewModel.images().get();
        if (images == null) {
            grid.images().set(null);
            getChildren().setAll(empty);
            return;
        }
        var names = images.classNames();
        var chosen = viewModel.selection().get();
        describeSelection(chosen, images);
        if (bars == null || barsHolder.getUserData() != names) {
            bars = new ProbabilityBars(names, theme);
            barsHolder.setUserData(names);
            barsHolder.getChildren().setAll(bars);
        }
        grid.images().set(images);
        if (images.size() == 0) {
            none.setText(
                    chosen.isProduct()
                            ? messages.get(
                                    "cell.empty",
                                    anyOf(chosen.truths(), names),
                                    anyOf(chosen.predictions(), names))
                            : messages.get("cell.empty.several"));
            getChildren().setAll(head, none);
            showParts(false);
            return;
        }
        getChildren().setAll(head, grid, imageBox);
        showParts(true);
        grid.selected().set(0);
        showImage();
    }

    /** Without images there is no mean, no order, and nothing to show in Data. */
    private void showParts(boolean shown) {
        ofImages.forEach(part -> {
            part.setVisible(shown);
            part.setManaged(shown);
        });
    }

    private void describeSelection(CellSelection chosen, Dataset images) {
        var truths = anyOf(chosen.truths(), images.classNames());
        boolean right = chosen.cells().size() == 1 && chosen.cells().iterator().next().right();
        title.setText(
                chosen.isProduct()
                        ? messages.get(
                                right ? "cell.right" : "cell.wrong",
                                truths,
                                anyOf(chosen.predictions(), images.classNames()),
                                images.size())
                        : messages.get("cell.several", chosen.cells().size(), images.size()));
        mean.setAccessibleText(messages.get("cell.mean.text", title.getText()));
        obstacle.set(chosen.isProduct() ? null : messages.get("cell.show.notProduct"));
    }

    private String anyOf(Set<Integer> classes, List<String> names) {
        return classes.stream().map(names::get).collect(Collectors.joining(messages.get("cell.or")));
    }

    private void showImage() {
        int image = grid.selected().get();
        var images = viewModel.images().get();
        imageBox.setVisible(image >= 0 && images != null);
        if (imageBox.isVisible()) {
            large.show(images, image);
            large.setAccessibleText(describe(image));
            bars.show(viewModel.probabilities(image));
            imageTitle.setText(describe(image));
        }
    }
}
