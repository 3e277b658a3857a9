package inkbench.training;

import java.util.ArrayList;

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
 */
public record Recipe(Optimizer optimizer, Schedule schedule, double labelSmoothing, Augmentation augmentation) {
    public Recipe {
        if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
            throw new IllegalArgumentException("Label smoothing lies in [0, 1): " + labelSmoothing);
        }
    }

    /** An optimizer at a constant learning rate and nothing else. */
    public static Recipe of(Optimizer optimizer) {
        return new Recipe(optimizer, new Schedule.Constant(), 0, Augmentation.NONE);
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
        }
        return String.join(", ", parts);
    }

    /** The same with another (highest) learning rate. */
    public Recipe withLearningRate(double other) {
        return new Recipe(optimizer.withLearningRate(other), schedule, labelSmoothing, augmentation);
    }

    /** The same with another schedule. */
    public Recipe withSchedule(Schedule other) {
        return new Recipe(optimizer, other, labelSmoothing, augmentation);
    }

    /** The same with another label smoothing. */
    public Recipe withLabelSmoothing(double other) {
        return new Recipe(optimizer, schedule, other, augmentation);
    }

    /** The same with another augmentation. */
    public Recipe withAugmentation(Augmentation other) {
        return new Recipe(optimizer, schedule, labelSmoothing, other);
    }
}
