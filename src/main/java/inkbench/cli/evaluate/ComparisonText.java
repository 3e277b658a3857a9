package inkbench.cli.evaluate;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import inkbench.evaluation.comparison.PairedCounts;
import inkbench.text.Messages;

/** Another model on the same images, for people. */
final class ComparisonText {
    private static final Messages MESSAGES = Messages.of(ComparisonText.class);
    private static final double SMALLEST_P = 1e-4;

    private ComparisonText() {}

    static void print(PrintWriter out, Compared compared) {
        var images = compared.images();
        var all = images.all();
        var interval = all.differenceInterval(Compared.LEVEL);
        var other = compared.other();
        double p = all.pValue();
        out.println(MESSAGES.get("compare.heading", other.modelName()));
        out.println();
        out.println(
                MESSAGES.get("compare.accuracies", compared.own().accuracy(), other.modelName(), other.accuracy()));
        out.println(
                MESSAGES.get(
                        "compare.difference",
                        points(all.difference()),
                        points(interval.lower()),
                        points(interval.upper())));
        out.println(p < SMALLEST_P ? MESSAGES.get("compare.p.small") : MESSAGES.get("compare.p", p));
        out.println();
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(MESSAGES.get("compare.columns").split(",")));
        for (int c = 0; c < images.byClass().size(); c++) {
            rows.add(row(images.dataset().classNames().get(c), images.byClass().get(c)));
        }
        rows.add(row(MESSAGES.get("compare.all"), all));
        TextTable.print(out, rows);
    }

    private static List<String> row(String name, PairedCounts counts) {
        return Stream.concat(
                Stream.of(name),
                Stream.of(counts.bothRight(), counts.fixed(), counts.broken(), counts.bothWrong())
                        .map(count -> MESSAGES.get("compare.count", count)))
                .toList();
    }

    /** A difference of shares in percentage points. */
    private static String points(double difference) {
        return MESSAGES.get("compare.points", 100 * difference);
    }
}
