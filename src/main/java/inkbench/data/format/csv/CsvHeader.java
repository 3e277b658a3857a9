package inkbench.data.format.csv;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What the first line of a CSV of pixels tells: where the label is, if there is one, and that the pixels come row by row.
 *
 * @param labelColumn
 *            from 0, or -1 for images without labels
 * @param pixels
 *            of each image
 * @param named
 *            whether the line has names; otherwise it is an image already
 */
record CsvHeader(int labelColumn, int pixels, boolean named) {
    private static final Set<String> LABELS = Set.of("label", "class");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

    /** Something that doesn't fit: the column from 0, and what its name should be. */
    record Misfit(int column, String expected) {}

    /** The ways of naming pixels row by row that are around, by the number of pixels in a row. */
    private static List<IntFunction<String>> schemes(int side) {
        return List.of(
                i -> "pixel" + i,
                i -> "pixel" + (i + 1),
                i -> i / side + 1 + "x" + (i % side + 1),
                i -> i / side + "x" + i % side,
                Integer::toString,
                i -> Integer.toString(i + 1));
    }

    /** The header with these names; nothing where they are no names of pixels in order. */
    static Optional<CsvHeader> of(List<String> fields) {
        var names = fields.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        int label = labelColumn(names);
        int pixels = names.size() - (label < 0 ? 0 : 1);
        int first = label == 0 ? 1 : 0;
        for (var scheme : schemes(Math.max(1, side(pixels)))) {
            if (IntStream.range(0, pixels).allMatch(i -> names.get(first + i).equals(scheme.apply(i)))) {
                return Optional.of(new CsvHeader(label, pixels, true));
            }
        }
        // A square and one are never a square, so the number of columns tells whether one of them is the label.
        boolean square = side(names.size()) * side(names.size()) == names.size();
        boolean labelled = side(names.size() - 1) * side(names.size() - 1) == names.size() - 1;
        if (names.size() > 1 && (square || labelled)
                && names.stream().allMatch(name -> NUMBER.matcher(name).matches())) {
            return Optional.of(new CsvHeader(square ? -1 : 0, names.size() - (square ? 0 : 1), false));
        }
        return Optional.empty();
    }

    /** The first name that is not as Kaggle has it. */
    static Misfit misfit(List<String> fields) {
        boolean labelled = LABELS.contains(fields.getFirst().toLowerCase(Locale.ROOT));
        int first = labelled ? 1 : 0;
        for (int i = first; i < fields.size(); i++) {
            var expected = "pixel" + (i - first);
            if (!fields.get(i).equals(expected)) {
                return new Misfit(i, expected);
            }
        }
        return new Misfit(0, "pixel0");
    }

    /** The side of a square of so many pixels, rounded where it is none. */
    static int side(int pixels) {
        return (int) Math.round(Math.sqrt(pixels));
    }

    int columns() {
        return pixels + (labelColumn < 0 ? 0 : 1);
    }

    private static int labelColumn(List<String> names) {
        if (LABELS.contains(names.getFirst())) {
            return 0;
        }
        return LABELS.contains(names.getLast()) ? names.size() - 1 : -1;
    }
}
