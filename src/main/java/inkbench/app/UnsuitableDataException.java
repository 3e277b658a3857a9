package inkbench.app;

import java.io.IOException;

/** Data that is sound but can't be used for what was asked. The message is one sentence for the user. */
public final class UnsuitableDataException extends IOException {
    private static final long serialVersionUID = 1L;

    UnsuitableDataException(String message) {
        super(message);
    }
}
