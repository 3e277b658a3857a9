package inkbench.data.download;

import java.io.IOException;

/** A file that could not be got. The message is one sentence for the user: which file, what happened, what to do. */
public final class DownloadException extends IOException {
    private static final long serialVersionUID = 1L;

    public DownloadException(String message) {
        super(message);
    }

    public DownloadException(String message, Throwable cause) {
        super(message, cause);
    }
}
