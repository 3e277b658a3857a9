package inkbench.evaluation.caret;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A matrix of texts as R prints it: columns side by side as far as 80 characters reach, the others below them. The rules are
 * those of {@code printMatrix} in R's {@code printmatrix.c}.
 *
 * @param rowTitle
 *            what the rows are; empty for nothing
 * @param columnTitle
 *            what the columns are; empty for nothing
 * @param rowNames
 *            one for each row
 * @param columnNames
 *            one for each column
 * @param cells
 *            {@code cells[row][column]}
 * @param right
 *            whether the cells are aligned at the right, as numbers are
 */
record RTable(
        String rowTitle,
        String columnTitle,
        List<String> rowNames,
        List<String> columnNames,
        String[][] cells,
        boolean right) {
    private static final int LINE = 80;
    private static final int LEAST_INDENT_BELOW_TITLE = 2;

    /** The lines, each with its end. */
    String text() {
        var text = new StringBuilder();
        int namesWidth = longest(rowNames);
        int indent = 0;
        if (!rowTitle.isEmpty()) {
            indent = Math.max(LEAST_INDENT_BELOW_TITLE, width(rowTitle) - namesWidth);
            namesWidth += indent;
        }
        var widths = IntStream.range(0, columnNames.size()).map(this::columnWidth).toArray();
        int from = 0;
        while (from < widths.length) {
            int to = from;
            int line = namesWidth;
            do {
                line += 1 + widths[to++];
            } while (to < widths.length && line + 1 + widths[to] < LINE);
            append(text, from, Arrays.copyOfRange(widths, from, to), namesWidth, indent);
            from = to;
        }
        return text.toString();
    }

    private void append(StringBuilder text, int from, int[] widths, int namesWidth, int indent) {
        if (!columnTitle.isEmpty()) {
            text.append(" ".repeat(namesWidth)).append(columnTitle).append('\n');
        }
        text.append(rowTitle).append(" ".repeat(namesWidth - width(rowTitle)));
        for (int i = 0; i < widths.length; i++) {
            appendCell(text, columnNames.get(from + i), widths[i]);
        }
        text.append('\n');
        for (int row = 0; row < cells.length; row++) {
            var name = rowNames.get(row);
            text.append(" ".repeat(indent)).append(name).append(" ".repeat(namesWidth - indent - width(name)));
            for (int i = 0; i < widths.length; i++) {
                appendCell(text, cells[row][from + i], widths[i]);
            }
            text.append('\n');
        }
    }

    private void appendCell(StringBuilder text, String cell, int width) {
        var space = " ".repeat(width - width(cell));
        text.append(' ').append(right ? space + cell : cell + space);
    }

    private int columnWidth(int column) {
        int widest = Arrays.stream(cells).mapToInt(row -> width(row[column])).max().orElse(0);
        return Math.max(widest, width(columnNames.get(column)));
    }

    private static int longest(List<String> texts) {
        return texts.stream().mapToInt(RTable::width).max().orElse(0);
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
