package inkbench.model.network;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;

import inkbench.data.Dataset;
import inkbench.model.Architecture;
import inkbench.model.Prediction;
import inkbench.model.Weights;
import inkbench.task.Progress;
import inkbench.task.Team;
import inkbench.task.Workers;

import inkbench.model.network.tensor.Parameters;
/**
 * A network of its own for answers, on a thread of its own; never the one that is trained. Any thread may call. The native
 * library is loaded by the first call.
 */
public final class Predictor implements AutoCloseable {
    private static final int BATCH = 64;

    private final Architecture architecture;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(Workers.daemons("inkbench-predictor"));
    private final Object singleUse = new Object();
    private Replica single;
    private Replica explaining;
    private Replica[] batches;
    private Team team;
    private volatile boolean closed;

    /** Makes a predictor for one architecture. */
    public Predictor(Architecture architecture) {
        this.architecture = architecture;
    }

    /**
     * Reads one image.
     *
     * @param weights
     *            copied into the network when they differ from those of the last call
     * @param pixels
     *            {@code height × width} unsigned bytes
     */
    public CompletableFuture<Prediction> predict(Weights weights, byte[] pixels) {
        return CompletableFuture.supplyAsync(() -> predictNow(weights, pixels), executor);
    }

    /**
     * Reads one image on the calling thread, which spares handing it over and back.
     *
     * @param weights
     *            copied into the network when they differ from those of the last call
     * @param pixels
     *            {@code height × width} unsigned bytes
     */
    public Prediction predictNow(Weights weights, byte[] pixels) {
        synchronized (singleUse) {
            single().take(weights);
            single.network.predict(new OnePicture(pixels), 1);
            return new Prediction(single.answer(0));
        }
    }

    private Replica single() {
        requireOpen();
        if (single == null) {
            single = new Replica(architecture, 1);
        }
        return single;
    }

    /**
     * The values of the last hidden layer for one image, on the calling thread.
     *
     * @param pixels
     *            {@code height × width} unsigned bytes
     */
    public float[] featuresNow(Weights weights, byte[] pixels) {
        synchronized (singleUse) {
            predictNow(weights, pixels);
            return single.features(0);
        }
    }

    /** How many values the last hidden layer has. */
    public int featureCount() {
        synchronized (singleUse) {
            return single().network.featureCount();
        }
    }

    /**
     * How the logit of a class depends on the pixels of one image, on the calling thread: by the network's own backward pass, with
     * dropout out of the way and batch normalisation as it predicts.
     *
     * @param pixels
     *            {@code height × width} unsigned bytes
     * @return the derivative with respect to every grey 0…1, row by row
     */
    public float[] gradientNow(Weights weights, byte[] pixels, int classIndex) {
        Objects.checkIndex(classIndex, architecture.classCount());
        synchronized (singleUse) {
            requireOpen();
            if (explaining == null) {
                explaining = Replica.forExplaining(architecture);
            }
            explaining.take(weights);
            var gradient = new float[pixels.length];
            explaining.network.explain(new OnePicture(pixels), classIndex, gradient);
            return gradient;
        }
    }

    /**
     * Reads every image, in batches on all processors and the caller's thread; one call at a time.
     *
     * @return {@code [image][class]} probabilities
     * @throws java.util.concurrent.CancellationException
     *             soon after {@code progress} is cancelled
     */
    public float[][] predictAll(Weights weights, Dataset dataset, Progress progress) {
        var answers = new float[dataset.size()][];
        readAll(weights, dataset, progress, (replica, sample, image) -> answers[image] = replica.answer(sample));
        return answers;
    }

    /**
     * The values of the last hidden layer for every image, in batches on all processors and the caller's thread; one call at a
     * time.
     *
     * @param taker
     *            is given those of each image, in any order and by several threads
     * @throws java.util.concurrent.CancellationException
     *             soon after {@code progress} is cancelled
     */
    public void featuresAll(Weights weights, Dataset dataset, Progress progress, FeatureTaker taker) {
        readAll(weights, dataset, progress, (replica, sample, image) -> taker.take(image, replica.features(sample)));
    }

