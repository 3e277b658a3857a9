package inkbench.ink;

import java.util.List;

/**
 * What the pen wrote between touching the paper and leaving it.
 *
 * @param points
 *            at least one
 */
public record Stroke(List<InkPoint> points) {
    public Stroke {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("A stroke needs a point");
        }
        points = List.copyOf(points);
    }
}
