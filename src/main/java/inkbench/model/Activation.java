package inkbench.model;

import java.util.Locale;

/**
 * A function that is applied to each value. All of them keep the order of numbers. Softmax is part of the loss and not among
 * these.
 */
public enum Activation {
    /** The value itself. */
    IDENTITY,
    /** {@code max(0, x)}. */
    RELU,
    /** x where it is positive, otherwise {@code 0.01·x} (Maas et al. 2013; the slope is DL4J's default). */
    LEAKY_RELU,
    /** x where it is positive, otherwise {@code exp(x) − 1} (Clevert et al. 2015, with α = 1). */
    ELU,
    /** The hyperbolic tangent. */
    TANH;

    /** How it is called in model files: {@code identity}, {@code relu}, {@code leaky-relu} … */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
