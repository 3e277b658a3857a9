package inkbench.app.group;

import inkbench.training.event.TrainingEvent;

/** What a group tells while it goes on: what its runs tell, what each came to, one end. */
public sealed interface GroupEvent {
    /** A run of the group tells something; on the trainer's thread. */
    record FromMember(GroupMember member, TrainingEvent event) implements GroupEvent {}

    /** A run is over and was tested. */
    record MemberDone(MemberResult result) implements GroupEvent {}

    /** The group is over and left something. */
    record Finished(GroupResult result) implements GroupEvent {}

    /** The group is over and everything was dropped, as asked. */
    record Cancelled() implements GroupEvent {}

    /** A run broke and left nothing, and with it the group; its own event said why. */
    record Failed(GroupMember member) implements GroupEvent {}
}
