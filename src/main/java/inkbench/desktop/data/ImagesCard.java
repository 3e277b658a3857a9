package inkbench.desktop.data;

import org.kordamp.ikonli.javafx.FontIcon;

import atlantafx.base.theme.Styles;
import inkbench.desktop.common.image.DigitImage;
import inkbench.desktop.common.image.ImageGrid;
import inkbench.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All images of the part that pass the filter, and the chosen one large. */
final class ImagesCard extends VBox {
    private static final double SMALLEST_EDGE = 28;
    private static final double LARGEST_EDGE = 112;
    private static final double DETAIL_EDGE = 224;

    private final Messages messages = Messages.of(ImagesCard.class);
    private final DataViewModel viewModel;
    private final ImageGrid grid = new ImageGrid();
    private final DigitImage large = new DigitImage(DETAIL_EDGE);
    private final Label number = new Label();
    private final Label pixel = new Label();
    private final VBox details = new VBox(8, large, number, pixel);

    ImagesCard(DataViewModel viewModel) {
        super(8);
        this.viewModel = viewModel;
        getStyleClass().addAll("card", "images");
        grid.setId("images");
        grid.describedBy(viewModel::describe);
        grid.images().bind(viewModel.shown());
        grid.selected().subscribe(this::showDetails);
        large.setId("image-large");
        large.hoveredPixel().subscribe(this::showPixel);
        number.setWrapText(true);
        number.setId("image-number");
        pixel.getStyleClass().add("caption");
        details.getStyleClass().add("image-details");
        details.setMinWidth(DETAIL_EDGE + 17);
        details.setMaxWidth(DETAIL_EDGE + 17);
        HBox.setHgrow(grid, Priority.ALWAYS);
        var content = new HBox(16, grid, details);
        content.setMinHeight(0);
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(header(), content);
        showDetails();
    }

    private HBox header() {
        var title = new Label(messages.get("images.title"));
        title.getStyleClass().add("card-title");
        var filter = new Button(null, new FontIcon("fth-x"));
        filter.setId("filter");
        filter.setContentDisplay(ContentDisplay.RIGHT);
        filter.getStyleClass().addAll(Styles.SMALL, "chip");
        filter.setOnAction(event -> viewModel.label().set(DataViewModel.ALL));
        var count = new Label();
        count.setId("image-count");
        count.getStyleClass().add("caption");
        viewModel.shown().subscribe(images -> {
            showDetails();
            count.setText(viewModel.countText());
            showFilter(filter);
        });
        var sizeName = new Label(messages.get("images.size"));
        sizeName.getStyleClass().add("caption");
        var size = new Slider(SMALLEST_EDGE, LARGEST_EDGE, 2 * SMALLEST_EDGE);
        size.setId("image-size");
        size.setPrefWidth(112);
        size.setBlockIncrement(SMALLEST_EDGE);
        size.setMajorTickUnit(SMALLEST_EDGE);
        size.setMinorTickCount(0);
        size.setSnapToTicks(true);
        size.getStyleClass().add(Styles.SMALL);
        sizeName.setLabelFor(size);
        grid.imageEdge().bind(size.valueProperty());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var header = new HBox(8, title, filter, space, sizeName, size, count);
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private void showFilter(Button filter) {
        int label = viewModel.label().get();
        var images = viewModel.whole().get();
        boolean filtered = label != DataViewModel.ALL && images != null && images.labelled();
        filter.setVisible(filtered);
        filter.setManaged(filtered);
        if (filtered) {
            filter.setText(messages.get("images.filter", images.classNames().get(label)));
            filter.setAccessibleText(messages.get("images.filter.remove", images.classNames().get(label)));
        }
    }

    private void showDetails() {
        int index = grid.selected().get();
        if (index < 0) {
            large.clear();
            number.setText(viewModel.shown().get() == null ? "" : messages.get("image.none"));
            number.getStyleClass().setAll("label", "caption");
        } else {
            number.getStyleClass().setAll("label", "detail-title");
            large.show(viewModel.shown().get(), index);
            number.setText(viewModel.describe(index));
        }
        large.setVisible(index >= 0);
        large.setManaged(index >= 0);
        large.setAccessibleText(number.getText());
        showPixel();
    }

    private void showPixel() {
        int index = grid.selected().get();
        int hovered = large.hoveredPixel().get();
        pixel.setText(index >= 0 && hovered >= 0 ? viewModel.describePixel(index, hovered) : "");
    }
}
