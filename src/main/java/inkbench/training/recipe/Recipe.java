package inkbench.training.recipe;

import java.util.ArrayList;

import inkbench.model.InitialWeights.Scale;
import inkbench.training.augmentation.Augmentation;
import inkbench.training.optimizer.Optimizer;
import inkbench.training.optimizer.Schedule;

/**
 * How a network learns, whichever it is and however long.
 *
 * @param optimizer
 *            how gradients change weights, with the highest learning rate of the run
 * @param schedule
 *            how the learning rate changes meanwhile
 * @param labelSmoothing
 *            share of the truth that is spread evenly over all classes, in [0, 1); 0 for none (Szegedy et al., "Rethinking
 *            the Inception Architecture", 2016)
 * @param augmentation
 *            how training images are changed at random each time they are learned from
 * @param plainShare
 *            share of the run, its end, in which they are learned from as they are, in [0, 1]: what is turned and bent is a little
 *            paler than what is to be read
 * @param initialScale
 *            how large the weights are that it begins with
 * @param classWeighting
 *            how much an image of each class counts
 * @param supplement
 *            what is learned from beside the training images
 */
public record Recipe(
        Optimizer optimizer,
        Schedule schedule,
        double labelSmoothing,
        Augmentation augmentation,
        double plainShare,
        Scale initialScale,
        ClassWeighting classWeighting,
        Supplement supplement) {
    public Recipe {
        if (!(plainShare >= 0 && plainShare <= 1)) {
            throw new IllegalArgumentException("The share without augmentation lies in [0, 1]: " + plainShare);
        }
        if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
            throw new IllegalArgumentException("Label smoothing lies in [0, 1): " + labelSmoothing);
        }
    }

    /** An optimizer at a constant learning rate and nothing else. */
    public static Recipe of(Optimizer optimizer) {
        return new Recipe(optimizer, new Schedule.Constant(), 0, Augmentation.NONE, 0, Scale.GLOROT,
                ClassWeighting.NONE, Supplement.NONE);
    }

    /** What there is of it beyond nothing, readable. */
    public String description() {
        var parts = new ArrayList<String>();
        parts.add(optimizer.toString());
        if (!(schedule instanceof Schedule.Constant)) {
            parts.add(schedule.toString());
        }
        if (labelSmoothing > 0) {
            parts.add("label smoothing " + labelSmoothing);
        }
        if (!augmentation.isNone()) {
            parts.add(augmentation.toString());
            if (plainShare > 0) {
                parts.add("none of it in the last " + Math.round(100 * plainShare) + "%");
            }
        }
        if (initialScale == Scale.HE) {
            parts.add("He's initial weights");
        }
        if (classWeighting == ClassWeighting.BALANCED) {
            parts.add("classes weighted alike");
        }
        if (supplement.digits() > 0) {
            parts.add("with " + supplement.digits() + " generated digits");
        }
        if (supplement.outliers() > 0) {
            parts.add("with " + supplement.outliers() + " drawings that are no digits");
        }
        return String.join(", ", parts);
    }

    /** The same with another (highest) learning rate. */
    public Recipe withLearningRate(double other) {
        return new Recipe(optimizer.withLearningRate(other), schedule, labelSmoothing, augmentation, plainShare,
                initialScale, classWeighting, supplement);
    }

    /** The same with another schedule. */
    public Recipe withSchedule(Schedule other) {
        return new Recipe(optimizer, other, labelSmoothing, augmentation, plainShare, initialScale, classWeighting,
                supplement);
    }

    /** The same with another label smoothing. */
    public Recipe withLabelSmoothing(double other) {
        return new Recipe(optimizer, schedule, other, augmentation, plainShare, initialScale, classWeighting,
                supplement);
    }

    /** The same with another augmentation. */
    public Recipe withAugmentation(Augmentation other) {
        return new Recipe(optimizer, schedule, labelSmoothing, other, plainShare, initialScale, classWeighting,
                supplement);
    }

    /** The same with another share without augmentation. */
    public Recipe withPlainShare(double other) {
        return new Recipe(optimizer, schedule, labelSmoothing, augmentation, other, initialScale, classWeighting,
                supplement);
    }

    /** The same with other initial weights. */
    public Recipe withInitialScale(Scale other) {
        return new Recipe(optimizer, schedule, labelSmoothing, augmentation, plainShare, other, classWeighting,
                supplement);
    }

    /** The same with classes weighted in another way. */
    public Recipe with(ClassWeighting other) {
        return new Recipe(optimizer, schedule, labelSmoothing, augmentation, plainShare, initialScale, other,
                supplement);
    }

    /** The same with something else beside the training images. */
    public Recipe with(Supplement other) {
        return new Recipe(optimizer, schedule, labelSmoothing, augmentation, plainShare, initialScale, classWeighting,
                other);
    }

    /** Whether images are left as they are at a moment of the run. */
    public boolean leavesImages(Schedule.Moment moment) {
        return moment.iteration() > (1 - plainShare) * moment.iterations();
    }
}
