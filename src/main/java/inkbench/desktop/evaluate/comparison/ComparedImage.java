package inkbench.desktop.evaluate.comparison;

import java.util.List;

import inkbench.desktop.common.ProbabilityBars;
import inkbench.desktop.common.Theme;
import inkbench.desktop.common.image.DigitImage;
import inkbench.text.Messages;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One image large, and the probabilities that each of two models gives its classes. */
final class ComparedImage extends VBox {
    private static final double EDGE = 140;
    private static final double WIDTH = 320;

    private final Messages messages = Messages.of(ComparedImage.class);
    private final ComparisonViewModel viewModel;
    private final Theme theme;
    private final DigitImage large = new DigitImage(EDGE);
    private final Label caption = new Label();
    private final VBox other = new VBox(4);
    private final VBox own = new VBox(4);

    ComparedImage(ComparisonViewModel viewModel, Theme theme) {
        super(8);
        this.viewModel = viewModel;
        this.theme = theme;
        setId("compared-image");
        caption.getStyleClass().add("caption");
        caption.setWrapText(true);
        HBox.setHgrow(other, Priority.ALWAYS);
        HBox.setHgrow(own, Priority.ALWAYS);
        getChildren().setAll(caption, large, new HBox(16, other, own));
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        show(-1);
    }

    /** Shows one of the images, or nothing for a negative number. */
    void show(int image) {
        var images = viewModel.images().get();
        setVisible(images != null && image >= 0 && image < images.size());
        if (!isVisible()) {
            return;
        }
        var names = images.classNames();
        caption.setText(
                messages.get("image", images.sourceIndex(image), names.get(images.label(image)),
                        viewModel.answers(image)));
        large.show(images, image);
        large.setAccessibleText(caption.getText());
        fill(other, viewModel.other().get().name(), names, viewModel.otherProbabilities(image));
        fill(own, viewModel.ownName(), names, viewModel.probabilities(image));
    }

    private void fill(VBox column, String model, List<String> names, float[] probabilities) {
        var title = new Label(model);
        title.getStyleClass().add("caption");
        var bars = new ProbabilityBars(names, theme);
        bars.show(probabilities);
        column.getChildren().setAll(title, bars);
    }
}
