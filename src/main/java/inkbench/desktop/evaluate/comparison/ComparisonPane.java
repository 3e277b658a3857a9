package inkbench.desktop.evaluate.comparison;

import java.text.NumberFormat;

import inkbench.desktop.common.EmptyState;
import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Hints;
import inkbench.desktop.common.Theme;
import inkbench.desktop.common.image.ImageGrid;
import inkbench.evaluation.comparison.PairedComparison;
import inkbench.text.Messages;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Another model on the same images: is the difference more than chance, and on which images? */
public final class ComparisonPane extends VBox {
    private static final Duration REFRESH = Duration.millis(200);
    private static final double LEVEL = 0.95;
    /** Width from which one image is shown large beside the others. */
    private static final double WITH_IMAGE = 900;
    private static final double SMALLEST_P = 1e-4;

    private final Messages messages = Messages.of(ComparisonPane.class);
    private final NumberFormat percent = NumberFormat.getPercentInstance();
    private final ComparisonViewModel viewModel;
    private final MenuButton choice = new MenuButton();
    private final Label verdict = new Label();
    private final Label figures = new Label();
    private final ChangeTable table;
    private final ImageGrid grid = new ImageGrid();
    private final Label title = new Label();
    private final StackPane content = new StackPane();
    private final VBox result;
    private final VBox busy;
    private final EmptyState empty;

    /** Makes a pane that compares with nothing yet. */
    public ComparisonPane(ComparisonViewModel viewModel, Exports exports, Theme theme) {
        super(12);
        this.viewModel = viewModel;
        percent.setMaximumFractionDigits(2);
        percent.setMinimumFractionDigits(2);
        setId("comparison");
        buildChoice();
        verdict.setId("comparison-verdict");
        verdict.setWrapText(true);
        verdict.setMinHeight(USE_PREF_SIZE);
        verdict.getStyleClass().add("card-title");
        figures.setId("comparison-figures");
        figures.setWrapText(true);
        figures.setMinHeight(USE_PREF_SIZE);
        table = new ChangeTable(viewModel.selection());
        exports.install(table, () -> messages.get("file"), viewModel::csv);
        title.getStyleClass().add("caption");
        grid.setId("comparison-images");
        grid.setAccessibleText(messages.get("images"));
        grid.imageEdge().set(56);
        grid.captionedBy(viewModel::answers);
        grid.describedBy(viewModel::answers);
        VBox.setVgrow(grid, Priority.ALWAYS);
        grid.setMinSize(140, 96);
        title.setWrapText(true);
        var behind = new VBox(8, title, grid);
        HBox.setHgrow(behind, Priority.ALWAYS);
        var image = new ComparedImage(viewModel, theme);
        image.managedProperty().bind(widthProperty().greaterThan(WITH_IMAGE));
        grid.selected().addListener((source, before, now) -> image.show(now.intValue()));
        var counts = new HBox(16, table, behind, image);
        image.opacityProperty().bind(Bindings.when(image.managedProperty()).then(1).otherwise(0));
        VBox.setVgrow(counts, Priority.ALWAYS);
        result = new VBox(12, verdict, figures, counts);
        busy = busy();
        empty = new EmptyState(messages.get("empty"), messages.get("choose.shipped"), viewModel.choice()::takeShipped);
        VBox.setVgrow(content, Priority.ALWAYS);
        var head = new HBox(8, new Label(messages.get("with")), choice);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(head, content);
        viewModel.other().subscribe(() -> show());
        viewModel.job().subscribe(() -> show());
        viewModel.comparison().subscribe(() -> show());
        viewModel.images().subscribe(images -> {
            grid.images().set(images);
            title.setText(
                    images == null ? messages.get("choose.count") : messages.get("images.count", images.size()));
            boolean any = images != null && images.size() > 0;
            grid.selected().set(any ? 0 : -1);
            image.show(any ? 0 : -1);
        });
    }

    private void buildChoice() {
        choice.setId("compare-with");
        choice.setAccessibleText(messages.get("with"));
        Hints.on(choice, messages.get("with.tip"));
        ModelMenu.install(choice, "compare", viewModel.choice());
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
        var other = viewModel.other().get();
        choice.setText(other == null ? messages.get("choose") : other.name());
        var comparison = viewModel.comparison().get();
        if (comparison != null) {
            show(comparison);
            content.getChildren().setAll(result);
        } else {
            content.getChildren().setAll(viewModel.job().get() != null ? busy : empty);
        }
    }

    private void show(PairedComparison comparison) {
        var counts = comparison.all();
        var interval = counts.differenceInterval(LEVEL);
        double p = counts.pValue();
        verdict.setText(
                messages.get(
                        interval.lower() > 0
                                ? "verdict.better"
                                : interval.upper() < 0 ? "verdict.worse" : "verdict.same"));
        figures.setText(
                messages.get(
                        "figures",
                        viewModel.names().orElse(""),
                        percent.format(viewModel.accuracy()),
                        percent.format(viewModel.otherAccuracy()),
                        points(counts.difference()),
                        points(interval.lower()),
                        points(interval.upper()),
                        p < SMALLEST_P ? messages.get("p.small") : messages.get("p", p)));
        table.show(comparison);
    }

    /** A difference of shares in percentage points. */
    private String points(double difference) {
        return messages.get("points", 100 * difference);
    }
}
