package inkbench.desktop.data.grid;

import java.util.Optional;

import org.kordamp.ikonli.javafx.FontIcon;

import atlantafx.base.theme.Styles;
import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Hints;
import inkbench.desktop.common.image.LargeImage;
import inkbench.desktop.data.correction.CorrectionActions;
import inkbench.desktop.data.correction.CorrectionBar;
import inkbench.desktop.data.correction.CorrectionsViewModel;
import inkbench.desktop.data.selection.ImagesViewModel;
import inkbench.text.Messages;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The chosen image large, with its figures. */
final class ImageDetails extends VBox {
    private static final double NARROW = 256;

    private final Messages messages = Messages.of(ImageDetails.class);
    private final GridViewModel viewModel;
    private final LargeImage large = new LargeImage();
    private final Label number = new Label();
    private final Label figures = new Label();
    private final Hyperlink writer = new Hyperlink();
    private final Tooltip writerHint = new Tooltip();
    private final Button enlarge = button("image-enlarge", "fth-maximize-2", "enlarge");
    private final VBox buttons = new VBox(4);
    private final CorrectionBar bar;

    ImageDetails(GridViewModel viewModel, CorrectionsViewModel corrections, Exports exports) {
        super(8);
        this.viewModel = viewModel;
        getStyleClass().add("image-details");
        large.setId("image-large");
        large.setFocusTraversable(true);
        number.setId("image-number");
        number.setWrapText(true);
        number.setMinHeight(Region.USE_PREF_SIZE);
        figures.setId("image-figures");
        figures.getStyleClass().add("caption");
        figures.setWrapText(true);
        figures.setMinHeight(Region.USE_PREF_SIZE);
        Hints.on(figures, messages.get("figures.define"));
        writer.setId("image-writer");
        writer.setTooltip(writerHint);
        writer.setOnAction(event -> viewModel.toggleWriter());
        var previous = button("image-previous", "fth-chevron-left", "previous");
        previous.setOnAction(event -> viewModel.move(-1));
        var next = button("image-next", "fth-chevron-right", "next");
        next.setOnAction(event -> viewModel.move(1));
        enlarge.setOnAction(event -> viewModel.enlarged().set(!viewModel.enlarged().get()));
        buttons.getChildren().addAll(previous, next, enlarge);
        buttons.setMinSize(Region.USE_PREF_SIZE, 0);
        HBox.setHgrow(large, Priority.ALWAYS);
        var middle = new HBox(8, large, buttons);
        middle.setMinHeight(0);
        VBox.setVgrow(middle, Priority.ALWAYS);
        var actions = new CorrectionActions(corrections);
        bar = new CorrectionBar(corrections, viewModel.images());
        getChildren().addAll(number, middle, bar, figures, writer);
        exports.installWith(actions::menuItems, large, () -> "image", viewModel::pixelsCsv);
        actions.installOn(large);
        large.hoveredPixel().subscribe(this::showFigures);
        large.setOnMouseClicked(event -> {
            large.requestFocus();
            if (event.getClickCount() == 2) {
                viewModel.enlarged().set(!viewModel.enlarged().get());
            }
        });
        large.addEventHandler(KeyEvent.KEY_PRESSED, this::pressKey);
        viewModel.images().selected().subscribe(this::show);
        viewModel.images().shown().subscribe(shown -> show());
        viewModel.enlarged().subscribe(this::fit);
        fit();
        show();
    }

    /** Takes the keys, when the image fills the place. */
    void focusImage() {
        large.requestFocus();
    }

    private void fit() {
        boolean wide = viewModel.enlarged().get();
        setMinWidth(NARROW);
        setPrefWidth(wide ? USE_COMPUTED_SIZE : NARROW);
        setMaxWidth(wide ? Double.MAX_VALUE : NARROW);
        setMinHeight(0);
        enlarge.setGraphic(new FontIcon(wide ? "fth-minimize-2" : "fth-maximize-2"));
        var hint = messages.get(wide ? "shrink" : "enlarge");
        enlarge.setAccessibleText(hint);
        enlarge.getTooltip().setText(hint);
    }

    private void show() {
        int position = viewModel.images().selected().get();
        var all = viewModel.images().collection().get();
        boolean chosen = position != ImagesViewModel.NONE && all != null;
        buttons.setVisible(chosen);
        large.setVisible(chosen);
        bar.setVisible(chosen);
        number.getStyleClass().setAll("label", chosen ? "detail-title" : "caption");
        if (chosen) {
            large.show(all, position);
            number.setText(viewModel.images().describe(position));
        } else {
            large.clear();
            number.setText(all == null ? "" : messages.get("none"));
            viewModel.enlarged().set(false);
        }
        showWriter(chosen ? viewModel.writer() : Optional.empty());
        large.setAccessibleText(number.getText());
        showFigures();
    }

    private void showWriter(Optional<String> name) {
        writer.setVisible(name.isPresent());
        writer.setManaged(name.isPresent());
        writer.setVisited(false);
        writer.setText(name.map(known -> messages.get("writer", known)).orElse(""));
        writerHint.setText(name.map(viewModel::describeWriter).orElse(""));
        writer.setAccessibleHelp(writerHint.getText());
    }

    /** What is known of the image, or of the pixel under the pointer; that takes no more and no less room. */
    private void showFigures() {
        if (viewModel.images().selected().get() == ImagesViewModel.NONE
                || viewModel.images().collection().get() == null) {
            figures.setText("");
            return;
        }
        var lines = viewModel.figures();
        int hovered = large.hoveredPixel().get();
        figures.setText(
                hovered < 0
                        ? String.join(System.lineSeparator(), lines)
                        : viewModel.describePixel(hovered) + System.lineSeparator().repeat(lines.size() - 1));
    }

    private void pressKey(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean enlarged = viewModel.enlarged().get();
        if (event.getCode() == KeyCode.LEFT) {
            viewModel.move(-1);
        } else if (event.getCode() == KeyCode.RIGHT) {
            viewModel.move(1);
        } else if (event.getCode() == KeyCode.ENTER || enlarged && event.getCode() == KeyCode.ESCAPE) {
            viewModel.enlarged().set(!enlarged);
        } else {
            return;
        }
        event.consume();
    }

    private Button button(String id, String icon, String key) {
        var button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        button.setAccessibleText(messages.get(key));
        button.setTooltip(new Tooltip(messages.get(key)));
        return button;
    }
}
