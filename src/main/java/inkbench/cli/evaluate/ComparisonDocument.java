package inkbench.cli.evaluate;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

import inkbench.cli.common.Json;
import inkbench.evaluation.comparison.PairedCounts;

/**
 * Another model on the same images, for scripts.
 *
 * @param model
 *            what the other model is called
 * @param accuracy
 *            of the other model, 0…1
 * @param difference
 *            accuracy of the model at hand less that of the other, −1…1
 * @param differenceLower
 *            where its 95% interval begins (Newcombe)
 * @param differenceUpper
 *            where it ends
 * @param pValue
 *            of McNemar's exact test, two-sided
 */
record ComparisonDocument(
        String model,
        double accuracy,
        BigDecimal difference,
        BigDecimal differenceLower,
        BigDecimal differenceUpper,
        BigDecimal pValue,
        Counts all,
        Map<String, Counts> byClass) {
    static ComparisonDocument of(Compared compared) {
        var images = compared.images();
        var interval = images.all().differenceInterval(Compared.LEVEL);
        var byClass = new LinkedHashMap<String, Counts>();
        for (int c = 0; c < images.byClass().size(); c++) {
            byClass.put(images.dataset().classNames().get(c), Counts.of(images.byClass().get(c)));
        }
        return new ComparisonDocument(
                compared.other().modelName(),
                compared.other().accuracy(),
                Json.allDigits(images.all().difference()),
                Json.allDigits(interval.lower()),
                Json.allDigits(interval.upper()),
                Json.allDigits(images.all().pValue()),
                Counts.of(images.all()),
                byClass);
    }

    /** Images that both models read right, only the one at hand, only the other, or neither. */
    record Counts(long bothRight, long fixed, long broken, long bothWrong) {
        static Counts of(PairedCounts counts) {
            return new Counts(counts.bothRight(), counts.fixed(), counts.broken(), counts.bothWrong());
        }
    }
}
