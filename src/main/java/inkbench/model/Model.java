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

    /**
     * The same model with all logits divided by a temperature: less sure above 1, surer below. The last layer does that, so a
     * calibrated model is a model like any other.
     *
     * @param temperature
     *            above 0
     * @throws IllegalArgumentException
     *             if the last layer is not dense, or changes what it computes
     */
    public Model withTemperature(double temperature) {
        if (!(architecture.layers().getLast() instanceof LayerSpec.Dense(int units, Activation activation))
                || activation != Activation.IDENTITY) {
            throw new IllegalArgumentException("Only a dense last layer without activation can be scaled");
        }
        var values = weights.values().clone();
        int parameters = architecture.summary().getLast().parameters();
        for (int i = values.length - parameters; i < values.length; i++) {
            values[i] = (float) (values[i] / temperature);
        }
        return new Model(name, architecture, new Weights(weights.iteration(), values),
                origin.withTemperature(temperature));
    }

    /** The same model under another name. */
    public Model named(String newName) {
        return new Model(newName, architecture, weights, origin);
    }

    /** The same model, with what was measured of it. */
    public Model withTestAccuracy(double testAccuracy) {
        return new Model(name, architecture, weights, origin.withTestAccuracy(testAccuracy));
    }
}
