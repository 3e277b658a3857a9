package inkbench.app;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

import inkbench.app.group.Examination;
import inkbench.app.group.GroupEvent;
import inkbench.app.group.GroupMember;
import inkbench.app.group.GroupRun;
import inkbench.app.group.Grouping;
import inkbench.app.group.MemberExaminer;
import inkbench.app.group.MemberStarter;
import inkbench.app.group.TestFigures;
import inkbench.app.runs.RunJournal;
import inkbench.app.runs.RunPlan;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.evaluation.Evaluation;
import inkbench.model.Model;
import inkbench.store.run.GroupKind;
import inkbench.task.Progress;
import inkbench.task.Workers;
import inkbench.text.Messages;
import inkbench.training.Trainer;
import inkbench.training.TrainingRun;
import inkbench.training.recipe.TrainingSettings;
import inkbench.training.recipe.Validation;

/** Cross-validation, and the same run from several seeds. */
public final class GroupTraining implements AutoCloseable {
    private final Messages messages = Messages.of(GroupTraining.class);
    /** Waits for as long as runs take, which would keep others waiting on a thread that is shared. */
    private final Workers waiting = new Workers("inkbench-group", 1);
    private final Training training;
    private final Reading reading;
    private final RunJournal journal;

    GroupTraining(Training training, Reading reading, RunJournal journal) {
        this.journal = journal;
        this.training = training;
        this.reading = reading;
    }

    /** Says in a sentence why this group can't be made with that data, or nothing if it can; as {@link Training#objection}. */
    public Optional<String> objection(Grouping grouping, TrainingSettings settings, PartedDataset data) {
        return training.objection(settings, data.first()).or(() -> grouping.objection(data.first()));
    }

    /**
     * The same, with memory as it is now, for those who can wait and can only give up.
     *
     * @throws UnsuitableDataException
     *             with the objection, if there is one
     */
    public void check(Grouping grouping, TrainingSettings settings, PartedDataset data)
            throws UnsuitableDataException {
        training.check(settings, data.first());
        var objection = grouping.objection(data.first());
        if (objection.isPresent()) {
            throw new UnsuitableDataException(objection.get());
        }
    }

    /**
     * Starts a group to which there is no {@link #objection}. A second waits until the first is over.
     *
     * @param settings
     *            that the runs have in common
     * @param listener
     *            hears events on the trainer's thread and on the group's, never on two at once
     */
    public GroupRun start(
            Grouping grouping,
            TrainingSettings settings,
            PartedDataset data,
            Consumer<GroupEvent> listener) {
        return start(
                grouping,
                settings,
                data,
                (member, events) -> training.start(member.settings(), data, events),
                listener);
    }

    /** The same, and keeps the runs in the workspace as a group, with checkpoints and models. */
    public GroupRun start(
            String name,
            Grouping grouping,
            TrainingSettings settings,
            PartedDataset data,
            Consumer<GroupEvent> listener) {
        var group = journal.newGroup(kind(grouping)).result();
        return start(grouping, settings, data, (member, events) -> {
            var plan = RunPlan.of(name(name, grouping, member));
            return training.start(member.settings(), data, in(group, plan), events);
        }, listener);
    }

    /** Where nothing can be kept, runs are made all the same; that is said when they begin. */
    private static RunPlan in(CompletableFuture<Long> group, RunPlan plan) {
        try {
            return plan.in(group.join());
        } catch (CompletionException notKept) {
            return plan;
        }
    }

    /** What a group is in the workspace. */
    public static GroupKind kind(Grouping grouping) {
        return switch (grouping) {
            case Grouping.Folds _ -> GroupKind.FOLDS;
            case Grouping.Seeds _ -> GroupKind.SEEDS;
        };
    }

    /** What a run of a group is called. */
    public String name(String network, Grouping grouping, GroupMember member) {
        return switch (grouping) {
            case Grouping.Folds _ -> messages.get("run.name.fold", network, member.number(), member.count());
            case Grouping.Seeds _ -> messages.get("run.name.seed", network, member.settings().seed());
        };
    }

    /** The same with runs that are started in another way, such as with checkpoints. */
    public GroupRun start(
            Grouping grouping,
            TrainingSettings settings,
            PartedDataset data,
            MemberStarter starter,
            Consumer<GroupEvent> listener) {
        var runs = new HashMap<GroupMember, TrainingRun>();
        MemberStarter remembering = (member, events) -> {
            runs.put(member, starter.start(member, events));
            return runs.get(member);
        };
        var run = new GroupRun(grouping, settings, remembering, examiner(data, runs), listener);
        waiting.submit(messages.get("job.group"), progress -> {
            run.run();
            return null;
        });
        return run;
    }

    private MemberExaminer examiner(PartedDataset data, Map<GroupMember, TrainingRun> runs) {
        return (member, result) -> {
            var model = training.model(result, data);
            return new Examination(test(runs.get(member), model, data), heldOut(member.settings(), model, data));
        };
    }

    private TestFigures test(TrainingRun run, Model model, PartedDataset data) throws UnsuitableDataException {
        var images = data.part(Part.TEST);
        if (images.isEmpty()) {
            return TestFigures.NONE;
        }
        var evaluation = reading.evaluateNow(model, images.get(), Progress.NONE);
        journal.measured(run, model, data, Part.TEST, evaluation);
        return new TestFigures(evaluation.accuracy(), evaluation.loss());
    }

    private Optional<Evaluation> heldOut(TrainingSettings settings, Model model, PartedDataset data)
            throws UnsuitableDataException {
        if (!(settings.validation() instanceof Validation.Fold)) {
            return Optional.empty();
        }
        var fold = Trainer.validationSet(settings, data.first());
        return Optional.of(reading.evaluateNow(model, fold, Progress.NONE));
    }

    @Override
    public void close() {
        waiting.close();
    }
}
