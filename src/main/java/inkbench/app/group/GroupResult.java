package inkbench.app.group;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import inkbench.evaluation.Evaluation;

/**
 * What a group leaves.
 *
 * @param members
 *            what its runs came to, in order; fewer than it was to have if it was stopped
 */
public record GroupResult(Grouping grouping, List<MemberResult> members) {
    public GroupResult {
        members = List.copyOf(members);
    }

    /** Over the runs that went as far as they were meant to: one that was stopped or diverged is no sample of the others. */
    public Spread over(ToDoubleFunction<MemberResult> figure) {
        return Spread.of(members.stream().filter(MemberResult::complete).mapToDouble(figure).toArray());
    }

    /**
     * Every training image as it was read by the run that did not learn it; nothing if the group has no folds, or one of its runs did
     * not go as far as it was meant to.
     */
    public Optional<Evaluation> crossValidated() {
        var heldOut = members.stream()
                .filter(MemberResult::complete)
                .flatMap(member -> member.examination().heldOut().stream())
                .toList();
        if (heldOut.size() < grouping.count()) {
            return Optional.empty();
        }
        return Optional.of(Evaluation.join(heldOut));
    }

    /** Of the validation images, with the weights that each run left. */
    public Spread validationAccuracy() {
        return over(MemberResult::validationAccuracy);
    }

    /** Of the validation images, with the weights that each run left. */
    public Spread validationLoss() {
        return over(MemberResult::validationLoss);
    }

    /** Of each run's best epoch; more hopeful than what a new image can expect. */
    public Spread bestValidationAccuracy() {
        return over(MemberResult::bestValidationAccuracy);
    }

    /** Of the test images, with the weights that each run left. */
    public Spread testAccuracy() {
        return over(member -> member.test().accuracy());
    }

    /** Of the test images, with the weights that each run left. */
    public Spread testLoss() {
        return over(member -> member.test().loss());
    }

    /** From the first batch of a run to its end, pauses left out. */
    public Spread seconds() {
        return over(member -> member.result().seconds());
    }
}
