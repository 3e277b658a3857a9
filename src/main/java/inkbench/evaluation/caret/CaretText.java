package inkbench.evaluation.caret;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import inkbench.evaluation.ConfusionMatrix;
import inkbench.evaluation.statistics.ClassStatistics;
import inkbench.evaluation.statistics.ConfusionStatistics;

/**
 * Statistics of a confusion matrix, written as R prints what {@code caret::confusionMatrix} returns, character for character, so
 * that who comes from R reads them at sight and a script that reads R's output reads this. Its words are therefore R's in every
 * language. One thing differs: R prints some of the values that can't be computed as {@code NaN}, and all are {@code NA} here.
 */
public final class CaretText {
    private static final int DIGITS = 4;
    /** What caret leaves out when it prints ({@code mode = "sens_spec"}). */
    private static final Set<String> NOT_PRINTED = Set.of("Precision", "Recall", "F1");
    private static final List<Entry<String, ToDoubleFunction<ClassStatistics>>> PRINTED = CaretNames.BY_CLASS.stream()
            .filter(measure -> !NOT_PRINTED.contains(measure.getKey()))
            .toList();

    private CaretText() {}

    /** All of it, in lines. */
    public static String of(ConfusionStatistics statistics) {
        var text = new StringBuilder("Confusion Matrix and Statistics\n\n");
        text.append(counts(statistics.matrix()));
        if (statistics.classes().size() == 2) {
            var lines = overall(statistics);
            lines.add(Line.EMPTY);
            lines.addAll(positive(statistics.reported().getFirst()));
            lines.add(Line.EMPTY);
            lines.add(new Line("'Positive' Class", statistics.reported().getFirst().className()));
            lines.add(Line.EMPTY);
            text.append(aligned(lines));
        } else {
            text.append("\nOverall Statistics\n").append(aligned(overall(statistics)));
            text.append("\nStatistics by Class:\n\n").append(byClass(statistics.reported()));
        }
        return text.toString();
    }

    private static String counts(ConfusionMatrix matrix) {
        int classes = matrix.classCount();
        var cells = new String[classes][classes];
        for (int prediction = 0; prediction < classes; prediction++) {
            for (int truth = 0; truth < classes; truth++) {
                cells[prediction][truth] = Long.toString(matrix.count(truth, prediction));
            }
        }
        int widest = Arrays.stream(cells).flatMap(Arrays::stream).mapToInt(String::length).max().orElse(0);
        for (var row : cells) {
            Arrays.setAll(row, column -> " ".repeat(widest - row[column].length()) + row[column]);
        }
        return new RTable("Prediction", "Reference", matrix.classNames(), matrix.classNames(), cells, true).text();
    }

    private static List<Line> overall(ConfusionStatistics statistics) {
        var overall = statistics.overall();
        var pValues = RNumbers.pValues(new double[]{overall.accuracyPValue(), overall.symmetry().pValue()}, DIGITS);
        var interval = "(" + rounded(overall.accuracyLower()) + ", " + rounded(overall.accuracyUpper()) + ")";
        var lines = new ArrayList<Line>();
        lines.add(new Line("Accuracy", rounded(overall.accuracy())));
        lines.add(new Line("95% CI", interval));
        lines.add(new Line("No Information Rate", rounded(overall.noInformationRate())));
        lines.add(new Line("P-Value [Acc > NIR]", pValues[0]));
        lines.add(Line.EMPTY);
        lines.add(new Line("Kappa", rounded(overall.kappa())));
        lines.add(Line.EMPTY);
        lines.add(new Line("Mcnemar's Test P-Value", pValues[1]));
        return lines;
    }

    private static List<Line> positive(ClassStatistics statistics) {
        var values = RNumbers.format(values(statistics), DIGITS);
        int widest = Arrays.stream(values).mapToInt(String::length).max().orElse(0);
        return IntStream.range(0, values.length)
                .mapToObj(
                        i -> new Line(
                                PRINTED.get(i).getKey(),
                                " ".repeat(widest - values[i].length()) + values[i]))
                .toList();
    }

    private static String byClass(List<ClassStatistics> classes) {
        var cells = new String[PRINTED.size()][classes.size()];
        for (int c = 0; c < classes.size(); c++) {
            var column = RNumbers.format(values(classes.get(c)), DIGITS);
            for (int row = 0; row < column.length; row++) {
                cells[row][c] = column[row];
            }
        }
        var measures = PRINTED.stream().map(Entry::getKey).toList();
        var names = classes.stream().map(c -> "Class: " + c.className()).toList();
        return new RTable("", "", measures, names, cells, true).text();
    }

    private static double[] values(ClassStatistics statistics) {
        return PRINTED.stream().mapToDouble(measure -> measure.getValue().applyAsDouble(statistics)).toArray();
    }

    private static String rounded(double value) {
        return RNumbers.rounded(value, DIGITS);
    }

    /** Names aligned at the right and values at the left of a colon. */
    private static String aligned(List<Line> lines) {
        int widest = lines.stream().mapToInt(line -> line.label().length()).max().orElse(0);
        var cells = lines.stream()
                .map(line -> new String[]{" ".repeat(widest - line.label().length()) + line.label(), line.value()})
                .toArray(String[][]::new);
        return new RTable("", "", Collections.nCopies(cells.length, ""), List.of("", ""), cells, false).text();
    }

    private record Line(String name, String value) {
        static final Line EMPTY = new Line("", "");

        String label() {
            return name.isEmpty() ? "" : name + " :";
        }
    }
}
