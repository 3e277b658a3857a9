package inkbench.evaluation.caret;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map.Entry;
import java.util.function.ToDoubleFunction;

import inkbench.evaluation.statistics.ClassStatistics;
import inkbench.evaluation.statistics.OverallStatistics;

/** What R's caret calls the statistics, in its order. Names for scripts, so they are the same in every language. */
public final class CaretNames {
    /** Of the matrix as a whole. */
    public static final List<Entry<String, ToDoubleFunction<OverallStatistics>>> OVERALL = List.of(
            entry("Accuracy", OverallStatistics::accuracy),
            entry("Kappa", OverallStatistics::kappa),
            entry("AccuracyLower", OverallStatistics::accuracyLower),
            entry("AccuracyUpper", OverallStatistics::accuracyUpper),
            entry("AccuracyNull", OverallStatistics::noInformationRate),
            entry("AccuracyPValue", OverallStatistics::accuracyPValue),
            entry("McnemarPValue", overall -> overall.symmetry().pValue()));

    /** Of one class. */
    public static final List<Entry<String, ToDoubleFunction<ClassStatistics>>> BY_CLASS = List.of(
            entry("Sensitivity", ClassStatistics::sensitivity),
            entry("Specificity", ClassStatistics::specificity),
            entry("Pos Pred Value", ClassStatistics::positivePredictiveValue),
            entry("Neg Pred Value", ClassStatistics::negativePredictiveValue),
            entry("Precision", ClassStatistics::precision),
            entry("Recall", ClassStatistics::recall),
            entry("F1", ClassStatistics::f1),
            entry("Prevalence", ClassStatistics::prevalence),
            entry("Detection Rate", ClassStatistics::detectionRate),
            entry("Detection Prevalence", ClassStatistics::detectionPrevalence),
            entry("Balanced Accuracy", ClassStatistics::balancedAccuracy));

    private CaretNames() {}
}
