package inkbench.data;

import java.io.IOException;

/**
 * A file or folder that can't be used as data. The message is one sentence for the user: what is wrong, where, what was
 * expected, what was found.
 */
public final class DataException extends IOException {
    private static final long serialVersionUID = 1L;

    public DataException(String message) {
        super(message);
    }

    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
