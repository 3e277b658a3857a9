package inkbench.cli.train;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import inkbench.app.runs.RunJournal;
import inkbench.task.LastWork;
import inkbench.text.Messages;
import inkbench.training.TrainingRun;

/** Saves the run at hand when the process is told to end, and says how to go on with it. */
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private final Messages messages = Messages.of(Interruption.class);
    private final RunJournal journal;
    private final boolean kept;
    private final PrintWriter err;
    private final List<String> commandLine;
    private final LastWork lastWork;
    private volatile TrainingRun current;

    /**
     * Ready for Ctrl-C until it is closed.
     *
     * @param kept
     *            whether runs are kept
     * @param commandLine
     *            what was typed, without the program's name
     */
    Interruption(RunJournal journal, boolean kept, PrintWriter err, List<String> commandLine) {
        this.journal = journal;
        this.kept = kept;
        this.err = err;
        this.commandLine = List.copyOf(commandLine);
        lastWork = LastWork.onEnd("inkbench-interruption", this::save);
    }

    /** Says which run is at hand now. */
    TrainingRun watch(TrainingRun run) {
        current = run;
        return run;
    }

    /** Makes a checkpoint, waits until it is on the disk, and says what to do. */
    void save() {
        var run = current;
        if (run == null || run.result().isDone()) {
            return;
        }
        err.println();
        if (!kept) {
            err.println(messages.get("interrupted.lost"));
            return;
        }
        try {
            journal.suspend(run).orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
            journal.close();
            err.println(messages.get("interrupted.saved", command()));
        } catch (CompletionException notSaved) {
            err.println(messages.get("interrupted.unsaved", command()));
        }
        err.flush();
    }

    /** What to type to go on. */
    private String command() {
        var line = commandLine.stream().map(Interruption::quoted).collect(Collectors.joining(" ", "inkbench ", ""));
        return commandLine.contains("--resume") ? line : line + " --resume";
    }

    private static String quoted(String argument) {
        return argument.matches("[A-Za-z0-9_@%+=:,./\\\\-]+") ? argument : '"' + argument.replace("\"", "\\\"") + '"';
    }

    @Override
    public void close() {
        lastWork.close();
    }
}
