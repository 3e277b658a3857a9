package inkbench.desktop;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.data.generator.BuiltInSet;
import javafx.application.Platform;

/**
 * How long the FX thread lets others wait while a network learns in the window with its curves moving: it is asked every
 * millisecond. Prints the time to an answer, which includes waiting for a processor that the training has, and what the thread
 * itself worked in between.
 */
public final class TrainingFrames {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final List<String> NETWORKS = List.of("mlp", "cnn");
    private static final int DEFAULT_SECONDS = 60;
    private static final int WARM_UP_SECONDS = 10;
    private static final int COPIES = 6;
    private static final double NANOS_PER_MILLI = 1e6;

    private TrainingFrames() {}

    private record Answer(double millis, double workMillis) {}

    /** Takes the seconds to measure each network, or nothing. */
    public static void main(String... arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : DEFAULT_SECONDS;
        System.setProperty("glass.platform", System.getProperty("glass.platform", "Headless"));
        System.setProperty("prism.order", System.getProperty("prism.order", "sw"));
        System.setProperty("inkbench.home", Files.createTempDirectory("inkbench-benchmark").toString());
        Locale.setDefault(Locale.ENGLISH);
        System.out.printf("%-4s %-6s %8s %8s %8s %8s  ms%n", "", "", "median", "p99", "p99.9", "most");
        try (var window = TrainingWindow.open(enlarged(BuiltInSet.load()))) {
            window.show();
            for (int network = 0; network < NETWORKS.size(); network++) {
                var run = window.start(network);
                ask(WARM_UP_SECONDS);
                var answers = ask(seconds);
                run.stop();
                window.awaitRest();
                print(NETWORKS.get(network), "answer", answers, Answer::millis);
                print(NETWORKS.get(network), "work", answers, Answer::workMillis);
            }
        }
    }

    private static List<Answer> ask(int seconds) throws InterruptedException {
        var answers = new ArrayList<Answer>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        long[] processor = {-1};
        while (System.nanoTime() < end) {
            var answered = new CountDownLatch(1);
            var work = new double[1];
            long asked = System.nanoTime();
            Platform.runLater(() -> {
                long now = THREADS.getCurrentThreadCpuTime();
                work[0] = processor[0] < 0 ? 0 : (now - processor[0]) / NANOS_PER_MILLI;
                processor[0] = now;
                answered.countDown();
            });
            answered.await();
            answers.add(new Answer((System.nanoTime() - asked) / NANOS_PER_MILLI, work[0]));
            TimeUnit.MILLISECONDS.sleep(1);
        }
        return answers;
    }

    private static void print(String network, String what, List<Answer> answers, ToDoubleFunction<Answer> figure) {
        var sorted = answers.stream().mapToDouble(figure).sorted().toArray();
        System.out.printf(
                "%-4s %-6s %8.2f %8.2f %8.2f %8.2f%n",
                network,
                what,
                sorted[sorted.length / 2],
                sorted[(int) (0.99 * sorted.length)],
                sorted[(int) (0.999 * sorted.length)],
                sorted[sorted.length - 1]);
    }

    private static PartedDataset enlarged(PartedDataset set) {
        var first = set.first();
        var places = IntStream.range(0, COPIES * first.size()).map(i -> i % first.size()).toArray();
        var parts = new EnumMap<Part, Dataset>(set.parts());
        parts.put(Part.TRAIN, first.subset(places));
        return new PartedDataset(set.name(), parts);
    }
}
