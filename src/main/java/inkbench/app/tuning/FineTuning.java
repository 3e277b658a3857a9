package inkbench.app.tuning;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;

import inkbench.app.tuning.TunedModel.Change;
import inkbench.data.DataException;
import inkbench.data.Dataset;
import inkbench.data.split.StratifiedSplit;
import inkbench.model.Model;
import inkbench.task.Job;
import inkbench.task.Progress;
import inkbench.task.Workers;
import inkbench.text.Messages;
import inkbench.training.tuning.Head;
import inkbench.training.tuning.HeadTuning;
import inkbench.training.tuning.TuningSamples;

/**
 * Teaches a model somebody's own way of writing, in seconds: its last layer learns from their digits, while it rehearses digits of the
 * kind that it knows. All other layers stay as they are.
 */
public final class FineTuning {
    /** How much the own digits count beside those that are rehearsed. */
    private static final double SHARE = 0.2;
    /** Large enough that a single digit doesn't turn the layer over. */
    private static final double STIFFNESS = 1e-2;
    /** So many images are rehearsed at most; more take longer and change little. */
    private static final int MOST_REHEARSED = 4_000;
    private static final int FOLDS = 5;
    private static final long SEED = 1;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Workers workers;
    private final Features features;
    private final Messages messages = Messages.of(FineTuning.class);

    /** Reads images up to the last hidden layer of a model. */
    @FunctionalInterface
    public interface Features {
        /**
         * Reads all images on the thread of the work.
         *
         * @return {@code [image][value]}
         * @throws IOException
         *             if the images don't fit the model; the message is for the user
         */
        float[][] read(Model model, Dataset images, Progress progress) throws IOException;
    }

    /** Tunes in the background with the given workers. */
    public FineTuning(Workers workers, Features features) {
        this.workers = workers;
        this.features = features;
    }

    /** The same as {@link #tuneNow} in the background. */
    public Job<TunedModel> tune(Model model, Dataset own, Dataset rehearsed, Dataset test) {
        return workers.submit(
                messages.get("job.tune", model.name()),
                progress -> tuneNow(model, own, rehearsed, test, progress));
    }

    /**
     * Tunes a model on the caller's thread.
     *
     * @param own
     *            labelled digits of one person, at least one
     * @param rehearsed
     *            labelled images of the kind that the model has learned, at least one
     * @param test
     *            labelled images of that kind, to see what is forgotten
     * @throws DataException
     *             if the model can't be tuned or there is nothing to learn from; the message is for the user
     */
    public TunedModel tuneNow(Model model, Dataset own, Dataset rehearsed, Dataset test, Progress progress)
            throws IOException {
        long started = System.nanoTime();
        if (own.size() == 0) {
            throw new DataException(messages.get("none", own.name()));
        }
        var head = head(model);
        var ownSamples = samples(model, own, progress.share(0, 3));
        var rehearsal = samples(model, few(rehearsed), progress.share(1, 3));
        var testSamples = samples(model, test, progress.share(2, 3));
        var tuned = HeadTuning.tune(head, ownSamples, rehearsal, SHARE, STIFFNESS);
        progress.throwIfCancelled();
        var ofOwn = new Change(
                own.size(),
                head.accuracy(ownSamples),
                crossValidated(head, own, ownSamples, rehearsal, progress));
        var ofTest = new Change(test.size(), head.accuracy(testSamples), tuned.accuracy(testSamples));
        return new TunedModel(
                tuned.of(model, messages.get("name", model.name())),
                ofOwn,
                ofTest,
                (System.nanoTime() - started) / NANOS_PER_SECOND);
    }

    private Head head(Model model) throws DataException {
        try {
            return Head.of(model);
        } catch (IllegalArgumentException otherLayer) {
            throw new DataException(messages.get("head", model.name()));
        }
    }

    private static Dataset few(Dataset images) {
        if (images.size() <= MOST_REHEARSED) {
            return images;
        }
        double share = (double) MOST_REHEARSED / images.size();
        return StratifiedSplit.split(images, SEED, share, 1 - share).getFirst();
    }

    private TuningSamples samples(Model model, Dataset images, Progress progress) throws IOException {
        var labels = IntStream.range(0, images.size()).map(images::label).toArray();
        return new TuningSamples(features.read(model, images, progress), labels);
    }

    /** Every fifth as it is read after tuning on the other four; NaN where there are too few. */
    private static double crossValidated(
            Head head,
            Dataset own,
            TuningSamples samples,
            TuningSamples rehearsal,
            Progress progress) {
        if (own.size() < FOLDS) {
            return Double.NaN;
        }
        var folds = folds(own);
        int right = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            progress.throwIfCancelled();
            int number = fold;
            var learned = IntStream.range(0, own.size()).filter(i -> folds[i] != number).toArray();
            var left = IntStream.range(0, own.size()).filter(i -> folds[i] == number).toArray();
            var tuned = HeadTuning.tune(head, of(samples, learned), rehearsal, SHARE, STIFFNESS);
            for (int i : left) {
                right += tuned.answer(samples.values()[i]) == samples.labels()[i] ? 1 : 0;
            }
        }
        return (double) right / own.size();
    }

    /** The fold of each image: the images of a class are dealt out, however many there are. */
    private static int[] folds(Dataset own) {
        var folds = new int[own.size()];
        int next = 0;
        for (var places : own.indicesByClass()) {
            for (int place : places) {
                folds[place] = next++ % FOLDS;
            }
        }
        return folds;
    }

    private static TuningSamples of(TuningSamples samples, int[] places) {
        return new TuningSamples(
                Arrays.stream(places).mapToObj(i -> samples.values()[i]).toArray(float[][]::new),
                Arrays.stream(places).map(i -> samples.labels()[i]).toArray());
    }
}
