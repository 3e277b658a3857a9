package inkbench.desktop.evaluate.matrix;

import inkbench.evaluation.ConfusionMatrix;

/** A confusion matrix as comma-separated counts: a line for each true class, a column for each prediction. */
final class ConfusionCsv {
    private ConfusionCsv() {}

    static String of(ConfusionMatrix matrix) {
        var names = matrix.classNames();
        var csv = new StringBuilder("truth,").append(String.join(",", names)).append('\n');
        for (int truth = 0; truth < names.size(); truth++) {
            csv.append(names.get(truth));
            for (int prediction = 0; prediction < names.size(); prediction++) {
                csv.append(',').append(matrix.count(truth, prediction));
            }
            csv.append('\n');
        }
        return csv.toString();
    }
}
