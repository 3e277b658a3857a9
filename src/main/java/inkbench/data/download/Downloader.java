package inkbench.data.download;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

import inkbench.task.Progress;
import inkbench.text.Messages;

/**
 * Gets files from the first of several sources that has them right: as long as it should be, with the right hash. What was
 * begun is gone on with, as long as the source says by its ETag that it is still the same file.
 */
public final class Downloader {
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18}|\\*)");
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int BEYOND_THE_END = 416;

    private final DownloadRules rules;
    private final Messages messages = Messages.of(Downloader.class);

    public Downloader(DownloadRules rules) {
        this.rules = rules;
    }

    /**
     * Gets a file, on the caller's thread.
     *
     * @param target
     *            where it is put; nothing has that name before it is whole and verified
     * @param progress
     *            is told of bytes; the total is 0 while nobody knows it
     * @throws DownloadException
     *             if no source has it, or it can't be written; the message is for the user
     * @throws java.util.concurrent.CancellationException
     *             if the progress says so; what has come is kept if it can be gone on with
     */
    public void get(WantedFile file, Path target, Progress progress) throws IOException {
        var part = new PartFile(target, rules.disk());
        var failures = new ArrayList<String>();
        try (var connection = new Connection(rules)) {
            for (var source : file.sources()) {
                try {
                    getFrom(source, file, part, connection, progress);
                    return;
                } catch (SourceException failure) {
                    failures.add(messages.get("source", source.getHost(), failure.getMessage()));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw (IOException) new InterruptedIOException().initCause(e);
                }
            }
        } catch (DiskFailure failure) {
            part.delete();
            throw new DownloadException(
                    messages.get("disk", file.name(), target.getParent(), failure.getCause().getMessage()),
                    failure.getCause());
        } finally {
            part.tidy();
        }
        throw new DownloadException(messages.get("failed", file.name(), String.join("; ", failures)));
    }

    /** How many bytes of a file have come already, which may be gone on with. */
    public static long arrived(Path target) throws IOException {
        return PartFile.length(target);
    }

    private void getFrom(URI source, WantedFile file, PartFile part, Connection connection, Progress progress)
            throws IOException, InterruptedException {
        for (int attempt = 1;; attempt++) {
            try {
                var resume = part.resume(source);
                if (resume.isEmpty() || file.size().isEmpty() || resume.get().length() != file.size().getAsLong()) {
                    receive(source, file, part, connection, progress);
                }
                verify(file, part);
                part.complete();
                return;
            } catch (SourceException failure) {
                if (!failure.isPassing()) {
                    part.delete();
                }
                if (!failure.isPassing() || attempt == rules.attempts()) {
                    throw failure;
                }
            }
        }
    }

    private void receive(URI source, WantedFile file, PartFile part, Connection connection, Progress progress)
            throws IOException, InterruptedException {
        var resume = part.resume(source);
        var response = connection.get(source, resume, progress);
        try (var body = response.body()) {
            long done = begin(source, response, resume, part);
            long total = total(file, response, done);
            write(body, part, done, file.size().orElse(rules.largest()), new Counted(progress, total));
        }
    }

    /** Takes note of what the source says, and gives the number of bytes that are there already. */
    private static long begin(
            URI source,
            HttpResponse<?> response,
            Optional<PartFile.Resume> resume,
            PartFile part) throws IOException {
        var etag = response.headers().firstValue("ETag");
        int status = response.statusCode();
        if (resume.isPresent() && (status == PARTIAL || status == BEYOND_THE_END)) {
            long length = resume.get().length();
            boolean same = etag.isEmpty() || etag.get().equals(resume.get().etag());
            if (status == PARTIAL && same && range(response).isPresent() && range(response).getAsLong() == length) {
                return length;
            }
            part.delete();
            throw SourceException.passing(null, "source.changed");
        }
        if (status != OK) {
            throw SourceException.lasting("source.status", status);
        }
        part.begin(source, etag);
        return 0;
    }

    private static OptionalLong range(HttpResponse<?> response) {
        var range = CONTENT_RANGE.matcher(response.headers().firstValue("Content-Range").orElse(""));
        return range.matches() ? OptionalLong.of(Long.parseLong(range.group(1))) : OptionalLong.empty();
    }

    /** The length of the whole file; 0 where nobody says it. */
    private long total(WantedFile file, HttpResponse<?> response, long done) throws SourceException {
        var length = response.headers().firstValueAsLong("Content-Length");
        if (length.isEmpty()) {
            return file.size().orElse(0);
        }
        long total = done + length.getAsLong();
        if (file.size().isPresent() && file.size().getAsLong() != total) {
            throw SourceException.lasting("source.size", total, file.size().getAsLong());
        }
        if (total > rules.largest() && file.size().isEmpty()) {
            throw SourceException.lasting("source.large", rules.largest());
        }
        return total;
    }

    private void write(BodyQueue body, PartFile part, long begun, long limit, Counted progress)
            throws IOException, InterruptedException {
        long done = begun;
        try (var out = onDisk(() -> new DiskStream(part.open(begun > 0)))) {
            progress.report(done);
            for (var piece = next(body, progress); piece.isPresent(); piece = next(body, progress)) {
                for (var buffer : piece.get()) {
                    done += buffer.remaining();
                    if (done > limit) {
                        throw SourceException.lasting("source.large", limit);
                    }
                    out.write(buffer);
                }
                progress.report(done);
            }
        }
    }

    private Optional<List<ByteBuffer>> next(BodyQueue body, Counted progress)
            throws SourceException, InterruptedException {
        return body.next(rules.patience(), progress.of());
    }

    private static void verify(WantedFile file, PartFile part) throws IOException {
        long length = Files.size(part.path());
        if (file.size().isPresent() && file.size().getAsLong() != length) {
            throw SourceException.lasting("source.size", length, file.size().getAsLong());
        }
        if (file.sha256().isPresent()) {
            var found = FileHash.sha256(part.path());
            if (!found.equals(file.sha256().get())) {
                throw SourceException.lasting("source.hash", found, file.sha256().get());
            }
        }
    }

    private static <T> T onDisk(DiskWork<T> work) throws DiskFailure {
        try {
            return work.run();
        } catch (IOException e) {
            throw new DiskFailure(e);
        }
    }

    @FunctionalInterface
    private interface DiskWork<T> {
        T run() throws IOException;
    }

    /** The disk failed, which is no fault of the source. */
    private static final class DiskFailure extends IOException {
        private static final long serialVersionUID = 1L;

        DiskFailure(IOException cause) {
            super(cause);
        }
    }

    /** Tells failures of the disk from those of the source. */
    private record DiskStream(OutputStream out) implements AutoCloseable {
        void write(ByteBuffer buffer) throws DiskFailure {
            var bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            onDisk(() -> {
                out.write(bytes, 0, bytes.length);
                return null;
            });
        }

        @Override
        public void close() throws DiskFailure {
            onDisk(() -> {
                out.close();
                return null;
            });
        }
    }

    private record Counted(Progress of, long total) {
        void report(long done) {
            of.report(done, total);
            of.throwIfCancelled();
        }
    }
}
