package inkbench.training;

import java.util.BitSet;
import java.util.function.BooleanSupplier;

import inkbench.data.Dataset;
import inkbench.model.network.layer.Loss;
import inkbench.training.event.Confusions;
import inkbench.training.step.TrainingStep;

/** How well all validation images are read at one moment of a run. */
final class ValidationPass {
    private static final double NANOS_PER_SECOND = 1e9;

    private final Dataset images;
    private final int[] counts;
    private final BitSet right;
    private Loss loss = Loss.NONE;
    private long nanos;

    ValidationPass(Dataset images) {
        this.images = images;
        counts = new int[images.classCount() * images.classCount()];
        right = new BitSet(images.size());
    }

    /**
     * Measures all images.
     *
     * @param goesOn
     *            asked every few milliseconds, may make it wait; false ends it
     * @return whether all were read
     */
    boolean measure(TrainingStep step, int[] places, BooleanSupplier goesOn) {
        for (int from = 0; from < images.size(); from += step.measureSize()) {
            if (!goesOn.getAsBoolean()) {
                return false;
            }
            long started = System.nanoTime();
            int to = Math.min(images.size(), from + step.measureSize());
            loss = loss.plus(step.measure(images, places, from, to));
            for (int place = from; place < to; place++) {
                int answer = step.answer(place - from);
                counts[images.label(place) * images.classCount() + answer]++;
                right.set(place, answer == images.label(place));
            }
            nanos += System.nanoTime() - started;
        }
        return true;
    }

    Loss loss() {
        return loss;
    }

    Confusions confusions() {
        return new Confusions(images.classCount(), counts, right);
    }

    /** How long it took, waiting left out. */
    double seconds() {
        return nanos / NANOS_PER_SECOND;
    }
}
