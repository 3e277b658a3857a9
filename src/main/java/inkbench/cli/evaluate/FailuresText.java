package inkbench.cli.evaluate;

import java.io.PrintWriter;
import java.util.List;

import inkbench.cli.evaluate.FailuresDocument.Pair;
import inkbench.cli.evaluate.FailuresDocument.Row;
import inkbench.text.Messages;

/** The images that a model is worst at, as text: a line for each. */
final class FailuresText {
    private static final Messages MESSAGES = Messages.of(FailuresText.class);

    private FailuresText() {}

    /** Prints all lists. */
    static void print(PrintWriter out, FailuresDocument document, int most) {
        rows(out, MESSAGES.get("failures.losses"), document.topLosses());
        out.println();
        rows(out, MESSAGES.get("failures.errors"), document.confidentErrors());
        out.println();
        pairs(out, document.confusedPairs(), most);
    }

    private static void rows(PrintWriter out, String title, List<Row> rows) {
        out.println(title);
        if (rows.isEmpty()) {
            out.println(MESSAGES.get("failures.none"));
            return;
        }
        out.println(MESSAGES.get("failures.header"));
        int rank = 0;
        for (var row : rows) {
            rank++;
            out.println(
                    String.format(
                            "%6d %9d %9s %11s %13.4f %9.4f",
                            rank,
                            row.sourceIndex(),
                            row.label(),
                            row.prediction(),
                            row.probability(),
                            row.loss()));
        }
    }

    private static void pairs(PrintWriter out, List<Pair> pairs, int most) {
        out.println(MESSAGES.get("failures.pairs"));
        if (pairs.isEmpty()) {
            out.println(MESSAGES.get("failures.none"));
        }
        for (var pair : pairs.subList(0, Math.min(most, pairs.size()))) {
            out.println(
                    MESSAGES.get(
                            "failures.pair",
                            pair.a(),
                            pair.b(),
                            pair.aAsB() + pair.bAsA(),
                            pair.aAsB(),
                            pair.bAsA()));
            out.println(
                    MESSAGES.get(
                            "failures.pair.images",
                            String.join(
                                    ", ",
                                    pair.images()
                                            .stream()
                                            .map(row -> Integer.toString(row.sourceIndex()))
                                            .toList())));
        }
    }
}
