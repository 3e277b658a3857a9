package inkbench.training;

/** The loss of a run is no number any more. */
public final class DivergedException extends TrainingException {
    private static final long serialVersionUID = 1;

    /** The message says so to the user, and what to try. */
    public DivergedException(String message) {
        super(message);
    }
}
