package inkbench.cli.common;

import java.io.PrintWriter;
import java.util.function.Supplier;

import inkbench.task.Progress;
import inkbench.text.Messages;

/** Progress on standard error: a bar that is drawn over itself on a terminal, nothing where it would fill a log. */
public final class ConsoleProgress implements Progress, AutoCloseable {
    private static final int BAR = 30;
    /** Leaves room for figures in a line of 80 characters. */
    private static final int SHORT_BAR = 10;
    private static final long REDRAW_NANOS = 100_000_000;
    /** Of all that is to be done; after less, nobody can say how long the rest takes. */
    private static final double LEAST_SHARE = 0.02;
    private static final Messages MESSAGES = Messages.of(ConsoleProgress.class);

    private final PrintWriter err;
    private final String title;
    private final boolean terminal;
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
        return of(err, title, console != null && console.isTerminal());
    }

    /** The same where it is known what {@code err} leads to. */
    static ConsoleProgress of(PrintWriter err, String title, boolean terminal) {
        return new ConsoleProgress(err, title, terminal);
    }

    @Override
    public synchronized void report(long done, long units) {
        if (!isTime(units)) {
            return;
        }
        long now = System.nanoTime();
        if (!drawn) {
            beganNanos = now;
            began = done;
        }
        draw(title + "  " + bar(BAR, done, units) + left(now, done, units));
    }

    /**
     * Shows more than a title: words before a bar, which is short, and after it. Nothing where they were shown a moment ago, or where
     * there is no terminal.
     */
    public synchronized void show(Supplier<String> before, long done, long units, Supplier<String> after) {
        if (isTime(units)) {
            draw(before.get() + "  " + bar(SHORT_BAR, done, units) + "  " + after.get());
        }
    }

    private boolean isTime(long units) {
        return terminal && units > 0 && (!drawn || System.nanoTime() - drawnNanos >= REDRAW_NANOS);
    }

    private static String bar(int length, long done, long units) {
        int filled = (int) (length * done / units);
        return "█".repeat(filled) + "░".repeat(length - filled) + "  " + 100 * done / units + "%";
    }

    private void draw(String line) {
        drawn = true;
        drawnNanos = System.nanoTime();
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
