package inkbench.cli.train;

import java.io.PrintWriter;

import inkbench.cli.common.ConsoleProgress;
import inkbench.text.Messages;
import inkbench.training.event.EpochResult;
import inkbench.training.event.TrainingEvent;

/** What a run tells, on standard error: a line for each epoch, and on a terminal a bar with figures between them. */
final class RunProgress {
    private final Messages messages = Messages.of(RunProgress.class);
    private final PrintWriter err;
    private final ConsoleProgress bar;
    private final String prefix;
    private int epochs;
    private int batchesPerEpoch;
    private double samplesPerSecond;
    private Long resumedFrom;

    /**
     * Follows a run.
     *
     * @param prefix
     *            goes before every line, and tells runs of a group apart
     */
    RunProgress(PrintWriter err, ConsoleProgress bar, String prefix) {
        this.err = err;
        this.bar = bar;
        this.prefix = prefix;
    }

    void hear(TrainingEvent event) {
        switch (event) {
            case TrainingEvent.Started started -> {
                epochs = started.epochs();
                batchesPerEpoch = started.batchesPerEpoch();
            }
            case TrainingEvent.Continued continued -> resumedFrom = continued.iteration();
            case TrainingEvent.BatchDone batch -> show(batch);
            case TrainingEvent.EpochDone epoch -> say(describe(epoch.result()));
            case TrainingEvent.Finished _,TrainingEvent.Failed _,TrainingEvent.Cancelled _ -> bar.close();
            case TrainingEvent.Paused _,TrainingEvent.Resumed _ -> {
                // Only who presses Ctrl-C pauses here, and is told what became of it.
            }
            case TrainingEvent.LearningRateChanged _,TrainingEvent.LayersMeasured _ -> {
                // Nobody asks for them here.
            }
        }
    }

    /** The update after which the run went on; null if it wasn't interrupted. */
    Long resumedFrom() {
        return resumedFrom;
    }

    private void show(TrainingEvent.BatchDone batch) {
        samplesPerSecond = batch.samplesPerSecond();
        bar.show(
                () -> prefix + messages.get("train.bar.epoch", batch.epoch(), epochs),
                batch.iteration(),
                (long) batchesPerEpoch * epochs,
                () -> messages.get(
                        "train.bar.figures",
                        batch.loss(),
                        batch.accuracy(),
                        batch.samplesPerSecond(),
                        (long) batch.remainingSeconds() / 60,
                        (long) batch.remainingSeconds() % 60));
    }

    private String describe(EpochResult epoch) {
        return messages.get(
                Double.isNaN(epoch.validationLoss()) ? "train.epoch" : "train.epochValidated",
                epoch.epoch(),
                epochs,
                epoch.loss(),
                epoch.accuracy(),
                epoch.validationLoss(),
                epoch.validationAccuracy(),
                epoch.seconds(),
                samplesPerSecond);
    }

    private void say(String line) {
        bar.close();
        err.println(prefix + line);
    }
}
