package inkbench.cli.evaluate;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.ToDoubleFunction;

import inkbench.cli.common.Json;
import inkbench.evaluation.caret.CaretNames;
import inkbench.evaluation.statistics.ClassStatistics;
import inkbench.evaluation.statistics.ConfusionStatistics;

/**
 * What R's {@code caret::confusionMatrix} returns, for scripts: its names, 17 digits, {@code null} for its NA.
 *
 * @param classes
 *            names of all classes
 * @param overall
 *            of the matrix as a whole
 * @param byClass
 *            of each class, or of two classes only the first, the positive one
 */
record CaretDocument(
        List<String> classes,
        Map<String, BigDecimal> overall,
        Map<String, Map<String, BigDecimal>> byClass) {
    static CaretDocument of(ConfusionStatistics statistics) {
        var byClass = new LinkedHashMap<String, Map<String, BigDecimal>>();
        for (ClassStatistics ofClass : statistics.reported()) {
            byClass.put(ofClass.className(), values(CaretNames.BY_CLASS, ofClass));
        }
        return new CaretDocument(
                statistics.matrix().classNames(),
                values(CaretNames.OVERALL, statistics.overall()),
                byClass);
    }

    private static <T> Map<String, BigDecimal> values(List<Entry<String, ToDoubleFunction<T>>> measures, T of) {
        var values = new LinkedHashMap<String, BigDecimal>();
        measures.forEach(
                measure -> values.put(measure.getKey(), Json.allDigits(measure.getValue().applyAsDouble(of))));
        return values;
    }
}
