package inkbench.robustness;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

import inkbench.text.Messages;

/**
 * A way in which pictures can be worse than those a model has learned from. Every kind has a strength from 0, which changes not
 * a bit, to {@link #largest()}. What is random about it (a direction, a place, noise) comes from a seed and is the same at every
 * strength, so that a picture gets worse and not different as the strength grows.
 *
 * <p>The kinds are those that Mu and Gilmer, "MNIST-C: A Robustness Benchmark for Computer Vision" (2019), found for digits to be
 * plausible and to leave the digit readable, as far as they have one number for their strength.
 */
public enum Distortion {
    /** Moved by so many pixels, in a direction from anywhere in the full circle. */
    SHIFT(AffineMap::shift, 0, 1, 2, 3, 4, 5, 6, 8),
    /** Turned about the centre by so many degrees, one half of the pictures to the left and one to the right. */
    ROTATION(AffineMap::rotate, 0, 10, 20, 30, 40, 50, 60),
    /** Larger about the centre by the factor 1 + strength, or smaller by it: one half of the pictures each. */
    SCALE(AffineMap::resize, 0, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8, 1),
    /** Strokes that have so many more pixels on every side. */
    THICKENING((source, pixels, _, target) -> Strokes.thicken(source, pixels, target), 0, 0.5, 1, 1.5, 2, 2.5, 3),
    /** Strokes that have so many pixels less on every side; those of MNIST are about three wide. */
    THINNING((source, pixels, _, target) -> Strokes.thin(source, pixels, target), 0, 0.25, 0.5, 0.75, 1, 1.25, 1.5),
    /** Blurred with a normal density of so many pixels' standard deviation. */
    BLUR((source, sigma, _, target) -> GaussianBlur.blur(source, sigma, target), 0, 0.5, 0.75, 1, 1.25, 1.5, 2, 2.5),
    /** A blank square anywhere on the picture, whose side is this share of the picture's. */
    COVER(CoveringSquare::cover, 0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6),
    /** Normal noise on every pixel, whose standard deviation is this share of full ink. */
    NOISE(GaussianNoise::add, 0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6);

    private static final Messages MESSAGES = Messages.of(Distortion.class);

    private final Change change;
    private final double[] levels;

    Distortion(Change change, double... levels) {
        this.change = change;
        this.levels = levels;
    }

    /** The kind of that {@link #key()}; nothing if there is none. */
    public static Optional<Distortion> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    /** What commands and files call it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What people call it. */
    public String title() {
        return MESSAGES.get(key() + ".title");
    }

    /** What the numbers of {@link #shown} count, in words. */
    public String unit() {
        return MESSAGES.get(key() + ".unit");
    }

    /** The number that people read for a strength: shares are in percent. */
    public double shown(double strength) {
        return this == SCALE || this == COVER || this == NOISE ? 100 * strength : strength;
    }

    /** A strength with its unit, such as 20°. */
    public String describe(double strength) {
        return MESSAGES.get(key() + ".strength", strength, 1 + strength);
    }

    /** Strengths to measure at, ascending from 0. */
    public double[] levels() {
        return levels.clone();
    }

    /** The largest strength; pictures are hardly digits any more. */
    public double largest() {
        return levels[levels.length - 1];
    }

    /**
     * Distorts one picture; the same arguments give the same bits on every machine.
     *
     * @param source
     *            {@code height × width} unsigned bytes, row by row: 0 is blank paper, 255 full ink
     * @param strength
     *            0…{@link #largest()}
     * @param seed
     *            decides what is random about it; use another for every picture
     * @param target
     *            receives as many; another array than {@code source}
     * @throws IllegalArgumentException
     *             for other lengths or strengths, and where both arrays are the same
     */
    public void apply(byte[] source, int width, int height, double strength, long seed, byte[] target) {
        if (width < 1 || height < 1 || source.length != width * height || target.length != source.length) {
            throw new IllegalArgumentException("Pictures of " + width + "×" + height + " can't have " + source.length
                    + " and " + target.length + " pixels");
        }
        if (!(strength >= 0 && strength <= largest())) {
            throw new IllegalArgumentException(this + " goes from 0 to " + largest() + ", not to " + strength);
        }
        if (source == target) {
            throw new IllegalArgumentException("A picture is not distorted in its own place");
        }
        if (strength == 0) {
            System.arraycopy(source, 0, target, 0, source.length);
        } else {
            change.apply(new Picture(source, width, height), strength, new SplittableRandom(seed), target);
        }
    }
}
