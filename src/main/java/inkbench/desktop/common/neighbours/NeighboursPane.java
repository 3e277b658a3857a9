package inkbench.desktop.common.neighbours;

import inkbench.desktop.common.Hints;
import inkbench.desktop.common.image.ImageGrid;
import inkbench.explain.NearestImages;
import inkbench.text.Messages;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** The training images that the network finds most alike, once it has read them. */
public final class NeighboursPane extends StackPane {
    private static final Duration REFRESH = Duration.millis(200);
    private static final double IMAGE_EDGE = 56;
    private static final double HEIGHT = 200;
    private static final long MEGABYTE = 1 << 20;

    private final Messages messages = Messages.of(NeighboursPane.class);
    private final NeighboursViewModel viewModel;
    private final Label verdict = new Label();
    private final ImageGrid grid = new ImageGrid();
    private final Button read = new Button(messages.get("nearest.read"));
    private final Label hint = wrapped();
    private final VBox offer;
    private final VBox busy;
    private final VBox result;

    /** A pane that follows what is looked for. */
    public NeighboursPane(NeighboursViewModel viewModel) {
        this.viewModel = viewModel;
        setMinSize(0, HEIGHT);
        setPrefHeight(HEIGHT);
        verdict.setId("nearest-verdict");
        verdict.setWrapText(true);
        verdict.setMinHeight(USE_PREF_SIZE);
        grid.setId("nearest-images");
        grid.setAccessibleText(messages.get("nearest.images"));
        grid.imageEdge().set(IMAGE_EDGE);
        grid.captionedBy(this::label);
        grid.describedBy(this::describe);
        result = new VBox(4, verdict, grid);
        VBox.setVgrow(grid, Priority.ALWAYS);
        read.setId("nearest-read");
        read.setOnAction(event -> viewModel.read());
        Hints.on(read, messages.get("nearest.read.tip", NearestImages.MOST_BYTES / MEGABYTE));
        offer = new VBox(8, hint, read);
        busy = busy();
        viewModel.objection().subscribe(objection -> show());
        viewModel.job().subscribe(job -> show());
        viewModel.index().subscribe(index -> show());
        viewModel.neighbours().subscribe(neighbours -> show(neighbours));
    }

    private static Label wrapped() {
        var label = new Label();
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add("caption");
        return label;
    }

    private VBox busy() {
        var bar = new ProgressBar();
        bar.setId("nearest-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(viewModel.progress());
        bar.setAccessibleText(messages.get("nearest.reading"));
        var cancel = new Button(messages.get("nearest.cancel"));
        cancel.setId("nearest-cancel");
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
        var words = wrapped();
        words.setText(messages.get("nearest.reading"));
        return new VBox(8, words, bar, cancel);
    }

    private void show() {
        boolean possible = viewModel.objection().get() == null;
        hint.setText(
                possible ? messages.get("nearest.offer", viewModel.trainingSize()) : viewModel.objection().get());
        read.setVisible(possible);
        if (viewModel.job().get() != null) {
            getChildren().setAll(busy);
        } else {
            getChildren().setAll(viewModel.index().get() == null ? offer : result);
        }
    }

    private void show(Neighbours neighbours) {
        if (neighbours == null || neighbours.images().size() == 0) {
            grid.images().set(null);
            verdict.setText("");
            return;
        }
        grid.images().set(neighbours.images());
        var images = neighbours.images();
        int common = neighbours.commonLabel();
        var index = viewModel.index().get();
        verdict.setText(
                messages.get(
                        "nearest.verdict",
                        images.classCounts()[common],
                        images.size(),
                        images.classNames().get(common)));
        boolean sampled = index != null && index.size() < index.dataset().size();
        Hints.on(
                verdict,
                sampled
                        ? messages.get("nearest.sampled", index.size(), index.dataset().size())
                        : messages.get("nearest.tip"));
    }

    private String label(int rank) {
        var images = viewModel.neighbours().get().images();
        return images.classNames().get(images.label(rank));
    }

    private String describe(int rank) {
        var neighbours = viewModel.neighbours().get();
        return messages.get(
                "nearest.describe",
                neighbours.images().sourceIndex(rank),
                label(rank),
                neighbours.neighbours().get(rank).distance());
    }
}
