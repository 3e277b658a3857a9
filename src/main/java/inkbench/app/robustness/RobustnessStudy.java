package inkbench.app.robustness;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import inkbench.data.Dataset;
import inkbench.evaluation.Evaluation;
import inkbench.model.Model;
import inkbench.robustness.DistortedImages;
import inkbench.robustness.Distortion;
import inkbench.robustness.RobustnessCurve;
import inkbench.robustness.RobustnessReport;
import inkbench.task.Job;
import inkbench.task.PartProgress;
import inkbench.task.Progress;
import inkbench.task.Workers;
import inkbench.text.Messages;

/** How well models read images that are shifted, turned, blurred and so on. */
public final class RobustnessStudy {
    /** So many distorted images are kept at once: a few megabytes, and enough for all processors. */
    private static final int AT_ONCE = 4096;

    private final Messages messages = Messages.of(RobustnessStudy.class);
    private final Workers workers;
    private final Reader reader;

    /** Reads every image of a labelled data set with a model. */
    @FunctionalInterface
    public interface Reader {
        /**
         * Reads on the caller's thread.
         *
         * @throws IOException
         *             in a sentence, if the images don't fit the model
         */
        Evaluation read(Model model, Dataset images, Progress progress) throws IOException;
    }

    /** Studies in the background what {@code reader} makes of distorted images. */
    public RobustnessStudy(Workers workers, Reader reader) {
        this.workers = workers;
        this.reader = reader;
    }

    /**
     * Measures in the background.
     *
     * @param most
     *            read so many images, drawn as {@link RobustnessPlan#withSample} does
     */
    public Job<RobustnessReport> measure(RobustnessPlan plan, int most) {
        return workers.submit(
                messages.get("job.measure", plan.images().name()),
                progress -> measureNow(plan.withSample(most), progress));
    }

    /**
     * Measures on the caller's thread: the images as they are first, then every distortion at every other level.
     *
     * @throws IOException
     *             in a sentence, if the images have no labels or don't fit a model
     * @throws java.util.concurrent.CancellationException
     *             soon after {@code progress} is cancelled
     */
    public RobustnessReport measureNow(RobustnessPlan plan, Progress progress) throws IOException {
        var tally = new Tally(plan, progress);
        var images = plan.images();
        var untouched = tally.count(images);
        var curves = new ArrayList<RobustnessCurve>();
        for (var distortion : plan.distortions()) {
            var levels = distortion.levels();
            var right = new long[levels.length][];
            right[0] = untouched;
            for (int level = 1; level < levels.length; level++) {
                right[level] = countDistorted(plan, distortion, levels[level], tally);
            }
            for (int model = 0; model < plan.models().size(); model++) {
                var points = new ArrayList<RobustnessCurve.Point>();
                for (int level = 0; level < levels.length; level++) {
                    points.add(new RobustnessCurve.Point(levels[level], right[level][model], images.size()));
                }
                curves.add(new RobustnessCurve(model, distortion, points));
            }
        }
        return new RobustnessReport(images, plan.seed(), plan.modelNames(), curves);
    }

    private static long[] countDistorted(RobustnessPlan plan, Distortion distortion, double strength, Tally tally)
            throws IOException {
        var images = plan.images();
        var right = new long[plan.models().size()];
        for (int start = 0; start < images.size(); start += AT_ONCE) {
            var places = new int[Math.min(AT_ONCE, images.size() - start)];
            int first = start;
            Arrays.setAll(places, i -> first + i);
            var some = tally.count(DistortedImages.of(images.subset(places), distortion, strength, plan.seed()));
            Arrays.setAll(right, model -> right[model] + some[model]);
        }
        return right;
    }

    /**
     * Distorts one image of every class in the background, as a measurement does, and reads it with every model.
     *
     * @param models
     *            that read the report's images
     */
    public Job<DistortedExamples> examples(
            RobustnessReport report,
            List<Model> models,
            Distortion distortion,
            double strength) {
        return workers.submit(messages.get("job.examples"), progress -> {
            var examples = DistortedImages.of(oneOfEachClass(report.images()), distortion, strength, report.seed());
            var answers = new ArrayList<Evaluation>();
            for (var model : models) {
                answers.add(reader.read(model, examples, progress));
            }
            return new DistortedExamples(distortion, strength, examples, answers);
        });
    }

    private static Dataset oneOfEachClass(Dataset images) {
        return images.subset(
                Arrays.stream(images.indicesByClass())
                        .filter(places -> places.length > 0)
                        .mapToInt(places -> places[0])
                        .toArray());
    }

    /** Counts right answers, and what was read of all that is to be read. */
    private final class Tally {
        private final List<Model> models;
        private final long readings;
        private final Progress progress;
        private long done;

        Tally(RobustnessPlan plan, Progress progress) {
            models = plan.models();
            readings = plan.readings();
            this.progress = progress;
        }

        /** How many of the images each model reads right. */
        long[] count(Dataset images) throws IOException {
            progress.throwIfCancelled();
            var right = new long[models.size()];
            for (int model = 0; model < right.length; model++) {
                var answers = reader.read(models.get(model), images, new PartProgress(progress, done, readings));
                right[model] = answers.confusion().correct();
                done += images.size();
            }
            return right;
        }
    }
}
