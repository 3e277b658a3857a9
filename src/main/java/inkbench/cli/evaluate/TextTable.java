package inkbench.cli.evaluate;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of words in columns: the first to the left, all others to the right, as numbers are read. */
final class TextTable {
    private static final String GAP = "  ";

    private TextTable() {}

    /** All rows have as many cells as the first. */
    static void print(PrintWriter out, List<List<String>> rows) {
        var widths = IntStream.range(0, rows.getFirst().size())
                .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
                .toArray();
        for (var row : rows) {
            var line = new StringBuilder(row.getFirst());
            line.append(" ".repeat(widths[0] - row.getFirst().length()));
            for (int column = 1; column < widths.length; column++) {
                line.append(GAP).append(" ".repeat(widths[column] - row.get(column).length())).append(row.get(column));
            }
            out.println(line);
        }
    }
}
