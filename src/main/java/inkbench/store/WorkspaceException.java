package inkbench.store;

import java.io.IOException;

/** The workspace can't do what was asked. The message is one sentence or two for the user: what is wrong, and what to do. */
public final class WorkspaceException extends IOException {
    private static final long serialVersionUID = 1L;

    WorkspaceException(String message, Throwable cause) {
        super(message, cause);
    }

    WorkspaceException(String message) {
        super(message);
    }
}
