package inkbench.model.file;

import java.io.IOException;

/** A file that can't be used as a model. The message is one sentence for the user. */
public final class ModelException extends IOException {
    private static final long serialVersionUID = 1L;

    public ModelException(String message) {
        super(message);
    }
}
