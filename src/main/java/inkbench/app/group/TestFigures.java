package inkbench.app.group;

/**
 * What a network reads of images that it neither learned from nor was chosen by.
 *
 * @param accuracy
 *            share read right, or NaN where there are no such images
 * @param loss
 *            mean cross-entropy, or NaN
 */
public record TestFigures(double accuracy, double loss) {
    /** Nothing was measured. */
    public static final TestFigures NONE = new TestFigures(Double.NaN, Double.NaN);
}
