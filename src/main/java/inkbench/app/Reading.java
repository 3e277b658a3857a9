package inkbench.app;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import inkbench.data.Dataset;
import inkbench.evaluation.Evaluation;
import inkbench.evaluation.probability.TemperatureScaling;
import inkbench.evaluation.failures.Failures;
import inkbench.evaluation.summary.EvaluationSummary;
import inkbench.ink.Drawing;
import inkbench.ink.Preparation;
import inkbench.ink.Rasterizer;
import inkbench.model.Architecture;
import inkbench.model.Model;
import inkbench.model.Prediction;
import inkbench.model.Shape;
import inkbench.model.network.Predictor;
import inkbench.model.Weights;
import inkbench.task.Job;
import inkbench.task.Progress;
import inkbench.task.Workers;
import inkbench.text.Messages;
import inkbench.training.Trainer;
import inkbench.training.recipe.TrainingSettings;

/**
 * Reading drawings and data sets with a model. Drawings have a network and a thread of their own, so that a data set that
 * is being read does not make the pen wait.
 */
public final class Reading implements AutoCloseable {
    private final Workers workers;
    private final Workers rasterizing = new Workers("inkbench-ink", 1);
    private final Map<Architecture, Predictor> forDrawings = new ConcurrentHashMap<>();
    private final Map<Architecture, Predictor> forDatasets = new ConcurrentHashMap<>();
    private final Messages messages = Messages.of(Reading.class);

    Reading(Workers workers) {
        this.workers = workers;
    }

    /**
     * Reads a drawing; any thread may call, none waits.
     *
     * @param architecture
     *            the network
     * @param weights
     *            of a model, or the newest of a run that is under way
     */
    public CompletableFuture<DrawingReading> read(Architecture architecture, Weights weights, Drawing drawing) {
        return read(architecture, weights, drawing, Preparation.MNIST);
    }

    /** The same for a drawing that becomes a picture in another way than the network has learned. */
    public CompletableFuture<DrawingReading> read(
            Architecture architecture,
            Weights weights,
            Drawing drawing,
            Preparation preparation) {
        var predictor = forDrawings.computeIfAbsent(architecture, Predictor::new);
        return rasterizing.submit(messages.get("job.read"), progress -> Rasterizer.rasterize(drawing, preparation))
                .result()
                .thenCompose(
                        pixels -> predictor.predict(weights, pixels)
                                .thenApply(prediction -> new DrawingReading(pixels, prediction)));
    }

    /** Makes the pictures between strokes and network; any thread may call, none waits. */
    public CompletableFuture<Rasterizer.Steps> steps(Drawing drawing, Preparation preparation) {
        return rasterizing.submit(messages.get("job.read"), progress -> Rasterizer.steps(drawing, preparation))
                .result();
    }

    /**
     * Reads a picture that has the size the network takes; any thread may call, none waits.
     *
     * @param pixels
     *            as the network sees them, row by row, unsigned bytes
     */
    public CompletableFuture<DrawingReading> read(Architecture architecture, Weights weights, byte[] pixels) {
        return forDrawings.computeIfAbsent(architecture, Predictor::new)
                .predict(weights, pixels)
                .thenApply(prediction -> new DrawingReading(pixels, prediction));
    }

    /**
     * Says whether a model can read drawings and photos.
     *
     * @throws UnsuitableDataException
     *             if it takes pictures of another size than they are brought to
     */
    public void requireDrawings(Model model) throws UnsuitableDataException {
        var input = model.architecture().input();
        if (!input.equals(new Shape(Rasterizer.SIZE, Rasterizer.SIZE, 1))) {
            throw new UnsuitableDataException(
                    messages.get(
                            "unsuitable.drawings",
                            model.name(),
                            input.width(),
                            input.height(),
                            input.channels(),
                            Rasterizer.SIZE));
        }
    }

    /** Reads every image of a labelled data set in the background. */
    public Job<Evaluation> evaluate(Model model, Dataset dataset) {
        return workers.submit(
                messages.get("job.evaluate", model.name(), dataset.name()),
                progress -> evaluateNow(model, dataset, progress));
    }

    /**
     * Reads every image of a labelled data set on the caller's thread.
     *
     * @throws UnsuitableDataException
     *             if the images have no labels or do not fit the model
     */
    public Evaluation evaluateNow(Model model, Dataset dataset, Progress progress) throws UnsuitableDataException {
        Suitability.check(model.architecture(), dataset);
        var predictor = forDatasets.computeIfAbsent(model.architecture(), Predictor::new);
        var probabilities = predictor.predictAll(model.weights(), dataset, progress);
        return Evaluation.of(model.name(), dataset, probabilities);
    }

    /**
     * A model whose probabilities fit how often it is right on the validation images of its run, on the caller's thread.
     *
     * @param trainingSet
     *            what the run was given
     * @throws UnsuitableDataException
     *             if the network's last layer can't be calibrated
     */
    public Model calibrated(Model model, TrainingSettings settings, Dataset trainingSet)
            throws UnsuitableDataException {
        var validation = Trainer.validationSet(settings, trainingSet);
        double temperature = TemperatureScaling.fit(evaluateNow(model, validation, Progress.NONE));
        try {
            return model.withTemperature(temperature);
        } catch (IllegalArgumentException impossible) {
            throw new UnsuitableDataException(messages.get("calibration.impossible", model.name()));
        }
    }

    /**
     * Reads every image of a labelled data set up to the last hidden layer of a model, on the caller's thread.
     *
     * @return {@code [image][value]}
     * @throws UnsuitableDataException
     *             if the images have no labels or do not fit the model
     */
    public float[][] featuresNow(Model model, Dataset dataset, Progress progress) throws UnsuitableDataException {
        Suitability.check(model.architecture(), dataset);
        var predictor = forDatasets.computeIfAbsent(model.architecture(), Predictor::new);
        var features = new float[dataset.size()][];
        predictor.featuresAll(model.weights(), dataset, progress, (image, values) -> features[image] = values);
        return features;
    }

    /** Computes all that is measured of an evaluation in the background. */
    public Job<EvaluationSummary> summarise(Evaluation evaluation) {
        return workers.submit(
                messages.get("job.summarise", evaluation.modelName()),
                progress -> EvaluationSummary.of(evaluation));
    }

    /** Looks in the background for the images that an evaluation is worst at, so many of each kind. */
    public Job<Failures> failures(Evaluation evaluation, int most) {
        return workers.submit(
                messages.get("job.failures", evaluation.modelName()),
                progress -> Failures.of(evaluation, most));
    }

    @Override
    public void close() {
        rasterizing.close();
        forDrawings.values().forEach(Predictor::close);
        forDatasets.values().forEach(Predictor::close);
    }

    /**
     * What was read.
     *
     * @param pixels
     *            the 28×28 picture that the network saw, row by row, unsigned bytes
     */
    public record DrawingReading(byte[] pixels, Prediction prediction) {}
}
