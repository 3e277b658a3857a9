package inkbench.cli.evaluate;

import inkbench.evaluation.Evaluation;
import inkbench.evaluation.comparison.PairedComparison;

/**
 * Two models on the same images. What is fixed is what the model at hand reads right and the other one doesn't.
 *
 * @param other
 *            the model that the one at hand is compared with
 */
record Compared(Evaluation other, Evaluation own) {
    static final double LEVEL = 0.95;

    PairedComparison images() {
        return PairedComparison.of(other, own);
    }
}
