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
}
