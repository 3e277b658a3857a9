package inkbench.training.augmentation;

/**
 * The numbers of SplittableRandom (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", 2014), from one
 * object that is seeded anew for every sample.
 */
final class SampleRandom {
    private static final double UNIT = 0x1p-52;

    private long state;

    void seed(long seed) {
        state = seed;
    }

    long next() {
        state += 0x9E3779B97F4A7C15L;
        long mixed = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    /** Evenly spread over {@code [−limit, limit)}. */
    double within(double limit) {
        return (next() >> 11) * UNIT * limit;
    }
}
