package inkbench.cli.common;

import java.io.PrintWriter;

import inkbench.task.Progress;
import inkbench.text.Messages;

/** Progress on standard error: a bar that is drawn over itself on a terminal, nothing where it would fill a log. */
public final class ConsoleProgress implements Progress, AutoCloseable {
    private static final int BAR = 30;
    private static final long REDRAW_NANOS = 100_000_000;
    /** Of all that is to be done; after less, nobody can say how long the rest takes. */
    private static final double LEAST_SHARE = 0.02;
    private static final Messages MESSAGES = Messages.of(ConsoleProgress.class);

    private final PrintWriter err;
    private final String title;
    private final boolean terminal;
    private long total;
    private long drawnNanos;
    private boolean drawn;
    private int width;
    private long began;
    private long beganNanos;

    private ConsoleProgress(PrintWriter err, String title, boolean terminal) {
        this.err = err;
        this.title = title;
        this.terminal = terminal;
    }

    /** Watches work that is called {@code title}. */
    public static ConsoleProgress of(PrintWriter err, String title) {
        var console = System.console();
        return new ConsoleProgress(err, title, console != null && console.isTerminal());
    }

    @Override
    public synchronized void report(long done, long units) {
        long now = System.nanoTime();
        if (!terminal || units <= 0 || (drawn && now - drawnNanos < REDRAW_NANOS)) {
            return;
        }
        if (!drawn) {
            beganNanos = now;
            began = done;
        }
        drawn = true;
        drawnNanos = now;
        int filled = (int) (BAR * done / units);
        var line = title + "  " + "█".repeat(filled) + "░".repeat(BAR - filled) + "  " + 100 * done / units + "%"
                + left(now, done, units);
        // What was longer before has to be wiped out.
        err.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
        err.flush();
        width = line.length();
    }

    /** The time that is left if the rest goes as fast as what was done since the first report. */
    private String left(long now, long done, long units) {
        if (done - began < units * LEAST_SHARE) {
            return "";
        }
        double seconds = (now - beganNanos) / 1e9 * (units - done) / (done - began);
        return "  " + MESSAGES.get("progress.left", Math.ceil(seconds));
    }

    /** Says how many units there are, for {@link #advance}. */
    public void begin(long units) {
        total = units;
    }

    /** Says that so many of the units are done. */
    public void advance(long done) {
        report(done, total);
    }

    @Override
    public boolean cancelled() {
        return false;
    }

    /** Clears the bar; the next report draws it again. */
    @Override
    public synchronized void close() {
        if (drawn) {
            err.print("\r" + " ".repeat(width) + "\r");
            err.flush();
            drawn = false;
        }
    }
}
