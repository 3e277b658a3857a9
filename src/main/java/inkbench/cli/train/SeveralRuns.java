package inkbench.cli.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import inkbench.app.GroupTraining;
import inkbench.app.Workbench;
import inkbench.app.group.GroupEvent;
import inkbench.app.group.GroupMember;
import inkbench.app.group.GroupResult;
import inkbench.app.group.Grouping;
import inkbench.app.group.MemberResult;
import inkbench.app.group.MemberStarter;
import inkbench.app.group.Spread;
import inkbench.app.machine.Machine;
import inkbench.cli.common.ConsoleProgress;
import inkbench.app.review.LabelReviews;
import inkbench.app.review.ReviewedLabels;
import inkbench.cli.common.Json;
import inkbench.cli.common.ReviewText;
import inkbench.data.PartedDataset;
import inkbench.text.Messages;
import inkbench.training.TrainingException;
import inkbench.training.TrainingRun;
import inkbench.training.event.TrainingResult.Ending;
import inkbench.training.recipe.TrainingSettings;

/** Trains on every fold, or from several seeds, and says what came of it on average. */
final class SeveralRuns {
    private final Messages messages = Messages.of(SeveralRuns.class);
    private final Workbench workbench;
    private final PartedDataset set;
    private final Output output;
    private final Keeping keeping;
    private final Interruption interruption;
    private final Map<GroupMember, TrainingRun> runs = new ConcurrentHashMap<>();

    SeveralRuns(Workbench workbench, PartedDataset set, Output output, Keeping keeping, Interruption interruption) {
        this.workbench = workbench;
        this.set = set;
        this.output = output;
        this.keeping = keeping;
        this.interruption = interruption;
    }

    /**
     * Makes all runs.
     *
     * @param doubts
     *            so many labels to look at again are listed, of folds; null for none
     */
    void train(Grouping grouping, TrainingSettings settings, Path file, Integer doubts)
            throws IOException, TrainingException {
        GroupResult result;
        Followers progress;
        try (var bar = output.progress()) {
            progress = new Followers(bar);
            var starter = starter(grouping, settings);
            result = workbench.groups().start(grouping, settings, set, starter, progress::hear).result().join();
        }
        var documents = write(result, file, progress);
        var reviewed = doubts == null ? null : review(result, doubts);
        if (output.json()) {
            Json.print(output.out(), GroupDocument.of(result, documents, reviewed));
        } else {
            print(result, documents);
            if (reviewed != null) {
                ReviewText.print(output.out(), reviewed);
            }
        }
        var diverged = result.members()
                .stream()
                .filter(member -> member.result().ending() instanceof Ending.Diverged)
                .map(member -> String.valueOf(member.member().number()))
                .collect(Collectors.joining(", "));
        if (!diverged.isEmpty()) {
            throw new TrainingException(messages.get("group.diverged", diverged, grouping.count()));
        }
    }

    /** Nothing if a fold was not read by the run that did not learn it. */
    private ReviewedLabels review(GroupResult result, int doubts) {
        return result.crossValidated()
                .map(answers -> LabelReviews.of(answers, Math.min(doubts, answers.dataset().size())))
                .orElse(null);
    }

    private MemberStarter starter(Grouping grouping, TrainingSettings settings) throws IOException {
        var group = keeping.group(
                GroupTraining.kind(grouping),
                grouping.members(settings).stream().map(GroupMember::settings).toList());
        return (member, listener) -> {
            var run = keeping.start(workbench.groups().name(output.network(), grouping, member), group,
                    member.settings(), listener);
            runs.put(member, run);
            return interruption.watch(run);
        };
    }

    /** {@code M.ink} becomes {@code M-2.ink}. */
    static Path numbered(Path file, int number) {
        var name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        int end = dot > 0 ? dot : name.length();
        return file.resolveSibling(name.substring(0, end) + "-" + number + name.substring(end));
    }

    private List<TrainDocument> write(GroupResult result, Path file, Followers progress) throws IOException {
        var machine = Machine.read();
        var documents = new ArrayList<TrainDocument>();
        for (var member : result.members()) {
            var target = numbered(file, member.member().number());
            var model = workbench.training()
                    .model(member.result(), set)
                    .withTestAccuracy(member.test().accuracy());
            workbench.models().write(model, target);
            documents.add(TrainDocument.of(
                    model,
                    member.result(),
                    member.test(),
                    target.toString(),
                    machine,
                    keeping.id(runs.get(member.member())).orElse(null),
                    progress.of(member.member()).resumedFrom()));
        }
        return documents;
    }

    private void print(GroupResult result, List<TrainDocument> documents) {
        for (int i = 0; i < documents.size(); i++) {
            output.out().println(line(result.members().get(i), documents.get(i).file()));
        }
        output.out()
                .println(
                        messages.get(
                                "group.spread",
                                result.validationAccuracy().count(),
                                spread("group.share", result.validationAccuracy()),
                                spread("group.loss", result.validationLoss()),
                                spread("group.share", result.testAccuracy()),
                                spread("group.seconds", result.seconds())));
    }

    private String line(MemberResult member, String file) {
        return messages.get(
                "group.member",
                member.member().number(),
                member.validationAccuracy(),
                member.validationLoss(),
                member.test().accuracy(),
                member.result().seconds(),
                file);
    }

    private String spread(String key, Spread spread) {
        return messages.get(key, spread.mean(), spread.deviation());
    }

    /** One for each run, so that each has a beginning of its own. */
    private final class Followers {
        private final ConsoleProgress bar;
        private final Map<GroupMember, RunProgress> followers = new ConcurrentHashMap<>();

        Followers(ConsoleProgress bar) {
            this.bar = bar;
        }

        void hear(GroupEvent event) {
            if (event instanceof GroupEvent.FromMember(var member, var told)) {
                of(member).hear(told);
            }
        }

        RunProgress of(GroupMember member) {
            return followers.computeIfAbsent(member, this::follower);
        }

        private RunProgress follower(GroupMember member) {
            return new RunProgress(
                    output.err(), bar, messages.get("group.prefix", member.number(), member.count()));
        }
    }
}
