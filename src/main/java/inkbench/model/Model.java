package inkbench.model;

/**
 * A trained network: what a {@code .ink} file holds.
 *
 * @param name
 *            what a user calls it
 * @param origin
 *            how it was trained
 */
public record Model(String name, Architecture architecture, Weights weights, ModelOrigin origin) {
    public Model {
        if (weights.values().length != architecture.parameterCount()) {
            throw new IllegalArgumentException(
                    architecture.parameterCount() + " parameters expected, " + weights.values().length + " given");
        }
    }

    /** The same model, with what was measured of it. */
    public Model withTestAccuracy(double testAccuracy) {
        return new Model(name, architecture, weights, origin.withTestAccuracy(testAccuracy));
    }
}
