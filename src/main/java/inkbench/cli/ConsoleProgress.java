package inkbench.cli;

import java.io.PrintWriter;

import inkbench.task.Progress;

/** Progress on standard error: a bar that is drawn over itself on a terminal, nothing where it would fill a log. */
final class ConsoleProgress implements Progress, AutoCloseable {
    private static final int BAR = 30;
    private static final long REDRAW_NANOS = 100_000_000;

    private final PrintWriter err;
    private final String title;
    private final boolean terminal;
    private long total;
    private long drawnNanos;
    private boolean drawn;

    private ConsoleProgress(PrintWriter err, String title, boolean terminal) {
        this.err = err;
        this.title = title;
        this.terminal = terminal;
    }

    /** Watches work that is called {@code title}. */
    static ConsoleProgress of(PrintWriter err, String title) {
        var console = System.console();
        return new ConsoleProgress(err, title, console != null && console.isTerminal());
    }

    @Override
    public synchronized void report(long done, long units) {
        long now = System.nanoTime();
        if (!terminal || units <= 0 || (drawn && now - drawnNanos < REDRAW_NANOS)) {
            return;
        }
        drawn = true;
        drawnNanos = now;
        int filled = (int) (BAR * done / units);
        err.print(
                "\r" + title + "  " + "█".repeat(filled) + "░".repeat(BAR - filled) + "  " + 100 * done / units + "%");
        err.flush();
    }

    /** Says how many units there are, for {@link #advance}. */
    void begin(long units) {
        total = units;
    }

    /** Says that so many of the units are done. */
    void advance(long done) {
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
            err.print("\r" + " ".repeat(title.length() + BAR + 10) + "\r");
            err.flush();
            drawn = false;
        }
    }
}
