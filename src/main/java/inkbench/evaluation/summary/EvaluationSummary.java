package inkbench.evaluation.summary;

import java.util.List;
import java.util.stream.IntStream;

import inkbench.evaluation.Evaluation;
import inkbench.evaluation.probability.CoverageCurve;
import inkbench.evaluation.probability.PrecisionRecallCurve;
import inkbench.evaluation.probability.ProbabilityStatistics;
import inkbench.evaluation.probability.RocCurve;
import inkbench.evaluation.statistics.ConfusionStatistics;

/**
 * Everything that is computed of an evaluation. It sorts all images several times for each class: not for the thread of a window.
 *
 * @param counts
 *            what the confusion matrix alone says
 * @param probabilities
 *            what the probabilities say beyond it
 * @param coverage
 *            how accurate the surest answers are
 * @param rocCurves
 *            of every class against the others, in at most {@value #CURVE_POINTS} points
 * @param precisionRecallCurves
 *            of every class against the others, in at most {@value #CURVE_POINTS} points
 */
public record EvaluationSummary(
        ConfusionStatistics counts,
        ProbabilityStatistics probabilities,
        CoverageCurve coverage,
        List<RocCurve> rocCurves,
        List<PrecisionRecallCurve> precisionRecallCurves) {
    /** Enough for any screen, and for looking closer at a tenth of the curve. */
    public static final int CURVE_POINTS = 2000;

    public EvaluationSummary {
        rocCurves = List.copyOf(rocCurves);
        precisionRecallCurves = List.copyOf(precisionRecallCurves);
    }

    /**
     * Computes all of it.
     *
     * @throws IllegalArgumentException
     *             if there are fewer than {@link ConfusionStatistics#FEWEST_CLASSES} classes, or no images
     */
    public static EvaluationSummary of(Evaluation evaluation) {
        int classes = evaluation.confusion().classCount();
        return new EvaluationSummary(
                ConfusionStatistics.of(evaluation.confusion()),
                ProbabilityStatistics.of(evaluation),
                CoverageCurve.of(evaluation),
                IntStream.range(0, classes).mapToObj(c -> RocCurve.of(evaluation, c).thinned(CURVE_POINTS)).toList(),
                IntStream.range(0, classes).mapToObj(c -> PrecisionRecallCurve.of(evaluation, c).thinned(CURVE_POINTS))
                        .toList());
    }
}
