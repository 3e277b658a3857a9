package inkbench.app.group;

import java.io.IOException;

import inkbench.training.event.TrainingResult;

/** Measures what a run of a group left while it is at hand. */
@FunctionalInterface
public interface MemberExaminer {
    /** Reads the test images and the fold that was held out; takes as long as that takes. */
    Examination examine(GroupMember member, TrainingResult result) throws IOException;
}
