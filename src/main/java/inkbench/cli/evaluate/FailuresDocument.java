package inkbench.cli.evaluate;

import java.math.BigDecimal;
import java.util.List;

import inkbench.cli.common.Json;
import inkbench.data.Dataset;
import inkbench.evaluation.failures.ConfusedPair;
import inkbench.evaluation.failures.Failure;
import inkbench.evaluation.failures.Failures;

/** The images that a model is worst at, for scripts. */
record FailuresDocument(List<Row> topLosses, List<Row> confidentErrors, List<Pair> confusedPairs) {
    static FailuresDocument of(Failures failures, Dataset dataset) {
        return new FailuresDocument(
                Row.of(failures.topLosses(), dataset),
                Row.of(failures.confidentErrors(), dataset),
                failures.confusedPairs().stream().map(pair -> Pair.of(pair, dataset)).toList());
    }

    /**
     * One image.
     *
     * @param index
     *            its place among those that were read, from 0
     * @param sourceIndex
     *            its place in the part of the data set as that was read, from 0
     * @param probability
     *            of the prediction
     */
    record Row(
            int index,
            int sourceIndex,
            String label,
            String prediction,
            BigDecimal probability,
            BigDecimal loss) {
        static List<Row> of(List<Failure> failures, Dataset dataset) {
            return failures.stream().map(failure -> of(failure, dataset)).toList();
        }

        private static Row of(Failure failure, Dataset dataset) {
            return new Row(
                    failure.index(),
                    dataset.sourceIndex(failure.index()),
                    dataset.classNames().get(failure.label()),
                    dataset.classNames().get(failure.prediction()),
                    Json.allDigits(failure.probability()),
                    Json.allDigits(failure.loss()));
        }
    }

    /** Two classes that were taken for each other. */
    record Pair(String a, String b, long aAsB, long bAsA, List<Row> images) {
        static Pair of(ConfusedPair pair, Dataset dataset) {
            return new Pair(
                    dataset.classNames().get(pair.a()),
                    dataset.classNames().get(pair.b()),
                    pair.aAsB(),
                    pair.bAsA(),
                    Row.of(pair.images(), dataset));
        }
    }
}
