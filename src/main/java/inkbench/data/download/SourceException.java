package inkbench.data.download;

import java.io.IOException;

import inkbench.text.Messages;

/** One source failed; others may not. The message is part of a sentence: what that source did. */
final class SourceException extends IOException {
    private static final long serialVersionUID = 1L;
    private static final Messages MESSAGES = Messages.of(SourceException.class);

    private final boolean passing;

    private SourceException(String message, Throwable cause, boolean passing) {
        super(message, cause);
        this.passing = passing;
    }

    /** A fault that would be there the next time too. */
    static SourceException lasting(String key, Object... parameters) {
        return new SourceException(MESSAGES.get(key, parameters), null, false);
    }

    /** A fault that the next request to the same source may not meet. */
    static SourceException passing(Throwable cause, String key, Object... parameters) {
        return new SourceException(MESSAGES.get(key, parameters), cause, true);
    }

    /** Whether asking the same source again may help. */
    boolean isPassing() {
        return passing;
    }
}
