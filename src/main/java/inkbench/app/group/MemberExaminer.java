package inkbench.app.group;

import java.io.IOException;

import inkbench.training.event.TrainingResult;

/**
 * Measures what a run of a group left while it is at hand. Whatever else is wanted of each run, such as its answers to the fold that
 * it didn't learn from, is to be taken here.
 */
@FunctionalInterface
public interface MemberExaminer {
    /** Reads the test images; takes as long as that takes. */
    TestFigures examine(GroupMember member, TrainingResult result) throws IOException;
}
