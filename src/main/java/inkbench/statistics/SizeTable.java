package inkbench.statistics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntUnaryOperator;

import inkbench.data.Part;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** How large the parts of a set are: a row each and one for all together, a column for each class and one for all together. */
public final class SizeTable {
    private static final double PER_CENT = 100;

    private SizeTable() {}

    /** One row of the table. */
    private record Row(String name, IntUnaryOperator counts, int total) {}

    /**
     * The table with the columns {@code part}; the images of each class; {@code total}; for each class its percentage among
     * the images of the part, as {@code 7 %}; {@code total %}, the percentage of all images that are in the part. Where two
     * classes differ in nothing but case, as EMNIST's letters do, the later one has its number behind its name.
     *
     * @param writers
     *            how many writers each part has, for one more column; none if it is empty
     */
    public static Table of(ClassDistribution sizes, Map<Part, Integer> writers) {
        var rows = new ArrayList<Row>();
        for (var part : sizes.counts().keySet()) {
            rows.add(new Row(part.key(), label -> sizes.count(part, label), sizes.total(part)));
        }
        rows.add(new Row("all", sizes::count, sizes.total()));
        var table = Table.create("sizes", StringColumn.create("part", rows.stream().map(Row::name).toList()));
        var names = distinct(sizes.classNames());
        for (int label = 0; label < names.size(); label++) {
            int of = label;
            table.addColumns(
                    IntColumn.create(names.get(label), rows.stream().mapToInt(row -> row.counts().applyAsInt(of))));
        }
        table.addColumns(IntColumn.create("total", rows.stream().mapToInt(Row::total)));
        for (int label = 0; label < names.size(); label++) {
            int of = label;
            table.addColumns(
                    DoubleColumn.create(
                            names.get(label) + " %",
                            rows.stream().mapToDouble(row -> percent(row.counts().applyAsInt(of), row.total()))));
        }
        table.addColumns(
                DoubleColumn.create("total %", rows.stream().mapToDouble(row -> percent(row.total(), sizes.total()))));
        if (!writers.isEmpty()) {
            var column = IntColumn.create("writers");
            for (var part : sizes.counts().keySet()) {
                if (writers.containsKey(part)) {
                    column.append(writers.get(part));
                } else {
                    column.appendMissing();
                }
            }
            // A writer may be in several of a set's own parts, so there is no sum.
            column.appendMissing();
            table.addColumns(column);
        }
        return table;
    }

    private static double percent(int count, int of) {
        return PER_CENT * count / of;
    }

    /** Names that a table can hold, to which upper and lower case are the same. */
    private static List<String> distinct(List<String> classNames) {
        var taken = new HashSet<>(List.of("part", "total", "writers"));
        var names = new ArrayList<String>();
        for (int label = 0; label < classNames.size(); label++) {
            var name = classNames.get(label);
            boolean free = taken.add(name.toLowerCase(Locale.ROOT));
            names.add(free ? name : name + " (" + label + ")");
        }
        return names;
    }
}
