package inkbench.desktop.evaluate.review;

import java.util.List;

import inkbench.desktop.common.EmptyState;
import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Segments;
import inkbench.desktop.common.image.ImageGrid;
import inkbench.desktop.common.image.ImageMark;
import inkbench.data.correction.Correction;
import inkbench.text.Messages;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Labels that deserve a second look, most doubtful first, and the buttons to decide. */
public final class ReviewPane extends VBox {
    private static final Duration REFRESH = Duration.millis(200);
    private static final double IMAGE_EDGE = 56;

    private final Messages messages = Messages.of(ReviewPane.class);
    private final ReviewViewModel viewModel;
    private final ReviewTexts texts;
    private final Label found = new Label();
    private final ImageGrid grid = new ImageGrid();
    private final Button again = new Button(messages.get("again"));
    private final Button trainAgain = new Button(messages.get("train"));
    private final StackPane content = new StackPane();
    private final VBox result;
    private final VBox busy;
    private final EmptyState empty;

    /** A pane that has reviewed nothing yet. */
    public ReviewPane(ReviewViewModel viewModel, Exports exports) {
        super(12);
        this.viewModel = viewModel;
        texts = new ReviewTexts(viewModel);
        setId("review");
        var source = new Segments<>(
                List.of(ReviewSource.values()),
                choice -> messages.get("source." + choice),
                viewModel.source());
        source.setId("review-source");
        found.setId("review-found");
        found.setWrapText(true);
        found.setMinHeight(USE_PREF_SIZE);
        again.setId("review-again");
        again.setMinWidth(USE_PREF_SIZE);
        again.setOnAction(event -> viewModel.review());
        trainAgain.setId("review-train");
        trainAgain.setMinWidth(USE_PREF_SIZE);
        trainAgain.setTooltip(new Tooltip(messages.get("train.tip")));
        trainAgain.disableProperty().bind(viewModel.trainable().not());
        trainAgain.setOnAction(event -> viewModel.trainAgain());
        var actions = new DecisionKeys(viewModel);
        buildGrid();
        actions.installOn(grid);
        exports.installWith(actions::menuItems, grid, () -> messages.get("file"), texts::csv);
        var detail = new DoubtPane(viewModel, texts);
        actions.installOn(detail);
        HBox.setHgrow(grid, Priority.ALWAYS);
        var list = new HBox(16, grid, detail);
        VBox.setVgrow(list, Priority.ALWAYS);
        var foot = new HBox(8, again, trainAgain);
        foot.setAlignment(Pos.CENTER_LEFT);
        result = new VBox(12, found, list, foot);
        busy = busy();
        empty = new EmptyState(messages.get("empty"), messages.get("begin"), viewModel::review);
        VBox.setVgrow(content, Priority.ALWAYS);
        var head = new HBox(8, new Label(messages.get("source")), source);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(head, content);
        // A choice of one is none.
        head.visibleProperty().bind(viewModel.crossValidated());
        head.managedProperty().bind(head.visibleProperty());
        viewModel.reviewed().subscribe(reviewed -> show());
        viewModel.job().subscribe(job -> show());
        viewModel.corrections().now().subscribe(now -> {
            grid.refresh();
            describeFound();
        });
    }

    private void buildGrid() {
        grid.setId("review-images");
        grid.setAccessibleText(messages.get("images"));
        grid.imageEdge().set(IMAGE_EDGE);
        grid.setMinSize(3 * IMAGE_EDGE, 2 * IMAGE_EDGE);
        grid.captionedBy(texts::caption);
        grid.describedBy(texts::describe);
        grid.markedBy(
                rank -> viewModel.decision(rank)
                        .map(decision -> decision instanceof Correction.Exclude ? ImageMark.CROSSED : ImageMark.CORNER)
                        .orElse(ImageMark.NONE));
        grid.selected().bindBidirectional(viewModel.selected());
    }

    private VBox busy() {
        var bar = new ProgressBar();
        bar.progressProperty().bind(viewModel.progress());
        var cancel = new Button(messages.get("cancel"));
        cancel.setOnAction(event -> viewModel.cancel());
        var refresh = new Timeline(new KeyFrame(REFRESH, event -> viewModel.poll()));
        refresh.setCycleCount(Animation.INDEFINITE);
        viewModel.job().subscribe(job -> {
            if (job == null) {
                refresh.stop();
            } else {
                refresh.play();
            }
        });
        var box = new VBox(12, new Label(messages.get("reading")), bar, cancel);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private void show() {
        var reviewed = viewModel.reviewed().get();
        int chosen = viewModel.selected().get();
        grid.images().set(reviewed == null ? null : reviewed.images());
        viewModel.selected().set(reviewed == null ? -1 : chosen);
        describeFound();
        if (viewModel.job().get() != null) {
            content.getChildren().setAll(busy);
        } else {
            content.getChildren().setAll(reviewed == null ? empty : result);
        }
    }

    private void describeFound() {
        found.setText(viewModel.reviewed().get() == null ? "" : texts.found());
    }
}