    /** Takes values of the last hidden layer. */
    @FunctionalInterface
    public interface FeatureTaker {
        /**
         * Takes those of one image.
         *
         * @param image
         *            its place in the data set
         */
        void take(int image, float[] features);
    }

    private synchronized void readAll(Weights weights, Dataset dataset, Progress progress, Reader reader) {
        requireOpen();
        if (team == null) {
            team = new Team(Runtime.getRuntime().availableProcessors(), Workers.daemons("inkbench-predictor-batch"));
            batches = new Replica[team.size()];
            Arrays.setAll(batches, i -> new Replica(architecture, BATCH));
        }
        for (var replica : batches) {
            replica.take(weights);
        }
        int size = dataset.size();
        var places = IntStream.range(0, size).toArray();
        int step = BATCH * batches.length;
        for (int start = 0; start < size; start += step) {
            progress.throwIfCancelled();
            int first = start;
            team.run(batches.length, (_, piece) -> {
                int from = Math.min(size, first + piece * BATCH);
                predictSome(batches[piece], dataset, places, from, Math.min(size, from + BATCH), reader);
            });
            progress.report(Math.min(size, start + step), size);
        }
    }

    private static void predictSome(
            Replica replica,
            Dataset dataset,
            int[] places,
            int from,
            int to,
            Reader reader) {
        if (from == to) {
            return;
        }
        replica.pictures.select(dataset, places, from);
        replica.network.predict(replica.pictures, to - from);
        for (int i = from; i < to; i++) {
            reader.take(replica, i - from, i);
        }
    }

    /** Frees the networks once what is under way is done. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        executor.execute(this::freeSingle);
        executor.shutdown();
        if (team != null) {
            team.close();
            for (var replica : batches) {
                replica.close();
            }
        }
    }

    private void freeSingle() {
        synchronized (singleUse) {
            if (single != null) {
                single.close();
                single = null;
            }
            if (explaining != null) {
                explaining.close();
                explaining = null;
            }
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The predictor is closed");
        }
    }

    /** Takes what a network made of one sample of a batch. */
    @FunctionalInterface
    private interface Reader {
        void take(Replica replica, int sample, int image);
    }

    /** A batch of one. */
    private record OnePicture(byte[] pixels) implements PictureSource {
        @Override
        public void copy(int sample, int shard, float[] target) {
            if (pixels.length != target.length) {
                throw new IllegalArgumentException(target.length + " pixels expected, " + pixels.length + " given");
            }
            DatasetPictures.toGreys(pixels, target);
        }

        @Override
        public int label(int sample) {
            return 0;
        }
    }

    /** A network with weights of its own. */
    private static final class Replica {
        private final Architecture architecture;
        private final Parameters parameters;
        private final Network network;
        private final DatasetPictures pictures;
        private Weights taken;

        Replica(Architecture architecture, int capacity) {
            this(architecture, parameters -> Network.forPrediction(architecture, parameters, capacity));
        }

        static Replica forExplaining(Architecture architecture) {
            return new Replica(architecture, parameters -> Network.forExplaining(architecture, parameters));
        }

        private Replica(Architecture architecture, Function<Parameters, Network> maker) {
            this.architecture = architecture;
            parameters = new Parameters(architecture.parameterCount());
            network = maker.apply(parameters);
            pictures = new DatasetPictures(1, architecture.input().size());
        }

        void take(Weights weights) {
            // Weights never change, so that the same object has the same numbers.
            if (weights != taken) {
                parameters.write(weights.values());
                taken = weights;
            }
        }

        float[] answer(int sample) {
            var probabilities = new float[architecture.classCount()];
            network.probabilities(sample, probabilities);
            return probabilities;
        }

        float[] features(int sample) {
            var features = new float[network.featureCount()];
            network.features(sample, features);
            return features;
        }

        void close() {
            network.close();
            parameters.close();
        }
    }
}
