package inkbench.app.explaining;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

import inkbench.data.DataException;
import inkbench.data.Dataset;
import inkbench.explain.Activations;
import inkbench.explain.FeaturePlane;
import inkbench.explain.FeaturePlane.Place;
import inkbench.explain.LayerPictures;
import inkbench.explain.NearestImages;
import inkbench.explain.NearestImages.Neighbour;
import inkbench.explain.OcclusionMap;
import inkbench.explain.Saliency;
import inkbench.model.Architecture;
import inkbench.model.Model;
import inkbench.model.Weights;
import inkbench.model.network.Predictor;
import inkbench.task.Job;
import inkbench.task.Progress;
import inkbench.task.Workers;
import inkbench.text.Messages;

/**
 * Why a network reads an image as it does. Images are explained one after the other on a thread of their own, with networks of
 * their own, so that neither reading nor the reading of training images makes them wait. Any thread may call, none waits.
 */
public final class Explaining implements AutoCloseable {
    /** More points would hide each other. */
    private static final int MOST_ON_PLANE = 2000;

    private final Messages messages = Messages.of(Explaining.class);
    private final Workers workers;
    private final Workers explainer = new Workers("inkbench-explain", 1);
    private final Map<Architecture, Predictor> forImages = new ConcurrentHashMap<>();
    private final Map<Architecture, Predictor> forIndexes = new ConcurrentHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Set<Job<?>> indexing = ConcurrentHashMap.newKeySet();
    /** The last one, because it is large; null while there is none. */
    private NearestImages index;

    /**
     * Makes threads for single images.
     *
     * @param workers
     *            read training images
     */
    public Explaining(Workers workers) {
        this.workers = workers;
    }

    /**
     * Explains what speaks for a class in an image: some tenths of a second for a convolutional network.
     *
     * @param pixels
     *            {@code height × width} unsigned bytes
     */
    public Job<Explanation> explain(Model model, byte[] pixels, int classIndex) {
        return explainer.submit(
                messages.get("job.explain"),
                progress -> explainNow(model.architecture(), model.weights(), pixels, classIndex, progress));
    }

    /**
     * Explains what speaks for a class in a drawing, in about the same time.
     *
     * @param weights
     *            of a model, or the newest of a run that is under way
     */
    public Job<DrawnExplanation> explain(
            Architecture architecture,
            Weights weights,
            DrawnDigit digit,
            int classIndex) {
        return explainer.submit(
                messages.get("job.explain"),
                progress -> DrawnExplanation
                        .of(digit, explainNow(architecture, weights, digit.pixels(), classIndex, progress)));
    }

    /**
     * The values of a layer for an image, as pictures.
     *
     * @param layer
     *            its place in the architecture
     * @param most
     *            so many channels are wanted
     */
    public Job<Optional<LayerPictures>> activations(
            Architecture architecture,
            Weights weights,
            byte[] pixels,
            int layer,
            int most) {
        return explainer.submit(
                messages.get("job.explain"),
                progress -> Optional.of(Activations.of(architecture, weights, pixels, layer, most)));
    }

    /** The weights of the first layer for the pixels, of at most so many units, as pictures; nothing if it has none. */
    public Job<Optional<LayerPictures>> filters(Architecture architecture, Weights weights, int most) {
        return explainer.submit(
                messages.get("job.explain"),
                progress -> LayerPictures.filters(architecture, weights, most));
    }

    private Explanation explainNow(
            Architecture architecture,
            Weights weights,
            byte[] pixels,
            int classIndex,
            Progress progress) {
        var predictor = forImages.computeIfAbsent(architecture, Predictor::new);
        return new Explanation(
                pixels,
                predictor.predictNow(weights, pixels),
                OcclusionMap.of(predictor, architecture, weights, pixels, classIndex, progress),
                Saliency.of(predictor, architecture, weights, pixels, classIndex));
    }

    /**
     * Reads all images of a data set for {@link #nearest}; only the last index is kept, and found at once if it is wanted again.
     * The result fails with a {@link DataException} if the images don't fit the model or there are none.
     */
    public Job<NearestImages> index(Model model, Dataset images) {
        var job = workers.submit(
                messages.get("job.index", images.name()),
                progress -> indexNow(model, images, progress));
        indexing.add(job);
        job.result().whenComplete((index, failure) -> indexing.remove(job));
        return job;
    }

    /**
     * Finds the places of images on a plane, of at most {@value #MOST_ON_PLANE}. The result fails with a {@link DataException} if
     * the images don't fit the model or there are none.
     */
    public Job<FeaturePlane> plane(Model model, Dataset images) {
        var job = workers.submit(messages.get("job.plane", images.name()), progress -> {
            requireFit(model, images);
            var predictor = forIndexes.computeIfAbsent(model.architecture(), Predictor::new);
            return FeaturePlane.of(predictor, model.weights(), images, MOST_ON_PLANE, progress);
        });
        indexing.add(job);
        job.result().whenComplete((plane, failure) -> indexing.remove(job));
        return job;
    }

    /**
     * The place of an image on a plane.
     *
     * @param plane
     *            made with these weights
     */
    public Job<Place> place(FeaturePlane plane, Architecture architecture, Weights weights, byte[] pixels) {
        return explainer.submit(messages.get("job.nearest"), progress -> {
            var predictor = forImages.computeIfAbsent(architecture, Predictor::new);
            return plane.place(predictor.featuresNow(weights, pixels));
        });
    }

    private synchronized NearestImages indexNow(Model model, Dataset images, Progress progress)
            throws DataException {
        progress.throwIfCancelled();
        requireFit(model, images);
        index = index == null || index.weights() != model.weights() ? null : index.on(images).orElse(null);
        // Where there is none yet, the last one is given up before: there is never memory for two.
        if (index == null) {
            var predictor = forIndexes.computeIfAbsent(model.architecture(), Predictor::new);
            index = NearestImages.of(predictor, model.weights(), images, NearestImages.MOST_BYTES, progress);
        }
        return index;
    }

    private void requireFit(Model model, Dataset images) throws DataException {
        var input = model.architecture().input();
        if (images.size() == 0 || images.width() != input.width() || images.height() != input.height()) {
            throw new DataException(
                    messages.get(
                            images.size() == 0 ? "index.empty" : "index.size",
                            images.name(),
                            images.width(),
                            images.height(),
                            model.name(),
                            input.width(),
                            input.height()));
        }
    }

    /**
     * Looks up the images that are nearest to one.
     *
     * @param index
     *            made with this model
     * @param pixels
     *            {@code height × width} unsigned bytes
     * @param count
     *            so many are wanted, from 1 on
     */
    public Job<List<Neighbour>> nearest(NearestImages index, Model model, byte[] pixels, int count) {
        return explainer.submit(messages.get("job.nearest"), progress -> {
            var predictor = forImages.computeIfAbsent(model.architecture(), Predictor::new);
            return index.nearest(predictor.featuresNow(model.weights(), pixels), count);
        });
    }

    /** Gives up reading training images; lets what is explained at the time be explained. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        indexing.forEach(Job::cancel);
        explainer.submit(messages.get("job.close"), progress -> {
            forImages.values().forEach(Predictor::close);
            return null;
        });
        explainer.close();
        forIndexes.values().forEach(Predictor::close);
    }
}
