package inkbench.training.augmentation;

/**
 * Makes another version of a picture: the same digit, written a little differently. All that is random comes from the sample's
 * seed, so that the same picture, settings and seed give the same bits in every thread and on every machine. Each kind of change
 * is drawn for itself: switching one off doesn't change the others.
 *
 * <p>It holds all buffers and allocates nothing after its construction. It must not be used by two threads at once: every worker
 * has its own.
 */
public final class Augmenter {
    private static final float GREY = 1 / (255f * (1 << Resampler.GREY_BITS));
    private static final int HALF = 1 << Resampler.GREY_BITS - 1;

    private final Augmentation settings;
    private final Canvas canvas;
    private final Resampler resampler;
    private final ElasticField field;
    private final SampleRandom random = new SampleRandom();
    private final Distortion distortion = new Distortion();
    private final int[] greys;

    /**
     * Prepares everything for one size of pictures.
     *
     * @param height
     *            pixels, from 1 to 1024
     * @param width
     *            pixels, from 1 to 1024
     * @throws IllegalArgumentException
     *             for another size
     */
    public Augmenter(Augmentation settings, int height, int width) {
        this.settings = settings;
        canvas = new Canvas(height, width);
        resampler = new Resampler(height, width);
        double amplitude = settings.elasticAmplitude() * (1 << Resampler.PLACE_BITS);
        field = new ElasticField(height, width, amplitude, settings.elasticSmoothness());
        greys = new int[height * width];
    }

    /**
     * Makes a version as a network reads it.
     *
     * @param source
     *            {@code height × width} grey values 0…255, row by row
     * @param sampleSeed
     *            decides how the picture changes
     * @param target
     *            receives as many values 0…1
     * @throws IllegalArgumentException
     *             if one of the arrays has another length
     */
    public void apply(byte[] source, long sampleSeed, float[] target) {
        requireLengths(source.length, target.length);
        if (settings.isNone()) {
            for (int i = 0; i < target.length; i++) {
                target[i] = (source[i] & 0xFF) / 255f;
            }
        } else {
            distort(source, sampleSeed);
            copy(target);
        }
    }

    /**
     * Makes the same version for the eye.
     *
     * @param source
     *            {@code height × width} grey values 0…255, row by row
     * @param sampleSeed
     *            decides how the picture changes
     * @param target
     *            receives as many grey values 0…255, rounded
     * @throws IllegalArgumentException
     *             if one of the arrays has another length
     */
    public void apply(byte[] source, long sampleSeed, byte[] target) {
        requireLengths(source.length, target.length);
        if (settings.isNone()) {
            System.arraycopy(source, 0, target, 0, target.length);
        } else {
            distort(source, sampleSeed);
            for (int i = 0; i < target.length; i++) {
                target[i] = (byte) (greys[i] + HALF >> Resampler.GREY_BITS);
            }
        }
    }

    /** Makes the version with this distortion, and without an elastic one. */
    void apply(byte[] source, Distortion chosen, float[] target) {
        draw(source, chosen);
        copy(target);
    }

    private void distort(byte[] source, long sampleSeed) {
        random.seed(sampleSeed);
        distortion.draw(settings, random);
        if (settings.elasticAmplitude() > 0) {
            resampler.bend(field, random);
        }
        draw(source, distortion);
    }

    private void draw(byte[] source, Distortion chosen) {
        canvas.draw(source, chosen.thickness);
        resampler.draw(canvas, chosen, greys);
    }

    private void copy(float[] target) {
        for (int i = 0; i < target.length; i++) {
            target[i] = greys[i] * GREY;
        }
    }

    private void requireLengths(int source, int target) {
        if (source != greys.length || target != greys.length) {
            throw new IllegalArgumentException(
                    "Pictures of " + canvas.height() + "×" + canvas.width() + " have " + greys.length
                            + " pixels, but the source has " + source + " and the target " + target);
        }
    }
}
