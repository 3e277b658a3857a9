package inkbench.training.recipe;

/**
 * Whether a run ends before its last epoch once the validation loss has stopped to fall. It then leaves the weights of the
 * epoch whose loss was lowest.
 *
 * @param patience
 *            epochs without a lower loss after which it ends, at least 1; 0 to go on to the last epoch and keep its weights
 */
public record EarlyStopping(int patience) {
    /** To the last epoch. */
    public static final EarlyStopping NONE = new EarlyStopping(0);

    public EarlyStopping {
        if (patience < 0) {
            throw new IllegalArgumentException("A patience of " + patience + " epochs");
        }
    }

    /** Whether it may end early. */
    public boolean on() {
        return patience > 0;
    }
}
