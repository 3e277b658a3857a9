package inkbench.desktop.shell;

import org.kordamp.ikonli.javafx.FontIcon;

import atlantafx.base.theme.Styles;
import inkbench.desktop.common.Session;
import inkbench.task.Job;
import inkbench.text.Messages;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** The work under way, wherever the user is: the training run at the left, other jobs at the right. */
final class StatusBar extends HBox {
    /** Work that is done sooner is not worth a flicker. */
    private static final Duration SHOW_AFTER = Duration.millis(400);
    private static final Duration REFRESH = Duration.millis(200);

    private final Messages messages = Messages.of(StatusBar.class);
    private final Session session;
    private final StatusViewModel viewModel;
    private final HBox run = new HBox(8);
    private final HBox work = new HBox(8);
    private final Label jobText = new Label();
    private final ProgressBar jobBar = new ProgressBar();
    private final Button cancel = new Button();
    private final Timeline refresh = new Timeline(new KeyFrame(REFRESH, event -> showJob()));
    private Job<?> shownJob;
    private double waited;

    StatusBar(StatusViewModel viewModel, Session session, Runnable goToRun) {
        super(16);
        this.session = session;
        this.viewModel = viewModel;
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        buildRun(goToRun);
        buildWork();
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var idle = new Label(messages.get("status.idle"));
        idle.getStyleClass().add("caption");
        viewModel.isTraining().subscribe(training -> show(idle, !training));
        getChildren().addAll(idle, run, space, work);
        refresh.setCycleCount(Animation.INDEFINITE);
        InvalidationListener changed = change -> watchJobs();
        session.jobs().addListener(changed);
        watchJobs();
    }

    private void buildRun(Runnable goToRun) {
        var text = new Hyperlink();
        text.setId("status-training");
        text.setGraphic(new FontIcon("fth-activity"));
        text.textProperty().bind(viewModel.training());
        text.setOnAction(event -> goToRun.run());
        text.visitedProperty().subscribe(visited -> text.setVisited(false));
        text.setTooltip(new Tooltip(messages.get("status.training.tooltip")));
        var bar = new ProgressBar();
        bar.progressProperty().bind(viewModel.trainingFraction());
        var stop = new Button(messages.get("status.training.stop"), new FontIcon("fth-square"));
        stop.setId("status-stop");
        stop.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        stop.setTooltip(new Tooltip(messages.get("status.training.stop.tooltip")));
        stop.setOnAction(event -> viewModel.stopTraining());
        run.setAlignment(Pos.CENTER_LEFT);
        run.getChildren().addAll(text, bar, pause(), stop);
        viewModel.isTraining().subscribe(training -> show(run, training));
    }

    private Button pause() {
        var icon = new FontIcon("fth-pause");
        var pause = new Button(null, icon);
        pause.setId("status-pause");
        pause.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        pause.setTooltip(new Tooltip());
        pause.setOnAction(event -> viewModel.pauseOrResume());
        viewModel.paused().subscribe(paused -> {
            icon.setIconLiteral(paused ? "fth-play" : "fth-pause");
            pause.setText(messages.get(paused ? "status.training.resume" : "status.training.pause"));
            pause.getTooltip()
                    .setText(
                            messages.get(
                                    paused ? "status.training.resume.tooltip" : "status.training.pause.tooltip"));
        });
        return pause;
    }

    private void buildWork() {
        cancel.setText(messages.get("status.job.cancel"));
        cancel.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        cancel.setOnAction(event -> {
            if (shownJob != null) {
                shownJob.cancel();
            }
        });
        work.setAlignment(Pos.CENTER_RIGHT);
        work.getChildren().addAll(jobText, jobBar, cancel);
        show(work, false);
    }

    private void watchJobs() {
        if (session.jobs().isEmpty()) {
            refresh.stop();
            shownJob = null;
            show(work, false);
        } else if (refresh.getStatus() != Animation.Status.RUNNING) {
            waited = 0;
            refresh.play();
        }
    }

    private void showJob() {
        waited += REFRESH.toMillis();
        if (waited < SHOW_AFTER.toMillis() || session.jobs().isEmpty()) {
            return;
        }
        int others = session.jobs().size() - 1;
        shownJob = session.jobs().getFirst();
        String text = viewModel.describe(shownJob);
        jobText.setText(others == 0 ? text : text + " " + messages.get("status.more", others));
        jobBar.setProgress(shownJob.fraction());
        show(work, true);
    }

    private static void show(Region part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }
}
