package inkbench.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

import inkbench.text.Messages;
import inkbench.training.TrainingException;

/** Failures as one sentence for standard error. */
final class CliFailures {
    private static final System.Logger LOGGER = System.getLogger(CliFailures.class.getName());
    private static final Messages MESSAGES = Messages.of(CliFailures.class);

    private CliFailures() {}

    static String describe(Throwable failure) {
        return switch (failure) {
            case CompletionException e when e.getCause() != null -> describe(e.getCause());
            case ExecutionException e when e.getCause() != null -> describe(e.getCause());
            case CancellationException e -> MESSAGES.get("failure.cancelled");
            case NoSuchFileException e -> MESSAGES.get("failure.noSuchFile", e.getFile());
            case AccessDeniedException e -> MESSAGES.get("failure.accessDenied", e.getFile());
            case FileSystemException e -> MESSAGES.get("failure.fileSystem", e.getMessage());
            case FileNotFoundException e -> e.getMessage();
            case IOException e when e.getMessage() != null -> e.getMessage();
            case TrainingException e -> e.getMessage();
            case OutOfMemoryError e -> MESSAGES.get("failure.memory");
            default -> {
                // Nobody foresaw it, so there is no sentence for it; the log keeps what a developer needs.
                LOGGER.log(Level.DEBUG, "Unexpected failure", failure);
                yield MESSAGES.get("failure.unexpected", failure.toString());
            }
        };
    }
}
