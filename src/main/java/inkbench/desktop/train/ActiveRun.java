package inkbench.desktop.train;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import inkbench.app.group.GroupRun;
import inkbench.app.group.Grouping;
import inkbench.data.PartedDataset;
import inkbench.desktop.common.LiveProgress;
import inkbench.desktop.common.LiveRun;
import inkbench.desktop.train.live.GroupMonitor;
import inkbench.desktop.train.live.RunMonitor;
import inkbench.desktop.train.live.TimeLeft;
import inkbench.text.Messages;
import inkbench.training.RunControls;
import inkbench.training.TrainingRun;
import inkbench.training.recipe.TrainingSettings;

/** A run, or a group of them, from when it was started here. Only for the FX thread. */
final class ActiveRun {
    private final Messages messages = Messages.of(ActiveRun.class);
    private final String name;
    private final PartedDataset data;
    private final TrainingSettings settings;
    private final Optional<Grouping> grouping;
    private final Optional<GroupMonitor> group;
    private final InstantSource clock;
    private final long startMillis;
    private long memberStartMillis;
    private long endMillis = -1;
    private RunMonitor monitor;
    private RunControls controls;
    private Supplier<Optional<TrainingRun>> atHand;
    private CompletableFuture<?> end;

    /**
     * Makes one that was not started yet.
     *
     * @param grouping
     *            of the runs of which it consists; nothing for a run by itself
     */
    ActiveRun(String name, PartedDataset data, TrainingSettings settings, Optional<Grouping> grouping,
            InstantSource clock) {
        this.name = name;
        this.data = data;
        this.settings = settings;
        this.clock = clock;
        this.grouping = grouping;
        group = grouping.map(runs -> new GroupMonitor(runs.count()));
        startMillis = clock.millis();
        monitor = group.isPresent() ? group.get().begin() : new RunMonitor();
        memberStartMillis = startMillis;
    }

    /** Says that it was started, by itself. */
    void started(TrainingRun run) {
        controls = run;
        atHand = () -> Optional.of(run);
        end = run.result();
        monitor.follow(controls, settings.architecture());
    }

    /** Says that it was started, as a group. */
    void started(GroupRun runs) {
        controls = runs;
        atHand = runs::current;
        end = runs.result();
        monitor.follow(controls, settings.architecture());
    }

    /**
     * Says that events of a run of the group come now.
     *
     * @param number
     *            from 1
     * @return whether it is another than before
     */
    boolean turnTo(int number) {
        var runs = group.orElseThrow();
        if (number == runs.begun()) {
            return false;
        }
        monitor = runs.begin();
        monitor.follow(controls, settings.architecture());
        memberStartMillis = clock.millis();
        return true;
    }

    /** As others see it. */
    LiveRun live() {
        int after = group.map(runs -> runs.count() - runs.begun()).orElse(0);
        return new LiveRun(fullName(), data, settings.architecture(), controls, after, atHand, end);
    }

    private String fullName() {
        return group.map(runs -> messages.get("run.ofGroup", name, runs.begun(), runs.count())).orElse(name);
    }

    /** How far all of it is; nothing before the first batch. */
    Optional<LiveProgress> progress() {
        var atHandOnly = monitor.progress();
        return group.isPresent() ? atHandOnly.map(one -> ofAll(one, group.get())) : atHandOnly;
    }

    /** The runs to come are taken to last as long as the one at hand. */
    private LiveProgress ofAll(LiveProgress one, GroupMonitor runs) {
        double wholeRun = (clock.millis() - memberStartMillis) / 1000.0 + one.remainingSeconds();
        return new LiveProgress(
                one.epoch(),
                one.epochs(),
                (runs.begun() - 1 + one.fraction()) / runs.count(),
                one.loss(),
                one.accuracy(),
                one.samplesPerSecond(),
                one.remainingSeconds() + (runs.count() - runs.begun()) * wholeRun);
    }

    /** How long all of it still takes; nothing before that can be said. */
    Optional<TimeLeft> timeLeft() {
        return monitor.timeLeft()
                .map(
                        left -> progress()
                                .flatMap(all -> monitor.progress()
                                        .map(one -> all.remainingSeconds() - one.remainingSeconds()))
                                .map(left::plus)
                                .orElse(left));
    }

    void end() {
        endMillis = clock.millis();
    }

    boolean over() {
        return endMillis >= 0;
    }

    Duration elapsed() {
        return Duration.ofMillis((over() ? endMillis : clock.millis()) - startMillis);
    }

    String name() {
        return name;
    }

    PartedDataset data() {
        return data;
    }

    /** What the single run learns by, or what the runs of the group have in common. */
    TrainingSettings settings() {
        return settings;
    }

    /** Why the runs belong together; nothing for a run by itself. */
    Optional<Grouping> grouping() {
        return grouping;
    }

    /** Of the single run that is under way, or was last. */
    RunMonitor monitor() {
        return monitor;
    }

    RunControls controls() {
        return controls;
    }
}
