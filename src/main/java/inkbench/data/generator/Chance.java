package inkbench.data.generator;

import java.util.Random;

/**
 * Random numbers that are the same on every machine: {@link Random}'s algorithms are part of its specification.
 */
final class Chance {
    private final Random random;

    private Chance(long seed) {
        random = new Random(seed);
    }

    /** The numbers that belong to one thing (a writer, a sample) of the many that one seed makes. */
    static Chance of(long seed, String kind, long index) {
        return new Chance(mix(mix(seed ^ mix(kind.hashCode())) + index));
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood, 2014): neighbouring seeds give unrelated numbers. */
    private static long mix(long seed) {
        long z = seed + 0x9e3779b97f4a7c15L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }

    /** Evenly spread over {@code [from, to)}. */
    double between(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    /** Normally distributed, but never more than two and a half deviations away: people stay legible. */
    double around(double mean, double deviation) {
        return mean + deviation * Math.clamp(random.nextGaussian(), -2.5, 2.5);
    }

    /** Log-normally distributed around 1 with the same limits. */
    double factor(double deviation) {
        return StrictMath.exp(around(0, deviation));
    }

    /** True once in a while. */
    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** One of {@code 0 … bound − 1}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A seed for something that belongs to this. */
    long seed() {
        return random.nextLong();
    }
}
