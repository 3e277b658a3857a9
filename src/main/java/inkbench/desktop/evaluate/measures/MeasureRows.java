package inkbench.desktop.evaluate.measures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

import inkbench.evaluation.statistics.ClassStatistics;
import inkbench.evaluation.summary.EvaluationSummary;
import inkbench.text.Messages;

/** The measures of an evaluation with their names and definitions, in the order of R's caret, which come first. */
final class MeasureRows {
    private static final Messages MESSAGES = Messages.of(MeasureRows.class);

    private MeasureRows() {}

    /** A value for every class. */
    static List<MeasureRow> ofClasses(EvaluationSummary summary) {
        var rows = new ArrayList<MeasureRow>();
        rows.add(ofClasses("sensitivity", summary, ClassStatistics::sensitivity));
        rows.add(ofClasses("specificity", summary, ClassStatistics::specificity));
        rows.add(ofClasses("positivePredictiveValue", summary, ClassStatistics::positivePredictiveValue));
        rows.add(ofClasses("negativePredictiveValue", summary, ClassStatistics::negativePredictiveValue));
        rows.add(ofClasses("precision", summary, ClassStatistics::precision));
        rows.add(ofClasses("recall", summary, ClassStatistics::recall));
        rows.add(ofClasses("f1", summary, ClassStatistics::f1));
        rows.add(ofClasses("prevalence", summary, ClassStatistics::prevalence));
        rows.add(ofClasses("detectionRate", summary, ClassStatistics::detectionRate));
        rows.add(ofClasses("detectionPrevalence", summary, ClassStatistics::detectionPrevalence));
        rows.add(ofClasses("balancedAccuracy", summary, ClassStatistics::balancedAccuracy));
        rows.add(row("rocArea", summary.probabilities().rocAreas()));
        rows.add(row("averagePrecision", summary.probabilities().averagePrecisions()));
        return rows;
    }

    /** One value for all of them. */
    static List<MeasureRow> overall(EvaluationSummary summary) {
        var counts = summary.counts();
        var overall = counts.overall();
        var probabilities = summary.probabilities();
        return List.of(
                row("accuracy", overall.accuracy()),
                row("accuracyLower", overall.accuracyLower()),
                row("accuracyUpper", overall.accuracyUpper()),
                row("noInformationRate", overall.noInformationRate()),
                row("accuracyPValue", overall.accuracyPValue()),
                row("kappa", overall.kappa()),
                row("mcnemarPValue", overall.symmetry().pValue()),
                row("matthews", counts.matthewsCorrelation()),
                row("macroPrecision", counts.macro().precision()),
                row("macroRecall", counts.macro().recall()),
                row("macroF1", counts.macro().f1()),
                row("weightedPrecision", counts.weighted().precision()),
                row("weightedRecall", counts.weighted().recall()),
                row("weightedF1", counts.weighted().f1()),
                row("top2", probabilities.top2Accuracy()),
                row("logLoss", probabilities.logLoss()),
                row("brier", probabilities.brierScore()),
                row("ece", probabilities.calibration().expectedError()),
                row("mce", probabilities.calibration().maximumError()),
                row("meanRocArea", probabilities.meanRocArea()),
                row("meanAveragePrecision", probabilities.meanAveragePrecision()));
    }

    private static MeasureRow ofClasses(
            String key,
            EvaluationSummary summary,
            ToDoubleFunction<ClassStatistics> measure) {
        return row(key, summary.counts().classes().stream().mapToDouble(measure).toArray());
    }

    private static MeasureRow row(String key, double... values) {
        return new MeasureRow(
                MESSAGES.get(key),
                MESSAGES.get(key + ".tip"),
                key.endsWith("PValue"),
                Arrays.stream(values).boxed().toList());
    }
}
