package inkbench.cli.evaluate;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

import com.fasterxml.jackson.annotation.JsonInclude;

import inkbench.cli.common.Json;
import inkbench.cli.common.ReviewDocument;
import inkbench.data.Part;
import inkbench.evaluation.Evaluation;
import inkbench.evaluation.probability.Calibration;
import inkbench.evaluation.probability.CoverageCurve;
import inkbench.evaluation.probability.ProbabilityStatistics;
import inkbench.evaluation.statistics.ConfusionStatistics;

/**
 * What {@code evaluate} measured, for scripts.
 *
 * @param confusion
 *            {@code confusion[truth][prediction]}
 * @param overall
 *            as {@link CaretDocument#overall()}
 * @param byClass
 *            as {@link CaretDocument#byClass()}
 * @param measures
 *            what caret does not have
 * @param comparison
 *            with another model; left out unless asked for
 * @param failures
 *            images that the model is worst at; left out unless asked for
 * @param review
 *            labels to look at again; left out unless asked for
 */
record EvaluationDocument(
        String model,
        String data,
        String part,
        int count,
        double accuracy,
        Double loss,
        List<String> classes,
        long[][] confusion,
        Map<String, BigDecimal> overall,
        Map<String, Map<String, BigDecimal>> byClass,
        Measures measures,
        @JsonInclude(JsonInclude.Include.NON_NULL) ComparisonDocument comparison,
        @JsonInclude(JsonInclude.Include.NON_NULL) FailuresDocument failures,
        @JsonInclude(JsonInclude.Include.NON_NULL) ReviewDocument review) {
    private static final double[] COVERAGES = {0.5, 0.8, 0.9, 0.95, 0.99, 1};

    static EvaluationDocument of(Evaluation evaluation, ConfusionStatistics statistics, String data, Part part,
            Asked asked) {
        var caret = CaretDocument.of(statistics);
        return new EvaluationDocument(
                evaluation.modelName(),
                data,
                part.key(),
                evaluation.predictions().length,
                evaluation.accuracy(),
                Json.orNull(evaluation.loss()),
                caret.classes(),
                evaluation.confusion().counts(),
                caret.overall(),
                caret.byClass(),
                Measures.of(evaluation, statistics),
                asked.comparison,
                asked.failures,
                asked.review);
    }

    /** What is there only for those who ask for it; null where they don't. */
    record Asked(ComparisonDocument comparison, FailuresDocument failures, ReviewDocument review) {
        static final Asked NOTHING = new Asked(null, null, null);
    }

    /** Beside caret's; {@code null} where there is nothing to measure. */
    record Measures(
            BigDecimal matthewsCorrelation,
            BigDecimal top2Accuracy,
            BigDecimal brierScore,
            Averages macro,
            Averages weighted,
            Areas rocArea,
            Areas averagePrecision,
            Reliability calibration,
            List<Covered> coverage) {
        static Measures of(Evaluation evaluation, ConfusionStatistics statistics) {
            var probabilities = ProbabilityStatistics.of(evaluation);
            var names = statistics.matrix().classNames();
            var coverage = CoverageCurve.of(evaluation);
            return new Measures(
                    Json.allDigits(statistics.matthewsCorrelation()),
                    Json.allDigits(probabilities.top2Accuracy()),
                    Json.allDigits(probabilities.brierScore()),
                    Averages.of(statistics.macro()),
                    Averages.of(statistics.weighted()),
                    Areas.of(names, probabilities.rocAreas(), probabilities.meanRocArea()),
                    Areas.of(names, probabilities.averagePrecisions(), probabilities.meanAveragePrecision()),
                    Reliability.of(probabilities.calibration()),
                    DoubleStream.of(COVERAGES).mapToObj(coverage::atLeast).map(Covered::of).toList());
        }
    }

    /** Means over the classes. */
    record Averages(BigDecimal precision, BigDecimal recall, BigDecimal f1) {
        static Averages of(inkbench.evaluation.statistics.Averages averages) {
            return new Averages(
                    Json.allDigits(averages.precision()),
                    Json.allDigits(averages.recall()),
                    Json.allDigits(averages.f1()));
        }
    }

    /** Areas under a curve, and their mean over the classes that have one. */
    record Areas(BigDecimal mean, Map<String, BigDecimal> byClass) {
        static Areas of(List<String> names, double[] areas, double mean) {
            var byClass = new LinkedHashMap<String, BigDecimal>();
            for (int c = 0; c < areas.length; c++) {
                byClass.put(names.get(c), Json.allDigits(areas[c]));
            }
            return new Areas(Json.allDigits(mean), byClass);
        }
    }

    /** Whether probabilities can be believed. */
    record Reliability(BigDecimal expectedError, BigDecimal maximumError, List<Bin> bins) {
        static Reliability of(Calibration calibration) {
            return new Reliability(
                    Json.allDigits(calibration.expectedError()),
                    Json.allDigits(calibration.maximumError()),
                    calibration.bins().stream().map(Bin::of).toList());
        }
    }

    /** One bin of the reliability curve. */
    record Bin(BigDecimal from, BigDecimal to, int count, BigDecimal confidence, BigDecimal accuracy) {
        static Bin of(Calibration.Bin bin) {
            return new Bin(
                    Json.allDigits(bin.from()),
                    Json.allDigits(bin.to()),
                    bin.count(),
                    Json.allDigits(bin.confidence()),
                    Json.allDigits(bin.accuracy()));
        }
    }

    /** One point of the coverage curve. */
    record Covered(BigDecimal coverage, BigDecimal accuracy, BigDecimal confidence) {
        static Covered of(CoverageCurve.Point point) {
            return new Covered(
                    Json.allDigits(point.coverage()),
                    Json.allDigits(point.accuracy()),
                    Json.allDigits(point.confidence()));
        }
    }
}
