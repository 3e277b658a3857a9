package inkbench.desktop.common.neighbours;

import java.util.List;

import inkbench.data.Dataset;
import inkbench.explain.NearestImages.Neighbour;

/**
 * Training images that are nearest to an image.
 *
 * @param images
 *            nearest first
 * @param neighbours
 *            where they lie
 */
public record Neighbours(Dataset images, List<Neighbour> neighbours) {
    /** Those of a set that lie where it was found. */
    public static Neighbours of(Dataset training, List<Neighbour> neighbours) {
        return new Neighbours(
                training.subset(neighbours.stream().mapToInt(Neighbour::index).toArray()),
                neighbours);
    }

    /** The most frequent label; of equals, that of the nearest image. */
    public int commonLabel() {
        var counts = images.classCounts();
        int common = images.label(0);
        for (int i = 1; i < images.size(); i++) {
            if (counts[images.label(i)] > counts[common]) {
                common = images.label(i);
            }
        }
        return common;
    }
}
