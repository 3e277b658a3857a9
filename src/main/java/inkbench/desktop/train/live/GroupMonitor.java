package inkbench.desktop.train.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import inkbench.app.group.Spread;
import inkbench.desktop.common.chart.Curve;

/** What the runs of a group add up to: one after the other, and what they have in common. Only for the FX thread. */
public final class GroupMonitor {
    private final int count;
    private final List<RunMonitor> runs = new ArrayList<>();
    private final Curve lossBand = new Curve();
    private final Curve accuracyBand = new Curve();

    /**
     * A group of which no run has begun.
     *
     * @param count
     *            how many it has
     */
    public GroupMonitor(int count) {
        this.count = count;
    }

    /** Gives a monitor for the run that begins now. */
    public RunMonitor begin() {
        runs.add(new RunMonitor(this));
        return runs.getLast();
    }

    /** How many runs there are to be. */
    public int count() {
        return count;
    }

    /** How many have begun. */
    public int begun() {
        return runs.size();
    }

    /** The run at hand, or the last; nothing before the first. */
    public Optional<RunMonitor> current() {
        return runs.isEmpty() ? Optional.empty() : Optional.of(runs.getLast());
    }

    /** Those that began before a run, in order. */
    List<RunMonitor> before(RunMonitor run) {
        return List.copyOf(runs.subList(0, runs.indexOf(run)));
    }

    /** Mean validation loss of the runs after every epoch, between one standard deviation less and one more. */
    Curve lossBand() {
        return lossBand;
    }

    /** The same of the accuracy. */
    Curve accuracyBand() {
        return accuracyBand;
    }

    /** Takes in that a run has validated an epoch. */
    void epochValidated() {
        lossBand.clear();
        accuracyBand.clear();
        int epochs = runs.stream().mapToInt(run -> run.history().size()).max().orElse(0);
        for (int epoch = 0; epoch < epochs; epoch++) {
            int number = epoch;
            var reached = runs.stream()
                    .filter(run -> run.history().size() > number)
                    .map(run -> run.history().get(number))
                    .toList();
            add(lossBand, epoch + 1, reached.stream().mapToDouble(result -> result.validationLoss()).toArray());
            add(accuracyBand,
                    epoch + 1,
                    reached.stream().mapToDouble(result -> result.validationAccuracy()).toArray());
        }
    }

    private static void add(Curve band, int epoch, double[] figures) {
        var spread = Spread.of(figures);
        // One run alone tells nothing of how far others would be.
        if (spread.count() > 1) {
            band.add(epoch, spread.mean() - spread.deviation(), spread.mean(), spread.mean() + spread.deviation());
        }
    }
}
