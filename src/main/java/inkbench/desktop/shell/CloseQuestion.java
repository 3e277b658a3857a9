package inkbench.desktop.shell;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

import inkbench.app.runs.RunJournal;
import inkbench.desktop.common.LiveRun;
import inkbench.text.Messages;
import inkbench.training.TrainingRun;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Stage;

/** Asks what is to become of a run when the window is closed. */
final class CloseQuestion {
    /** Room for four buttons in a row. */
    private static final double WIDTH = 640;
    private static final Messages MESSAGES = Messages.of(CloseQuestion.class);

    private CloseQuestion() {}

    /**
     * Asks, and returns at once.
     *
     * @param close
     *            gets what to wait for before the window is closed; isn't called if the user stays
     */
    static void ask(Stage stage, RunJournal journal, LiveRun live, Consumer<CompletableFuture<?>> close) {
        var save = new ButtonType(MESSAGES.get("close.save"), ButtonData.OK_DONE);
        var epoch = new ButtonType(MESSAGES.get("close.epoch"), ButtonData.OTHER);
        var stop = new ButtonType(MESSAGES.get("close.stop"), ButtonData.OTHER);
        var stay = new ButtonType(MESSAGES.get("close.keep"), ButtonData.CANCEL_CLOSE);
        var question = new Alert(Alert.AlertType.CONFIRMATION, text(live), save, epoch,
                stop, stay);
        question.initOwner(stage);
        question.setTitle(MESSAGES.get("close.title"));
        question.setHeaderText(MESSAGES.get("close.header"));
        question.setGraphic(null);
        question.getDialogPane().setMinWidth(WIDTH);
        question.getDialogPane().getStylesheets().add(Shell.STYLE_SHEET);
        question.setOnHidden(hidden -> {
            var answer = question.getResult();
            if (answer == save) {
                live.controls().pause();
                close.accept(suspended(live, journal::suspend));
            } else if (answer == epoch) {
                live.controls().resumeForEpoch();
                close.accept(suspended(live, journal::suspendAfterEpoch));
            } else if (answer == stop) {
                live.controls().stop();
                // However it ends, it is over.
                close.accept(live.end().handle((result, failure) -> null));
            }
        });
        question.show();
    }

    private static String text(LiveRun live) {
        var text = MESSAGES.get("close.text", live.name());
        return live.runsAfter() == 0 ? text : text + " " + MESSAGES.get("close.text.others", live.runsAfter());
    }

    /** The single run that is under way is suspended; those that were to follow it have not begun. */
    private static CompletableFuture<?> suspended(
            LiveRun live,
            Function<TrainingRun, CompletableFuture<Void>> suspension) {
        return live.atHand().get().map(suspension).orElseGet(() -> CompletableFuture.completedFuture(null));
    }
}
