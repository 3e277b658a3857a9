package inkbench.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.evaluation.Evaluation;
import inkbench.evaluation.summary.EvaluationSummary;
import inkbench.model.Model;
import inkbench.model.network.Network;
import inkbench.model.network.PictureSource;
import inkbench.model.network.tensor.Parameters;
import inkbench.task.Progress;
import inkbench.task.Team;
import inkbench.task.Workers;

/**
 * How long it takes to evaluate the models that come with the app on a test set, beside nothing but their networks on batches
 * that lie ready: in one process, in turn, several times. Prints a table of medians.
 */
public final class EvaluationSpeed {
    private static final int DEFAULT_ROUNDS = 7;
    private static final int BATCH = 64;
    /** As many as MNIST's test set has. */
    private static final int IMAGES = 10_000;
    private static final double NANOS_PER_SECOND = 1e9;

    private EvaluationSpeed() {}

    /** Takes the number of rounds and the name or path of a data set, or nothing: then the digits that come with the app. */
    public static void main(String... arguments) throws Exception {
        Locale.setDefault(Locale.ENGLISH);
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : DEFAULT_ROUNDS;
        try (var workbench = new Workbench()) {
            var name = arguments.length > 1 ? arguments[1] : DataLibrary.BUILTIN;
            var set = workbench.data().read(name, Progress.NONE).part(Part.TEST).orElseThrow();
            var images = set.subset(IntStream.range(0, IMAGES).map(i -> i % set.size()).toArray());
            System.out.printf(
                    "%,d images of %s; seconds, median of %d%n%n%-6s %8s %10s %8s %16s %8s%n",
                    images.size(), set.name(), rounds, "", "bare", "evaluate", "ratio", "and statistics", "ratio");
            for (var model : workbench.models().reviewers()) {
                try (var bare = new BareNetworks(model, images)) {
                    measure(workbench, model, images, bare, rounds);
                }
            }
        }
    }

    private static void measure(Workbench workbench, Model model, Dataset images, BareNetworks bare, int rounds)
            throws Exception {
        var alone = new ArrayList<Double>();
        var evaluated = new ArrayList<Double>();
        var summarised = new ArrayList<Double>();
        for (int round = 0; round <= rounds; round++) {
            long begin = System.nanoTime();
            bare.read();
            long read = System.nanoTime();
            Evaluation evaluation = workbench.reading().evaluateNow(model, images, Progress.NONE);
            long told = System.nanoTime();
            EvaluationSummary.of(evaluation);
            long done = System.nanoTime();
            // In the first round the JVM is still busy compiling what was never run before.
            if (round > 0) {
                alone.add((read - begin) / NANOS_PER_SECOND);
                evaluated.add((told - read) / NANOS_PER_SECOND);
                summarised.add((done - read) / NANOS_PER_SECOND);
            }
        }
        System.out.printf(
                "%-6s %8.3f %10.3f %8.3f %16.3f %8.3f%n",
                model.name(),
                median(alone),
                median(evaluated),
                median(evaluated) / median(alone),
                median(summarised),
                median(summarised) / median(alone));
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** A network for each processor, and nothing around them. */
    private static final class BareNetworks implements AutoCloseable {
        private final Team team = new Team(
                Runtime.getRuntime().availableProcessors(),
                Workers.daemons("inkbench-bare"));
        private final Parameters[] parameters = new Parameters[team.size()];
        private final Network[] networks = new Network[team.size()];
        private final List<ReadyBatch> batches = new ArrayList<>();

        BareNetworks(Model model, Dataset images) {
            for (int i = 0; i < networks.length; i++) {
                parameters[i] = new Parameters(model.architecture().parameterCount());
                parameters[i].write(model.weights().values());
                networks[i] = Network.forPrediction(model.architecture(), parameters[i], BATCH);
            }
            for (int from = 0; from < images.size(); from += BATCH) {
                batches.add(ReadyBatch.of(images, from, Math.min(images.size(), from + BATCH)));
            }
        }

        void read() {
            for (int first = 0; first < batches.size(); first += networks.length) {
                int from = first;
                team.run(networks.length, (_, piece) -> {
                    if (from + piece < batches.size()) {
                        var batch = batches.get(from + piece);
                        networks[piece].predict(batch, batch.pictures.length);
                    }
                });
            }
        }

        @Override
        public void close() {
            team.close();
            Arrays.stream(networks).forEach(Network::close);
            Arrays.stream(parameters).forEach(Parameters::close);
        }
    }

    /** Pictures as the network takes them in. */
    private record ReadyBatch(float[][] pictures) implements PictureSource {
        private static final float WHITE = 255;

        static ReadyBatch of(Dataset images, int from, int to) {
            var pictures = new float[to - from][];
            for (int i = from; i < to; i++) {
                var pixels = images.image(i);
                pictures[i - from] = new float[pixels.length];
                for (int p = 0; p < pixels.length; p++) {
                    pictures[i - from][p] = (pixels[p] & 0xFF) / WHITE;
                }
            }
            return new ReadyBatch(pictures);
        }

        @Override
        public void copy(int sample, int shard, float[] target) {
            System.arraycopy(pictures[sample], 0, target, 0, target.length);
        }

        @Override
        public int label(int sample) {
            return 0;
        }
    }
}
