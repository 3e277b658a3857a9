package inkbench.cli.train;

import java.io.PrintWriter;

import inkbench.cli.common.ConsoleProgress;

/**
 * Where the command's words go.
 *
 * @param json
 *            whether {@code out} takes one document and nothing else
 * @param network
 *            what the user calls it
 */
record Output(PrintWriter out, PrintWriter err, boolean json, String network) {
    ConsoleProgress progress() {
        return ConsoleProgress.of(err, network);
    }
}
