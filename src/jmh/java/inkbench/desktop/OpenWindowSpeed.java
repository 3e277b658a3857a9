package inkbench.desktop;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.data.generator.BuiltInSet;
import inkbench.training.Trainer;

/**
 * How fast training is with the window open and its curves moving, beside the same training without a window: in one
 * process, in turn, several times. Prints a table of medians.
 *
 * <p>Draws into memory with JavaFX's software pipeline, which takes more of the processors than any other. The window shows
 * the Train place, and nobody touches it.
 */
public final class OpenWindowSpeed {
    private static final int DEFAULT_ROUNDS = 5;
    private static final double DEFAULT_SECONDS = 8;
    /** So many times the set that comes with the app make one as large as MNIST. */
    private static final int COPIES = 6;
    private static final List<String> NETWORKS = List.of("mlp", "cnn");

    private OpenWindowSpeed() {}

    /** Takes the number of rounds and the seconds of each measurement, or nothing. */
    public static void main(String... arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : DEFAULT_ROUNDS;
        double seconds = arguments.length > 1 ? Double.parseDouble(arguments[1]) : DEFAULT_SECONDS;
        System.setProperty("glass.platform", System.getProperty("glass.platform", "Headless"));
        System.setProperty("prism.order", System.getProperty("prism.order", "sw"));
        System.setProperty("inkbench.home", Files.createTempDirectory("inkbench-benchmark").toString());
        Locale.setDefault(Locale.ENGLISH);
        var data = enlarged(BuiltInSet.load());
        try (var window = TrainingWindow.open(data); var trainer = new Trainer()) {
            for (int network = 0; network < NETWORKS.size(); network++) {
                var open = new ArrayList<Measured>();
                var closed = new ArrayList<Measured>();
                for (int round = 0; round <= rounds; round++) {
                    window.show();
                    var watched = window.start(network);
                    var seen = Stretch.measure(watched, seconds);
                    window.awaitRest();
                    window.hide();
                    var unseen = trainer.start(watched.settings(), data.first(), event -> {});
                    var alone = Stretch.measure(unseen, seconds);
                    // In the first round the JVM is still busy compiling what was never run before.
                    if (round > 0) {
                        open.add(seen);
                        closed.add(alone);
                    }
                    System.out.printf(
                            "# %s, round %d: %s with the window, %s without%n",
                            NETWORKS.get(network),
                            round,
                            seen,
                            alone);
                }
                print(NETWORKS.get(network), open, closed);
            }
        }
    }

    private static PartedDataset enlarged(PartedDataset set) {
        var first = set.first();
        var places = IntStream.range(0, COPIES * first.size()).map(i -> i % first.size()).toArray();
        var parts = new EnumMap<Part, Dataset>(set.parts());
        parts.put(Part.TRAIN, first.subset(places));
        return new PartedDataset(set.name(), parts);
    }

    private static void print(String network, List<Measured> open, List<Measured> closed) {
        System.out.printf("%n%-4s %-22s %12s %12s %8s%n", network, "median", "window", "no window", "ratio");
        speed("images/s, by the clock", open, closed, Measured::samplesPerSecond);
        speed("images/s, while learning", open, closed, Measured::learningSamplesPerSecond);
        share("CPU s/s: FX thread", open, closed, run -> run.processor().fxThread());
        share("CPU s/s: render thread", open, closed, run -> run.processor().renderThread());
        share("CPU s/s: training", open, closed, run -> run.processor().training());
        share("CPU s/s: all the rest", open, closed, run -> run.processor().rest());
        System.out.println();
    }

    private static void speed(
            String name,
            List<Measured> open,
            List<Measured> closed,
            ToDoubleFunction<Measured> figure) {
        double with = median(open, figure);
        double without = median(closed, figure);
        System.out.printf("     %-24s %,10.0f %,12.0f %8.3f%n", name, with, without, with / without);
    }

    private static void share(
            String name,
            List<Measured> open,
            List<Measured> closed,
            ToDoubleFunction<Measured> figure) {
        System.out.printf("     %-24s %10.3f %12.3f%n", name, median(open, figure), median(closed, figure));
    }

    private static double median(List<Measured> runs, ToDoubleFunction<Measured> figure) {
        var sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
