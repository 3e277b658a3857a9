package inkbench.app.group;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import inkbench.training.event.EpochResult;
import inkbench.training.event.TrainingResult;
import inkbench.training.event.TrainingResult.Ending;

/**
 * What one run of a group came to.
 *
 * @param result
 *            with weights and history
 * @param examination
 *            of the weights that it left
 */
public record MemberResult(GroupMember member, TrainingResult result, Examination examination) {
    /** What the weights that it left made of the test images. */
    public TestFigures test() {
        return examination.test();
    }

    /** Whether it went as far as it was meant to, and so can be compared with the others. */
    public boolean complete() {
        return result.ending() instanceof Ending.Completed || result.ending() instanceof Ending.StoppedEarly;
    }

    /** Share of the validation images that the weights it left read right, or NaN. */
    public double validationAccuracy() {
        return kept().map(EpochResult::validationAccuracy).orElse(Double.NaN);
    }

    /** Mean cross-entropy of the validation images with the weights it left, or NaN. */
    public double validationLoss() {
        return kept().map(EpochResult::validationLoss).orElse(Double.NaN);
    }

    /** The highest share of the validation images read right after any epoch, or NaN. */
    public double bestValidationAccuracy() {
        return history().stream()
                .mapToDouble(EpochResult::validationAccuracy)
                .filter(accuracy -> !Double.isNaN(accuracy))
                .max()
                .orElse(Double.NaN);
    }

    /** The epoch after which the weights were kept: the last, or with early stopping that of the lowest validation loss. */
    private Optional<EpochResult> kept() {
        if (history().isEmpty()) {
            return Optional.empty();
        }
        return result.settings().earlyStopping().on()
                ? history().stream().min(Comparator.comparingDouble(EpochResult::validationLoss))
                : Optional.of(history().getLast());
    }

    private List<EpochResult> history() {
        return result.history();
    }
}
