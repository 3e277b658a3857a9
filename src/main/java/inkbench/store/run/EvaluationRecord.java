package inkbench.store.run;

import java.time.Instant;

import inkbench.evaluation.ConfusionMatrix;

/**
 * What a network of a run read of a set. Whether it read right is in the matrix.
 *
 * @param part
 *            of the data set, such as {@code test} or {@code validation}
 * @param modelSha256
 *            hash of the weights that read
 * @param loss
 *            mean cross-entropy, or NaN where nobody knows it
 */
public record EvaluationRecord(
        String dataName,
        String part,
        String modelSha256,
        double loss,
        ConfusionMatrix matrix,
        Instant measured) {}
