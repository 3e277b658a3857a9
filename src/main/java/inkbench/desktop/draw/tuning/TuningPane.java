package inkbench.desktop.draw.tuning;

import java.text.NumberFormat;

import inkbench.app.tuning.PersonalModels.Trial;
import inkbench.app.tuning.TunedModel.Change;
import inkbench.desktop.common.Hints;
import inkbench.text.Messages;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** What comes of teaching the model the user's digits: before and after, and whether to keep it. Without size until then. */
public final class TuningPane extends VBox {
    private static final Duration REFRESH = Duration.millis(100);
    private static final int FIGURES = 3;

    private final Messages messages = Messages.of(TuningPane.class);
    private final NumberFormat percent = NumberFormat.getPercentInstance();
    private final NumberFormat count = NumberFormat.getIntegerInstance();
    private final GridPane table = new GridPane(12, 4);
    private final Button start;

    /** A pane that follows a view model. */
    public TuningPane(TuningViewModel viewModel) {
        super(6);
        setId("tuning");
        setMinHeight(USE_PREF_SIZE);
        percent.setMinimumFractionDigits(1);
        percent.setMaximumFractionDigits(2);
        table.setId("tuning-table");
        var first = new ColumnConstraints();
        first.setHgrow(Priority.ALWAYS);
        table.getColumnConstraints().add(first);
        for (int i = 0; i < FIGURES; i++) {
            var figures = new ColumnConstraints();
            figures.setHalignment(HPos.RIGHT);
            figures.setMinWidth(USE_PREF_SIZE);
            table.getColumnConstraints().add(figures);
        }
        var remark = new Label();
        remark.setId("tuning-remark");
        remark.getStyleClass().add("caption");
        remark.setWrapText(true);
        remark.setMinHeight(USE_PREF_SIZE);
        remark.textProperty().bind(viewModel.remark());
        var idle = viewModel.trial().isNull().and(viewModel.running().not());
        start = button("start", viewModel::start);
        start.disableProperty().bind(viewModel.ready().not().or(idle.not()));
        getChildren().addAll(table, remark, progress(viewModel), buttons(viewModel, idle));
        showWhile(this, idle.not().or(viewModel.undoable()));
        showWhile(table, viewModel.trial().isNotNull());
        viewModel.trial().subscribe(this::show);
    }

    /** Begins; to be laid where other buttons for the digits are. */
    public Button start() {
        return start;
    }

    private Node progress(TuningViewModel viewModel) {
        var bar = new ProgressBar(0);
        bar.setId("tuning-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(messages.get("progress"));
        HBox.setHgrow(bar, Priority.ALWAYS);
        var refresh = new Timeline(new KeyFrame(REFRESH, event -> bar.setProgress(viewModel.fraction())));
        refresh.setCycleCount(Animation.INDEFINITE);
        viewModel.running().subscribe(on -> {
            bar.setProgress(0);
            if (on) {
                refresh.play();
            } else {
                refresh.stop();
            }
        });
        var line = new HBox(8, bar, button("cancel", viewModel::cancel));
        line.setAlignment(Pos.CENTER_LEFT);
        showWhile(line, viewModel.running());
        return line;
    }

    private Node buttons(TuningViewModel viewModel, BooleanBinding idle) {
        var keep = button("keep", viewModel::keep);
        showWhile(keep, viewModel.trial().isNotNull());
        var drop = button("drop", viewModel::drop);
        showWhile(drop, viewModel.trial().isNotNull());
        var undo = button("undo", viewModel::undo);
        showWhile(undo, viewModel.undoable().and(idle));
        return new HBox(6, undo, keep, drop);
    }

    private Button button(String key, Runnable action) {
        var button = Hints.on(new Button(messages.get(key)), messages.get(key + ".tip"));
        button.setId("tuning-" + key);
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static void showWhile(Node node, ObservableBooleanValue shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(shown);
    }

    private void show(Trial trial) {
        table.getChildren().clear();
        if (trial == null) {
            return;
        }
        table.addRow(0, new Label(), caption("before"), caption("after"), caption("change"));
        row(1, messages.get("own", count.format(trial.tuned().own().images())), trial.tuned().own(), "own");
        row(
                2,
                messages.get("test", trial.rehearsed(), count.format(trial.tuned().test().images())),
                trial.tuned().test(),
                "test");
    }

    private Label caption(String key) {
        var caption = new Label(messages.get(key));
        caption.getStyleClass().add("caption");
        return caption;
    }

    private void row(int row, String name, Change change, String id) {
        boolean measured = TuningViewModel.measured(change);
        var label = new Label(name);
        label.setWrapText(true);
        var after = new Label(measured ? percent.format(change.after()) : messages.get("unknown"));
        after.setId("tuning-after-" + id);
        var difference = new Label(
                measured ? messages.get("points", 100 * change.gain()) : messages.get("unknown"));
        difference.setId("tuning-change-" + id);
        table.addRow(row, label, new Label(percent.format(change.before())), after, difference);
    }
}
