package inkbench.desktop.evaluate.robustness;

import java.util.List;

import org.kordamp.ikonli.javafx.FontIcon;

import atlantafx.base.theme.Styles;
import inkbench.desktop.common.EmptyState;
import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Hints;
import inkbench.desktop.evaluate.comparison.ModelMenu;
import inkbench.model.Model;
import inkbench.robustness.Distortion;
import inkbench.text.Messages;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;

/** How accuracy falls as the images get worse: a chart for each distortion, and examples at a slider. */
public final class RobustnessPane extends VBox {
    private static final Duration REFRESH = Duration.millis(200);
    /** For a row of charts and the examples; a lower window scrolls. */
    private static final double LEAST_HEIGHT = 480;

    private final Messages messages = Messages.of(RobustnessPane.class);
    private final RobustnessViewModel viewModel;
    private final FlowPane models = new FlowPane(8, 8);
    private final MenuButton add = new MenuButton(messages.get("models.add"));
    private final ComboBox<Integer> counts = new ComboBox<>();
    private final Node measure;
    private final StackPane content = new StackPane();
    private final CurveGrid curves;
    private final VBox result;
    private final VBox busy;
    private final EmptyState empty = new EmptyState(messages.get("empty"));

    /** Makes a pane that has measured nothing yet. */
    public RobustnessPane(RobustnessViewModel viewModel, Exports exports) {
        super(12);
        this.viewModel = viewModel;
        setId("robustness");
        add.setId("robustness-add");
        Hints.on(add, messages.get("models.add.tip"));
        ModelMenu.install(add, "robustness", viewModel.choice());
        curves = new CurveGrid(viewModel.examples(), exports);
        var examples = new ExamplesPane(viewModel.examples(), exports);
        VBox.setVgrow(curves, Priority.ALWAYS);
        result = new VBox(12, curves, examples);
        busy = busy();
        buildCounts();
        measure = measure();
        VBox.setVgrow(content, Priority.ALWAYS);
        var all = new VBox(12, distortions(), models, content);
        all.setMinHeight(LEAST_HEIGHT);
        var scroll = new ScrollPane(all);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(scroll);
        viewModel.others().subscribe(this::showModels);
        viewModel.ownName().subscribe(this::showModels);
        showModels();
        viewModel.job().subscribe(() -> show());
        viewModel.report().subscribe(() -> show());
        show();
    }

    private FlowPane distortions() {
        var boxes = new FlowPane(12, 6);
        for (var distortion : Distortion.values()) {
            var box = new CheckBox(distortion.title());
            box.setId("distort-" + distortion.key());
            box.selectedProperty().bindBidirectional(viewModel.chosen(distortion));
            boxes.getChildren().add(Hints.on(box, distortion.unit()));
        }
        return boxes;
    }

    private void showModels() {
        models.setRowValignment(VPos.CENTER);
        models.getChildren().setAll(new Label(messages.get("models")), chip(viewModel.ownName().get()));
        viewModel.others().forEach(other -> models.getChildren().add(chip(other)));
        models.getChildren().addAll(add, counts, measure);
    }

    private Label chip(String text) {
        var chip = new Label(text);
        chip.getStyleClass().add("model-chip");
        return chip;
    }

    private Node chip(Model other) {
        var remove = new Button(other.name(), new FontIcon("fth-x"));
        remove.setContentDisplay(ContentDisplay.RIGHT);
        remove.setMnemonicParsing(false);
        remove.setAccessibleText(messages.get("models.remove.tip", other.name()));
        Hints.on(remove, messages.get("models.remove.tip", other.name()));
        remove.setOnAction(event -> viewModel.others().remove(other));
        return remove;
    }

    private void buildCounts() {
        counts.setId("robustness-count");
        counts.getItems().setAll(RobustnessViewModel.COUNTS);
        counts.setConverter(new StringConverter<>() {
            @Override
            public String toString(Integer count) {
                return count == null || count == RobustnessViewModel.ALL
                        ? messages.get("count.all")
                        : messages.get("count", count);
            }

            @Override
            public Integer fromString(String text) {
                throw new UnsupportedOperationException("The choice can't be edited");
            }
        });
        counts.valueProperty().bindBidirectional(viewModel.count());
        counts.setAccessibleText(messages.get("count.name"));
        Hints.on(counts, messages.get("count.tip"));
    }

    private Node measure() {
        var button = new Button(messages.get("measure"));
        button.setId("robustness-measure");
        button.getStyleClass().add(Styles.ACCENT);
        button.disableProperty().bind(viewModel.objection().isNotNull().or(viewModel.job().isNotNull()));
        button.setOnAction(event -> viewModel.measure());
        return Hints.always(
                button,
                Bindings.when(viewModel.objection().isNull())
                        .then(messages.get("measure.tip"))
                        .otherwise(viewModel.objection()));
    }

    private VBox busy() {
        var bar = new ProgressBar();
        bar.setId("robustness-progress");
        bar.progressProperty().bind(viewModel.progress());
        bar.setAccessibleText(messages.get("progress"));
        var cancel = new Button(messages.get("cancel"));
        cancel.setId("robustness-cancel");
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
        var box = new VBox(12, new Label(messages.get("progress")), bar, cancel);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private void show() {
        var report = viewModel.report().get();
        boolean measuring = viewModel.job().get() != null;
        curves.show(report);
        content.getChildren().setAll(measuring ? List.of(busy) : report == null ? List.of(empty) : List.of(result));
    }
}
