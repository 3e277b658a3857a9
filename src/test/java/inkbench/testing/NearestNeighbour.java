package inkbench.testing;

import java.util.stream.IntStream;

import inkbench.data.Dataset;

/** The simplest classifier there is: an image is what the most similar known image is. */
public final class NearestNeighbour {
    private NearestNeighbour() {}

    /** The share of images whose label is that of the image at the smallest squared distance in {@code known}. */
    public static double accuracy(Dataset known, Dataset images) {
        var knownImages = IntStream.range(0, known.size()).mapToObj(known::image).toArray(byte[][]::new);
        long right = IntStream.range(0, images.size())
                .parallel()
                .filter(i -> known.label(nearest(knownImages, images.image(i))) == images.label(i))
                .count();
        return (double) right / images.size();
    }

    private static int nearest(byte[][] known, byte[] image) {
        int best = 0;
        int smallest = Integer.MAX_VALUE;
        for (int i = 0; i < known.length; i++) {
            int distance = distance(known[i], image);
            if (distance < smallest) {
                smallest = distance;
                best = i;
            }
        }
        return best;
    }

    private static int distance(byte[] a, byte[] b) {
        int sum = 0;
        for (int i = 0; i < a.length; i++) {
            int difference = (a[i] & 0xff) - (b[i] & 0xff);
            sum += difference * difference;
        }
        return sum;
    }
}
