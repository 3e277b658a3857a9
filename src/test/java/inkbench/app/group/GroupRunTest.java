package inkbench.app.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import inkbench.data.Dataset;
import inkbench.model.Activation;
import inkbench.model.Architecture;
import inkbench.model.LayerSpec.Dense;
import inkbench.model.LayerSpec.Dropout;
import inkbench.model.LayerSpec.Flatten;
import inkbench.model.Shape;
import inkbench.testing.SyntheticDigits;
import inkbench.training.Trainer;
import inkbench.training.TrainingException;
import inkbench.training.event.EpochResult;
import inkbench.training.event.TrainingEvent;
import inkbench.training.event.TrainingResult;
import inkbench.training.optimizer.Optimizer;
import inkbench.training.recipe.EarlyStopping;
import inkbench.training.recipe.Recipe;
import inkbench.training.recipe.TrainingSettings;

class GroupRunTest {
    private static final Dataset DATA = SyntheticDigits.of(200, 12, 1);
    private static final Architecture NETWORK = new Architecture(
            "small", new Shape(12, 12, 1),
            List.of(new Flatten(), new Dropout(0.3), new Dense(10, Activation.IDENTITY)));
    private static final TrainingSettings SETTINGS = new TrainingSettings(
            NETWORK, Recipe.of(new Optimizer.Adam(1e-3)), 3, 16, 0.2, 7);
    static final List<Arguments> GROUPS = List.of(
            Arguments.of(new Grouping.Folds(4), SETTINGS),
            Arguments.of(new Grouping.Folds(3), SETTINGS.with(new EarlyStopping(1))),
            Arguments.of(new Grouping.Seeds(5), SETTINGS));

