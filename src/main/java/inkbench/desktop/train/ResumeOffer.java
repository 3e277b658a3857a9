package inkbench.desktop.train;

import java.util.List;

import inkbench.app.runs.InterruptedRun;
import inkbench.app.runs.RunJournal;
import inkbench.desktop.common.Notice;
import inkbench.desktop.common.Session;
import inkbench.text.Messages;

/** Offers to go on with the newest run that a crash, a kill or a power cut interrupted. Only for the FX thread. */
final class ResumeOffer {
    private static final String ID = "resume";

    private final Messages messages = Messages.of(ResumeOffer.class);
    private final RunJournal journal;
    private final Session session;
    private final TrainViewModel viewModel;

    ResumeOffer(RunJournal journal, Session session, TrainViewModel viewModel) {
        this.journal = journal;
        this.session = session;
        this.viewModel = viewModel;
    }

    /** Opens the workspace in the background, tells how that went, and looks whether there is something to offer. */
    void begin() {
        session.watch(
                journal.open(),
                notice -> notice.ifPresent(text -> session.tell(new Notice("workspace", text, null))));
        look();
    }

    private void look() {
        session.watch(journal.interrupted(), runs -> runs.stream().findFirst().ifPresent(this::offer));
    }

    private void offer(InterruptedRun run) {
        var text = messages.get(
                "resume.offer",
                run.name(),
                run.dataName(),
                run.epoch(),
                run.settings().epochs());
        session.tell(
                new Notice(
                        ID,
                        text,
                        null,
                        List.of(
                                new Notice.Action(messages.get("resume.go"), () -> goOn(run)),
                                new Notice.Action(messages.get("resume.discard"), () -> discard(run))),
                        () -> {}));
    }

    private void goOn(InterruptedRun run) {
        var data = session.data().get();
        if (data == null || viewModel.run().state().get() != RunViewModel.State.IDLE) {
            session.tell(new Notice(ID + "-wait", messages.get("resume.wait", run.dataName()), null));
            offer(run);
            return;
        }
        session.watch(journal.takeUp(run, data.first()), resumption -> {
            session.place().set("train");
            session.watch(journal.batches(run.id()), batches -> viewModel.goOn(resumption, batches));
        }, () -> {}, failure -> {
            // The data may be opened yet.
            offer(run);
            return false;
        });
    }

    private void discard(InterruptedRun run) {
        session.watch(journal.discard(run), done -> look());
    }
}
