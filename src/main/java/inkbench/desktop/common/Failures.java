package inkbench.desktop.common;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;

import inkbench.text.Messages;

/** Failures in the user's words. */
final class Failures {
    private static final System.Logger LOGGER = System.getLogger(Failures.class.getName());

    private Failures() {}

    /** What to tell the user; nothing of a cancellation. What nobody foresaw goes to the log as well, once. */
    static Optional<String> describe(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof CancellationException) {
            return Optional.empty();
        }
        if (cause instanceof IOException && cause.getMessage() != null) {
            return Optional.of(cause.getMessage());
        }
        LOGGER.log(Level.ERROR, "Unexpected failure", cause);
        return Optional.of(Messages.of(Failures.class).get("failure.unexpected", String.valueOf(cause.getMessage())));
    }
}