    private final Trainer trainer = new Trainer(2);
    private final List<GroupEvent> events = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        trainer.close();
    }

    @ParameterizedTest
    @FieldSource("GROUPS")
    void meanAndDeviationAreThoseOfRunsMadeOnTheirOwn(Grouping grouping, TrainingSettings settings) {
        var group = run(grouping, settings).result().join();

        var alone = grouping.members(settings)
                .stream()
                .map(member -> trainer.start(member.settings(), DATA, event -> {}).result().join())
                .toList();
        assertThat(group.members()).extracting(member -> member.result().weights().sha256())
                .containsExactlyElementsOf(alone.stream().map(run -> run.weights().sha256()).toList());
        assertSpread(group.validationAccuracy(), alone, run -> kept(run).validationAccuracy());
        assertSpread(group.validationLoss(), alone, run -> kept(run).validationLoss());
        assertSpread(group.testAccuracy(), alone, GroupRunTest::tested);
        assertSpread(
                group.bestValidationAccuracy(),
                alone,
                run -> run.history().stream().mapToDouble(EpochResult::validationAccuracy).max().orElseThrow());
        assertThat(group.seconds().mean()).isPositive();
    }

    @Test
    void tellsWhichRunSaysWhat() {
        var result = run(new Grouping.Seeds(2), SETTINGS).result().join();

        var told = events.stream().map(event -> switch (event) {
            case GroupEvent.FromMember(var member, var said) -> member.number() + " " + said.getClass().getSimpleName();
            case GroupEvent.MemberDone(var member) -> member.member().number() + " of " + member.member().count();
            default -> event.getClass().getSimpleName();
        }).filter(said -> !said.endsWith("BatchDone")).toList();
        assertThat(told).containsExactly(
                "1 Started",
                "1 EpochDone",
                "1 EpochDone",
                "1 EpochDone",
                "1 Finished",
                "1 of 2",
                "2 Started",
                "2 EpochDone",
                "2 EpochDone",
                "2 EpochDone",
                "2 Finished",
                "2 of 2",
                "Finished");
        assertThat(events.getLast()).isEqualTo(new GroupEvent.Finished(result));
    }

    @Test
    void stopKeepsWhatIsDoneAndCountsOnlyCompleteRuns() {
        var group = groupOf(new Grouping.Seeds(4));
        group.whenMemberLearns(2, GroupRun::stop);

        var result = group.run();

        assertThat(result.members()).hasSize(2);
        assertThat(result.members().getLast().result().stopped()).isTrue();
        assertThat(result.validationAccuracy().count()).isOne();
        assertThat(result.validationAccuracy().mean()).isEqualTo(result.members().getFirst().validationAccuracy());
        assertThat(result.validationAccuracy().deviation()).isNaN();
    }

    @Test
    void cancelDropsEverything() {
        var group = groupOf(new Grouping.Seeds(4));
        group.whenMemberLearns(2, GroupRun::cancel);

        assertThatThrownBy(group::run).isInstanceOf(CancellationException.class);
        assertThat(events.getLast()).isInstanceOf(GroupEvent.Cancelled.class);
    }

    @Test
    void pausesAnywhereWithoutChangingWhatIsLearned() {
        var group = groupOf(new Grouping.Folds(2));
        group.whenMemberLearns(1, GroupRun::pause);
        group.whenPaused(run -> {
            // Twice, so that one pause falls on the end of a run.
            if (pauses() < 3) {
                run.resumeForEpoch();
            } else {
                run.resume();
            }
        });

        var paused = group.run();
        assertThat(pauses()).isEqualTo(3);
        assertThat(paused.members()).extracting(member -> member.result().weights().sha256())
                .containsExactlyElementsOf(
                        run(new Grouping.Folds(2), SETTINGS).result()
                                .join()
                                .members()
                                .stream()
                                .map(member -> member.result().weights().sha256())
                                .toList());
    }

    @Test
    void waitsBeforeTheNextRunWhenTheEpochToGoOnForWasTheLast() {
        var group = groupOf(new Grouping.Seeds(2), one(SETTINGS));
        group.whenMemberLearns(1, GroupRun::pause);
        var pausedIn = new ArrayList<Integer>();
        group.whenPaused(run -> {
            pausedIn.add(started());
            if (pausedIn.size() == 1) {
                run.resumeForEpoch();
            } else {
                run.resume();
            }
        });

        group.run();

        assertThat(pausedIn).containsExactly(1, 2);
    }

    @Test
    void failsWithTheRunThatCanNotBegin() {
        var group = new GroupRun(new Grouping.Seeds(3), SETTINGS, (member, listener) -> {
            if (member.number() == 2) {
                throw new IOException("The disk is full.");
            }
            return trainer.start(member.settings(), DATA, listener);
        }, (member, result) -> Examination.of(TestFigures.NONE), this::hear);

        group.run();

        assertThatThrownBy(() -> group.result().join()).hasRootCauseMessage("The disk is full.");
        assertThat(events.getLast()).isEqualTo(new GroupEvent.Failed(group.members().get(1)));
    }

    @Test
    void failsWithTheRunThatLeavesNothing() {
        var group = new GroupRun(
                new Grouping.Seeds(3), SETTINGS,
                (member, listener) -> trainer.start(member.settings(), SyntheticDigits.of(200, 13, 1), listener),
                (member, result) -> Examination.of(TestFigures.NONE), this::hear);

        group.run();

        assertThatThrownBy(() -> group.result().join()).hasCauseInstanceOf(TrainingException.class);
        assertThat(events.getLast()).isEqualTo(new GroupEvent.Failed(group.members().getFirst()));
    }

    @Test
    void seedsFollowEachOtherAndFoldsShareTheirs() {
        assertThat(new Grouping.Seeds(3).members(SETTINGS)).extracting(member -> member.settings().seed())
                .containsExactly(7L, 8L, 9L);
        assertThat(new Grouping.Folds(3).members(SETTINGS)).extracting(member -> member.settings().seed())
                .containsOnly(7L);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 0, -1})
    void isNoGroupOfLessThanTwo(int count) {
        assertThatThrownBy(() -> new Grouping.Folds(count)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Grouping.Seeds(count)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhyImagesCanNotBeDivided() {
        assertThat(new Grouping.Folds(20).objection(DATA)).isEmpty();
        assertThat(new Grouping.Folds(21).objection(DATA).orElseThrow())
                .isEqualTo(
                        "21 folds need at least 21 images of every class, but class 0 of synthetic has 20; choose "
                                + "fewer folds, or data with more images of it.");
        assertThat(new Grouping.Folds(201).objection(DATA).orElseThrow())
                .isEqualTo("201 folds need at least 201 images, but synthetic has 200; choose at most 200 folds.");
        var lonely = DATA.subset(
                IntStream.range(0, 200).filter(image -> image == 3 || DATA.label(image) != 3).toArray());
        assertThat(new Grouping.Folds(2).objection(lonely).orElseThrow()).contains("class 3").contains("only one");
        assertThat(new Grouping.Seeds(201).objection(DATA)).isEmpty();
    }

    private static void assertSpread(Spread spread, List<TrainingResult> runs,
            ToDoubleFunction<TrainingResult> figure) {
        var figures = runs.stream().mapToDouble(figure).toArray();
        assertThat(spread.count()).isEqualTo(figures.length);
        assertThat(spread.mean()).isCloseTo(StatUtils.mean(figures), within(1e-12));
        assertThat(spread.deviation()).isCloseTo(Math.sqrt(StatUtils.variance(figures)), within(1e-12));
        assertThat(Arrays.stream(figures).distinct().count()).as("figures to tell apart").isGreaterThan(1);
    }

    private static EpochResult kept(TrainingResult run) {
        return run.history()
                .stream()
                .filter(
                        epoch -> run.settings().earlyStopping().on()
                                ? run.history().stream().noneMatch(
                                        other -> other.validationLoss() < epoch.validationLoss())
                                : epoch.epoch() == run.settings().epochs())
                .findFirst()
                .orElseThrow();
    }

    /** Stands for a measurement: any number that the weights decide. */
    private static double tested(TrainingResult result) {
        return Math.abs(Arrays.hashCode(result.weights().values()) % 1000) / 1000.0;
    }

    private static TrainingSettings one(TrainingSettings settings) {
        return new TrainingSettings(
                settings.architecture(), settings.recipe(), 1, settings.batchSize(), settings.validation(),
                settings.seed(), settings.earlyStopping());
    }

    private GroupRun run(Grouping grouping, TrainingSettings settings) {
        var group = group(grouping, settings);
        group.run();
        return group;
    }

    private GroupRun group(Grouping grouping, TrainingSettings settings) {
        return new GroupRun(
                grouping, settings, (member, listener) -> trainer.start(member.settings(), DATA, listener),
                (member, result) -> Examination.of(new TestFigures(tested(result), 0)), this::hear);
    }

    private Controlled groupOf(Grouping grouping) {
        return groupOf(grouping, SETTINGS);
    }

    private Controlled groupOf(Grouping grouping, TrainingSettings settings) {
        controlled = new Controlled(group(grouping, settings));
        return controlled;
    }

    private Controlled controlled;

    private void hear(GroupEvent event) {
        events.add(event);
        if (controlled != null) {
            controlled.hear(event);
        }
    }

    private long pauses() {
        return events.stream().filter(GroupRunTest::isPause).count();
    }

    private int started() {
        return (int) events.stream()
                .filter(
                        event -> event instanceof GroupEvent.FromMember(var _, var said)
                                && said instanceof TrainingEvent.Started)
                .count();
    }

    private static boolean isPause(GroupEvent event) {
        return event instanceof GroupEvent.FromMember(var _, var said) && said instanceof TrainingEvent.Paused;
    }

    /** A group to which something is done at a certain moment. */
    private static final class Controlled {
        private final GroupRun group;
        private int member;
        private Consumer<GroupRun> onBatch;
        private Consumer<GroupRun> onPause = run -> {};

        Controlled(GroupRun group) {
            this.group = group;
        }

        void whenMemberLearns(int number, Consumer<GroupRun> action) {
            member = number;
            onBatch = action;
        }

        void whenPaused(Consumer<GroupRun> action) {
            onPause = action;
        }

        void hear(GroupEvent event) {
            if (isPause(event)) {
                onPause.accept(group);
            } else if (onBatch != null && event instanceof GroupEvent.FromMember(var from, var said)
                    && from.number() == member && said instanceof TrainingEvent.BatchDone) {
                var action = onBatch;
                onBatch = null;
                action.accept(group);
            }
        }

        GroupResult run() {
            group.run();
            return group.result().join();
        }
    }
}
