package inkbench.cli.train;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

import inkbench.app.Workbench;
import inkbench.app.runs.InterruptedRun;
import inkbench.app.runs.RunPlan;
import inkbench.cli.common.Jobs;
import inkbench.data.PartedDataset;
import inkbench.store.run.GroupKind;
import inkbench.text.Messages;
import inkbench.training.TrainingRun;
import inkbench.training.event.TrainingEvent;
import inkbench.training.recipe.TrainingSettings;

/** Starts runs so that they are kept in the workspace, or takes up those that were interrupted. */
final class Keeping {
    private final Messages messages = Messages.of(Keeping.class);
    private final Workbench workbench;
    private final PartedDataset set;
    private final PrintWriter err;
    private final Duration interval;
    private final boolean resume;
    private final boolean kept;

    /**
     * Ready to start.
     *
     * @param resume
     *            whether to look for runs that were interrupted
     * @param kept
     *            whether there is a workspace
     */
    Keeping(Workbench workbench, PartedDataset set, PrintWriter err, Duration interval, boolean resume, boolean kept) {
        this.workbench = workbench;
        this.set = set;
        this.err = err;
        this.interval = interval;
        this.resume = resume;
        this.kept = kept;
    }

    /** Starts a run, or goes on with the newest interrupted one of these settings, and says which. */
    TrainingRun start(String name, TrainingSettings settings, Consumer<TrainingEvent> listener) throws IOException {
        var interrupted = interrupted(settings);
        if (interrupted.isPresent()) {
            return goOn(interrupted.get(), listener);
        }
        if (resume) {
            err.println(messages.get("resume.none"));
        }
        return begin(RunPlan.of(name), settings, listener);
    }

    /** Starts a run of a group, or goes on with it where it was interrupted. */
    TrainingRun start(
            String name,
            OptionalLong group,
            TrainingSettings settings,
            Consumer<TrainingEvent> listener) throws IOException {
        var interrupted = interrupted(settings);
        if (interrupted.isPresent()) {
            return goOn(interrupted.get(), listener);
        }
        var plan = RunPlan.of(name);
        return begin(group.isPresent() ? plan.in(group.getAsLong()) : plan, settings, listener);
    }

    private TrainingRun begin(RunPlan plan, TrainingSettings settings, Consumer<TrainingEvent> listener) {
        return kept
                ? workbench.training().start(settings, set, plan.every(interval), listener)
                : workbench.training().start(settings, set, listener);
    }

    private TrainingRun goOn(InterruptedRun run, Consumer<TrainingEvent> listener) throws IOException {
        var resumption = Jobs.await(workbench.runs().takeUp(run, set.first()));
        err.println(messages.get("resume.found", run.id(), resumption.checkpoint().weights().iteration()));
        return workbench.training().resume(resumption, set, interval, listener);
    }

    private Optional<InterruptedRun> interrupted(TrainingSettings settings) throws IOException {
        if (!resume) {
            return Optional.empty();
        }
        var images = set.first().provenance().sha256();
        return Jobs.await(workbench.runs().interrupted()).stream()
                .filter(run -> run.settings().equals(settings) && run.dataSha256().equals(images))
                .findFirst();
    }

    /** A number for runs that belong together: that of the newest that was interrupted, or a new one. */
    OptionalLong group(GroupKind kind, List<TrainingSettings> members) throws IOException {
        if (!kept) {
            return OptionalLong.empty();
        }
        for (var settings : members) {
            var interrupted = interrupted(settings);
            if (interrupted.isPresent()) {
                long id = interrupted.get().id();
                return Jobs.await(workbench.runs().runs()).stream()
                        .filter(run -> run.id() == id)
                        .findFirst()
                        .map(run -> run.begun().group())
                        .orElse(OptionalLong.empty());
            }
        }
        if (resume) {
            err.println(messages.get("resume.none"));
        }
        return OptionalLong.of(Jobs.await(workbench.runs().newGroup(kind)));
    }

    /** The number of a run in the workspace, if it is kept. */
    Optional<Long> id(TrainingRun run) {
        if (!kept) {
            return Optional.empty();
        }
        try {
            return Optional.of(workbench.runs().id(run).join());
        } catch (CompletionException notKept) {
            // Why it isn't was said when it happened.
            return Optional.empty();
        }
    }

    /** Whether runs are kept at all. */
    boolean kept() {
        return kept;
    }
}
