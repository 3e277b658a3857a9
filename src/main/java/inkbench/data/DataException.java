package inkbench.data;

import java.io.IOException;
import java.util.Optional;

/**
 * A file or folder that can't be used as data. The message is one sentence for the user: what is wrong, where, what was
 * expected, what was found.
 */
public final class DataException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Null where there is none. */
    private final Remedy remedy;

    public DataException(String message) {
        this(message, null, null);
    }

    public DataException(String message, Throwable cause) {
        this(message, cause, null);
    }

    private DataException(String message, Throwable cause, Remedy remedy) {
        super(message, cause);
        this.remedy = remedy;
    }

    /** The same fault, which goes away if the user says something. */
    public DataException with(Remedy whatHelps) {
        return new DataException(getMessage(), getCause(), whatHelps);
    }

    /** What the user can say so that the data can be opened. */
    public Optional<Remedy> remedy() {
        return Optional.ofNullable(remedy);
    }
}
