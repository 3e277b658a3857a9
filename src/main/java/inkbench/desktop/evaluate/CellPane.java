package inkbench.desktop.evaluate;

import java.text.NumberFormat;

import inkbench.desktop.common.EmptyState;
import inkbench.desktop.common.ProbabilityBars;
import inkbench.desktop.common.Theme;
import inkbench.desktop.common.image.DigitImage;
import inkbench.desktop.common.image.ImageGrid;
import inkbench.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The images behind a cell, and the chosen one of them large. */
final class CellPane extends VBox {
    private static final double LARGE_EDGE = 168;

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
        imageBox = new VBox(8, imageTitle, detail);
        VBox.setVgrow(grid, Priority.ALWAYS);
        VBox.setVgrow(empty, Priority.ALWAYS);
        setMinWidth(348);
        viewModel.images().addListener((source, before, now) -> showCell());
        showCell();
    }

    private float certainty(int image) {
        return viewModel.probabilities(image)[viewModel.selection().get().prediction()];
    }

    private String describe(int image) {
        var images = viewModel.images().get();
        return messages.get(
                "cell.image",
                images.sourceIndex(image),
                images.classNames().get(viewModel.selection().get().truth()),
                images.classNames().get(viewModel.selection().get().prediction()),
                percent.format(certainty(image)));
    }

    private void showCell() {
        var images = viewModel.images().get();
        var cell = viewModel.selection().get();
        if (images == null || cell == null) {
            grid.images().set(null);
            getChildren().setAll(empty);
            return;
        }
        var names = images.classNames();
        var key = cell.truth() == cell.prediction() ? "cell.right" : "cell.wrong";
        title.setText(messages.get(key, names.get(cell.truth()), names.get(cell.prediction()), images.size()));
        if (bars == null || barsHolder.getUserData() != names) {
            bars = new ProbabilityBars(names, theme);
            barsHolder.setUserData(names);
            barsHolder.getChildren().setAll(bars);
        }
        grid.images().set(images);
        if (images.size() == 0) {
            none.setText(messages.get("cell.empty", names.get(cell.truth()), names.get(cell.prediction())));
            getChildren().setAll(title, none);
            return;
        }
        getChildren().setAll(title, order, grid, imageBox);
        grid.selected().set(0);
        showImage();
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
