package inkbench.app.group;

import java.util.Optional;

import inkbench.evaluation.Evaluation;

/**
 * What was measured of a run of a group while its model was at hand.
 *
 * @param test
 *            of the test images
 * @param heldOut
 *            its answers to the fold that it did not learn from; nothing where the group has no folds
 */
public record Examination(TestFigures test, Optional<Evaluation> heldOut) {
    /** The test images alone. */
    public static Examination of(TestFigures test) {
        return new Examination(test, Optional.empty());
    }
}
