package inkbench.training;

/** A run that can't begin or go on. The message is one sentence or two for the user: what happened and what to do. */
public class TrainingException extends Exception {
    private static final long serialVersionUID = 1L;

    public TrainingException(String message) {
        super(message);
    }

    TrainingException(String message, Throwable cause) {
        super(message, cause);
    }
}
