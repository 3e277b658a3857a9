package inkbench.training;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import inkbench.data.Dataset;
import inkbench.data.Images;
import inkbench.data.split.StratifiedSplit;
import inkbench.text.Messages;
import inkbench.training.recipe.TrainingSettings;
import inkbench.training.recipe.Validation;
import inkbench.training.step.Seeds;
import inkbench.training.step.Shuffle;

/**
 * The images of one run.
 *
 * @param own
 *            the training images of the set, at least one
 * @param training
 *            what is learned from: those, and what supplements them
 * @param validation
 *            what is measured with, maybe none
 * @param seed
 *            of the run
 */
record RunImages(Dataset own, Images training, Dataset validation, long seed) {
    private static final Messages MESSAGES = Messages.of(RunImages.class);

    /**
     * Divides the images of a set.
     *
     * @throws TrainingException
     *             if no network of these settings can learn from them
     */
    static RunImages divide(Dataset dataset, TrainingSettings settings) throws TrainingException {
        requireFit(dataset, settings);
        var shares = shares(dataset, settings);
        var own = shares.getFirst();
        var training = SupplementedImages.of(own, settings.recipe().supplement(), settings.seed());
        var images = new RunImages(own, training, shares.getLast(), settings.seed());
        if (own.size() == 0) {
            throw new TrainingException(MESSAGES.get("data.all.validation", settings.validationFraction()));
        }
        if (settings.earlyStopping().on() && images.validation.size() == 0) {
            throw new TrainingException(MESSAGES.get("data.no.validation", settings.validationFraction()));
        }
        return images;
    }

    /** What is learned from, and what is validated with. */
    static List<Dataset> shares(Dataset dataset, TrainingSettings settings) {
        long seed = Seeds.of(settings.seed(), Seeds.VALIDATION, 0);
        return switch (settings.validation()) {
            case Validation.Share(double share) -> StratifiedSplit.split(dataset, seed, 1 - share, share);
            case Validation.Fold(int fold, int folds) -> StratifiedSplit.fold(dataset, seed, fold, folds);
        };
    }

    private static void requireFit(Dataset dataset, TrainingSettings settings) throws TrainingException {
        var input = settings.architecture().input();
        int classes = settings.architecture().classCount();
        if (dataset.width() != input.width() || dataset.height() != input.height() || input.channels() != 1) {
            throw new TrainingException(
                    MESSAGES.get("data.size", dataset.name(), dataset.width(), dataset.height(), input));
        }
        if (dataset.size() == 0) {
            throw new TrainingException(MESSAGES.get("data.empty", dataset.name()));
        }
        if (!dataset.labelled()) {
            throw new TrainingException(MESSAGES.get("data.unlabelled", dataset.name()));
        }
        if (dataset.classCount() != classes) {
            throw new TrainingException(MESSAGES.get("data.classes", dataset.name(), dataset.classCount(), classes));
        }
        if (!settings.recipe().supplement().isNone() && !SupplementedImages.suits(dataset)) {
            throw new TrainingException(MESSAGES.get("data.supplement", dataset.name()));
        }
    }

    /** The places of the images to learn from, as they come in an epoch; number 0 is for what comes after the last. */
    int[] order(int epoch) {
        var places = IntStream.range(0, training.size()).toArray();
        Shuffle.inPlace(places, new SplittableRandom(Seeds.of(seed, Seeds.ORDER, epoch)));
        return places;
    }

    /** The places of the images to measure with, in order. */
    int[] validationPlaces() {
        return IntStream.range(0, validation.size()).toArray();
    }
}
