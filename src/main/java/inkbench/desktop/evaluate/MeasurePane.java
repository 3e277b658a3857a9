package inkbench.desktop.evaluate;

import atlantafx.base.theme.Styles;
import inkbench.desktop.common.FitButton;
import inkbench.desktop.common.Hints;
import inkbench.desktop.common.SetChanges;
import inkbench.text.Messages;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** What stands where nothing was measured yet: one sentence and one button, and the progress of what it does. */
final class MeasurePane extends VBox {
    private static final Duration POLL = Duration.millis(100);

    private final Messages messages = Messages.of(MeasurePane.class);

    MeasurePane(EvaluateViewModel viewModel, SetChanges changes) {
        super(16);
        getStyleClass().addAll("card", "empty-state");
        setAlignment(Pos.CENTER);
        var sentence = new Label();
        sentence.setWrapText(true);
        sentence.setId("measure-sentence");
        var fit = new FitButton(changes);
        fit.setId("measure-fit");
        viewModel.objection().subscribe(text -> {
            sentence.setText(text == null ? messages.get("measure.sentence") : text);
            fit.show(viewModel.fitSize());
        });

        var measure = new Button();
        measure.setId("measure");
        measure.getStyleClass().add(Styles.ACCENT);
        measure.textProperty().bind(viewModel.action());
        measure.setOnAction(event -> viewModel.measure());
        measure.disableProperty().bind(viewModel.objection().isNotNull());
        var cancel = new Button(messages.get("measure.cancel"));
        cancel.setId("measure-cancel");
        cancel.setOnAction(event -> viewModel.cancel());
        var bar = new ProgressBar();
        bar.setPrefWidth(240);
        bar.setAccessibleText(messages.get("measure.progress"));
        bar.progressProperty().bind(viewModel.progress());

        var start = new StackPane(Hints.always(measure, viewModel.objection()));
        var poll = new Timeline(new KeyFrame(POLL, event -> viewModel.poll()));
        poll.setCycleCount(Animation.INDEFINITE);
        viewModel.job().subscribe(job -> {
            if (job == null) {
                poll.stop();
                getChildren().setAll(sentence, fit, start);
            } else {
                poll.play();
                getChildren().setAll(new Label(job.title()), bar, cancel);
            }
        });
    }
}
