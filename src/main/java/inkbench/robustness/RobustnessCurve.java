package inkbench.robustness;

import java.util.List;

import inkbench.evaluation.statistics.ExactBinomial;

/**
 * How well one model reads as images get worse.
 *
 * @param model
 *            which of the models, from 0
 * @param points
 *            by strength, ascending; the first is of the images as they are
 */
public record RobustnessCurve(int model, Distortion distortion, List<Point> points) {
    private static final double LEVEL = 0.95;

    public RobustnessCurve {
        points = List.copyOf(points);
    }

    /**
     * Answers on all images at one strength.
     *
     * @param right
     *            how many images were read right
     * @param images
     *            how many were read, at least 1
     */
    public record Point(double strength, long right, long images) {
        /** Share of the images that were read right, 0…1. */
        public double accuracy() {
            return (double) right / images;
        }

        /** The exact 95% interval of the accuracy on further images like these. */
        public ExactBinomial.Interval interval() {
            return ExactBinomial.interval(right, images, LEVEL);
        }
    }
}
