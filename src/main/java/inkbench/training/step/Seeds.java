package inkbench.training.step;

/** Seeds for the many small decisions of a run, each its own, all from the run's one seed. */
public final class Seeds {
    /** Which images validate. */
    public static final int VALIDATION = 1;
    /** Initial weights. */
    public static final int WEIGHTS = 2;
    /** The order of the images in an epoch. */
    public static final int ORDER = 3;
    /** What dropout drops in a batch. */
    public static final int DROPOUT = 4;
    /** How images are changed in a batch. */
    public static final int AUGMENTATION = 5;

    /** What is generated beside the training images. */
    public static final int SUPPLEMENT = 6;

    private Seeds() {}

    /**
     * One seed.
     *
     * @param purpose
     *            one of the constants
     * @param number
     *            which of that purpose, such as the epoch
     */
    public static long of(long seed, int purpose, long number) {
        return mix(mix(mix(seed) + purpose) + number);
    }

    /**
     * One seed of many of the same purpose and number.
     *
     * @param part
     *            which of them, such as the sample of a batch
     */
    public static long of(long seed, int purpose, long number, long part) {
        return mix(of(seed, purpose, number) + part);
    }

    /** The generator of SplittableRandom: a step and Stafford's variant 13 of the finalizer. */
    private static long mix(long z) {
        long stepped = z + 0x9E3779B97F4A7C15L;
        stepped = (stepped ^ stepped >>> 30) * 0xBF58476D1CE4E5B9L;
        stepped = (stepped ^ stepped >>> 27) * 0x94D049BB133111EBL;
        return stepped ^ stepped >>> 31;
    }
}
