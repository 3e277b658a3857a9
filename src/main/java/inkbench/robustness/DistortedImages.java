package inkbench.robustness;

import java.util.stream.IntStream;

import inkbench.data.Dataset;

/** Distorted copies of the images of a data set. */
public final class DistortedImages {
    /** Odd, and without a pattern: neighbouring images get seeds that have nothing in common. */
    private static final long STEP = 0xD1342543DE82EF95L;

    private DistortedImages() {}

    /**
     * Copies and distorts all images, on all processors. What is random about an image depends on the seed and on its place in
     * the data that the set is a view of, so that it looks the same in every subset.
     *
     * @param images
     *            labelled
     * @param strength
     *            0…{@link Distortion#largest()}
     * @return as many images with the same labels, in the same order
     */
    public static Dataset of(Dataset images, Distortion distortion, double strength, long seed) {
        int size = images.imageSize();
        var pixels = new byte[Math.multiplyExact(images.size(), size)];
        var labels = new byte[images.size()];
        IntStream.range(0, labels.length).parallel().forEach(i -> {
            var target = new byte[size];
            distortion.apply(
                    images.image(i),
                    images.width(),
                    images.height(),
                    strength,
                    seed + images.sourceIndex(i) * STEP,
                    target);
            System.arraycopy(target, 0, pixels, i * size, size);
            labels[i] = (byte) images.label(i);
        });
        return Dataset.of(
                images.name(),
                images.width(),
                images.height(),
                images.classNames(),
                pixels,
                labels,
                images.source());
    }
}
