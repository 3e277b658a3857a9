package inkbench.cli.evaluate;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import inkbench.data.Part;
import inkbench.evaluation.Evaluation;
import inkbench.evaluation.probability.Calibration;
import inkbench.evaluation.statistics.ConfusionStatistics;
import inkbench.text.Messages;

/** What {@code evaluate --part all} measured, for people: a row for each part. */
final class PartsText {
    private static final Messages MESSAGES = Messages.of(PartsText.class);

    private PartsText() {}

    static void print(PrintWriter out, String model, String data, Map<Part, Evaluation> parts) {
        out.println(MESSAGES.get("parts.heading", model, data));
        out.println();
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(MESSAGES.get("parts.columns").split(",")));
        parts.forEach((part, evaluation) -> rows.add(row(part, evaluation)));
        TextTable.print(out, rows);
    }

    private static List<String> row(Part part, Evaluation evaluation) {
        var matrix = evaluation.confusion();
        var overall = ConfusionStatistics.of(matrix).overall();
        return List.of(
                part.key(),
                MESSAGES.get("parts.count", matrix.total()),
                MESSAGES.get("parts.accuracy", evaluation.accuracy()),
                MESSAGES.get("parts.interval", overall.accuracyLower(), overall.accuracyUpper()),
                MESSAGES.get("parts.count", matrix.total() - matrix.correct()),
                number("parts.number", overall.kappa()),
                number("parts.number", evaluation.loss()),
                number("parts.accuracy", Calibration.of(evaluation).expectedError()));
    }

    private static String number(String key, double value) {
        return Double.isNaN(value) ? MESSAGES.get("parts.none") : MESSAGES.get(key, value);
    }
}
