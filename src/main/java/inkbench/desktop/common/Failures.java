package inkbench.desktop.common;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

import inkbench.text.Messages;
import inkbench.training.TrainingException;

/** Failures in the user's words. */
final class Failures {
    private static final System.Logger LOGGER = System.getLogger(Failures.class.getName());
    private static final Messages MESSAGES = Messages.of(Failures.class);

    private Failures() {}

    /** What to tell the user; nothing of a cancellation. What nobody foresaw goes to the log as well, once. */
    static Optional<String> describe(Throwable failure) {
        return switch (cause(failure)) {
            case CancellationException cancelled -> Optional.empty();
            case NoSuchFileException missing -> Optional.of(MESSAGES.get("failure.missing", missing.getFile()));
            case AccessDeniedException denied -> Optional.of(MESSAGES.get("failure.denied", denied.getFile()));
            case FileSystemException disk -> Optional.of(
                    MESSAGES.get("failure.disk", disk.getFile(), String.valueOf(disk.getReason())));
            case IOException foreseen when foreseen.getMessage() != null -> Optional.of(foreseen.getMessage());
            case TrainingException foreseen -> Optional.of(foreseen.getMessage());
            case OutOfMemoryError full -> {
                LOGGER.log(Level.ERROR, "Out of memory", full);
                yield Optional.of(MESSAGES.get("failure.memory"));
            }
            case Throwable unexpected -> {
                LOGGER.log(Level.ERROR, "Unexpected failure " + code(unexpected), unexpected);
                yield Optional.of(MESSAGES.get("failure.unexpected", String.valueOf(unexpected.getMessage())));
            }
        };
    }

    /** What somebody who is asked for help wants to know. */
    static String details(String sentence, Throwable failure) {
        var lines = new ArrayList<String>();
        lines.add(sentence);
        lines.add(
                String.format(
                        "Java %s, JavaFX %s, %s %s %s",
                        System.getProperty("java.version"),
                        System.getProperty("javafx.runtime.version"),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("os.arch")));
        if (failure != null) {
            lines.add("Code " + code(cause(failure)));
        }
        for (var at = failure; at != null; at = at.getCause()) {
            lines.add(at.toString());
            for (var frame : at.getStackTrace()) {
                lines.add("    at " + frame);
            }
        }
        return String.join(System.lineSeparator(), lines);
    }

    /** The same for the same kind of failure at the same place, whatever its message, in every build with that place. */
    static String code(Throwable failure) {
        var place = Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("inkbench."))
                .findFirst()
                .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                .orElse("");
        return Integer.toString((failure.getClass().getName() + place).hashCode() & 0x7FFFFFFF, 36);
    }

    private static Throwable cause(Throwable failure) {
        boolean wrapper = failure instanceof CompletionException || failure instanceof ExecutionException;
        return wrapper && failure.getCause() != null ? cause(failure.getCause()) : failure;
    }
}
