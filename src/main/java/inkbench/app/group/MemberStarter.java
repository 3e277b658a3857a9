package inkbench.app.group;

import java.io.IOException;
import java.util.function.Consumer;

import inkbench.training.TrainingRun;
import inkbench.training.event.TrainingEvent;

/** Starts the single runs of a group, or takes one up again. */
@FunctionalInterface
public interface MemberStarter {
    /**
     * Starts a run; is called when the one before is over.
     *
     * @param listener
     *            to hear all that the run tells
     */
    TrainingRun start(GroupMember member, Consumer<TrainingEvent> listener) throws IOException;
}
