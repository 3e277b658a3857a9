package inkbench.desktop.data.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import inkbench.statistics.PixelStatistic;
import inkbench.statistics.PixelStatistics;

/**
 * Pictures of pixel statistics, in rows.
 *
 * @param rowNames
 *            beside each row; empty for a row that needs none
 * @param rows
 *            the pictures of each row, from the left
 * @param named
 *            whether each row's pictures have their names above them
 */
record Sheet(List<String> rowNames, List<List<Picture>> rows, List<Boolean> named) {
    /** Instead of a label: all images together. */
    static final int TOGETHER = -1;
    /** Up to so many pictures are parted into two rows; more into rows of so many. */
    private static final int LONGEST_ROW = 16;

    /**
     * One picture.
     *
     * @param label
     *            of which class, or {@link #TOGETHER}
     * @param values
     *            row by row, or empty where they are not known yet
     * @param largest
     *            the value that has the last colour; 0 has the first, or the middle one where {@code signed}
     */
    record Picture(String name, PixelStatistic statistic, int label, double[] values, double largest, boolean signed) {}

    /** The names of the classes, none where the images have no labels, and what all images together are called. */
    record Words(String together, List<String> classes) {
        String of(int label) {
            return label == TOGETHER ? together : classes.get(label);
        }
    }

    /** Every class in a column, statistics below each other; side by side and larger where there is only one column. */
    static Sheet overview(List<String> rowNames, List<PixelStatistic> statistics, Words words, PixelStatistics of) {
        var labels = labels(words, of);
        if (labels.size() == 1) {
            int label = labels.getFirst();
            var row = IntStream.range(0, statistics.size())
                    .mapToObj(i -> picture(rowNames.get(i), statistics.get(i), label, of))
                    .toList();
            return new Sheet(List.of(words.of(label)), List.of(row), List.of(true));
        }
        var rows = new ArrayList<List<Picture>>();
        for (var statistic : statistics) {
            rows.add(labels.stream().map(label -> picture(words.of(label), statistic, label, of)).toList());
        }
        return new Sheet(rowNames, rows, IntStream.range(0, rows.size()).mapToObj(row -> row == 0).toList());
    }

    /** One statistic of the classes that have it, in rows that leave the pictures large. */
    static Sheet single(PixelStatistic statistic, Words words, PixelStatistics of) {
        var pictures = labels(words, of).stream().map(label -> picture(words.of(label), statistic, label, of)).toList();
        int columns = Math.min(LONGEST_ROW, pictures.size() > 4 ? Math.ceilDiv(pictures.size(), 2) : pictures.size());
        var rows = new ArrayList<List<Picture>>();
        for (int from = 0; from < pictures.size(); from += columns) {
            rows.add(pictures.subList(from, Math.min(pictures.size(), from + columns)));
        }
        return new Sheet(rows.stream().map(row -> "").toList(), rows, rows.stream().map(row -> true).toList());
    }

    /** Two classes and what the first has more than the second. */
    static Sheet difference(int label, int other, String name, Words words, PixelStatistics of) {
        var values = of == null ? new double[0] : of.difference(PixelStatistic.MEAN, label, other);
        double largest = 1;
        for (double value : values) {
            largest = Double.isNaN(value) ? largest : Math.max(largest, Math.ceil(Math.abs(value)));
        }
        var row = List.of(
                picture(words.of(label), PixelStatistic.MEAN, label, of),
                picture(words.of(other), PixelStatistic.MEAN, other, of),
                new Picture(name, PixelStatistic.MEAN, label, values, largest, true));
        return new Sheet(List.of(""), List.of(row), List.of(true));
    }

    int columns() {
        return rows.stream().mapToInt(List::size).max().orElse(0);
    }

    /** The names above the pictures of each row. */
    List<List<String>> names() {
        return IntStream.range(0, rows.size())
                .mapToObj(
                        row -> named.get(row) ? rows.get(row).stream().map(Picture::name).toList() : List.<String>of())
                .toList();
    }

    /** The classes that have images, and then all images together where that is something else. */
    private static List<Integer> labels(Words words, PixelStatistics of) {
        var labels = IntStream.range(0, words.classes().size())
                .filter(label -> of == null || of.count(label) > 0)
                .boxed()
                .collect(Collectors.toCollection(ArrayList::new));
        if (labels.size() != 1) {
            labels.add(TOGETHER);
        }
        return labels;
    }

    private static Picture picture(String name, PixelStatistic statistic, int label, PixelStatistics of) {
        double[] values = of == null
                ? new double[0]
                : label == TOGETHER ? of.values(statistic) : of.values(statistic, label);
        return new Picture(name, statistic, label, values, statistic.largest(), false);
    }
}
