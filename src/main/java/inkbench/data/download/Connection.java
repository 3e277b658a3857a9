package inkbench.data.download;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

import inkbench.task.Progress;

/** Asks for files and follows redirections, each only where the rules allow it. */
final class Connection implements AutoCloseable {
    private static final Set<Integer> REDIRECTIONS = Set.of(301, 302, 303, 307, 308);
    private static final int MOST_REDIRECTIONS = 5;
    private static final long LOOK_AROUND_MILLIS = 50;

    private final DownloadRules rules;
    private final HttpClient client;

    Connection(DownloadRules rules) {
        this.rules = rules;
        var builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(rules.patience());
        Optional.ofNullable(ProxySelector.getDefault()).ifPresent(builder::proxy);
        client = builder.build();
    }

    /**
     * Asks for a file, or for the rest of it.
     *
     * @return the answer, whatever its status, with a body that has to be closed
     */
    HttpResponse<BodyQueue> get(URI source, Optional<PartFile.Resume> resume, Progress progress)
            throws IOException, InterruptedException {
        var address = source;
        for (int i = 0; i <= MOST_REDIRECTIONS; i++) {
            if (!rules.allowed().test(address)) {
                throw SourceException.lasting("source.forbidden", address);
            }
            var response = send(request(address, resume), progress);
            if (!REDIRECTIONS.contains(response.statusCode())) {
                return response;
            }
            response.body().close();
            address = target(address, response);
        }
        throw SourceException.lasting("source.redirections", MOST_REDIRECTIONS);
    }

    private HttpRequest request(URI address, Optional<PartFile.Resume> resume) {
        // A server may pack what it sends; then the bytes would be others than those of the file.
        var request = HttpRequest.newBuilder(address)
                .timeout(rules.patience())
                .header("Accept-Encoding", "identity");
        resume.ifPresent(
                from -> request.header("Range", "bytes=" + from.length() + "-").header("If-Range", from.etag()));
        return request.build();
    }

    private static URI target(URI address, HttpResponse<?> response) throws SourceException {
        var location = response.headers().firstValue("Location");
        try {
            var target = address.resolve(location.orElse(""));
            if (location.isPresent() && target.getHost() != null) {
                return target;
            }
        } catch (IllegalArgumentException noAddress) {
            // Said below.
        }
        throw SourceException.lasting("source.location", location.orElse(""));
    }

    private HttpResponse<BodyQueue> send(HttpRequest request, Progress progress)
            throws IOException, InterruptedException {
        var answer = client.sendAsync(request, info -> new BodyQueue());
        try {
            while (true) {
                progress.throwIfCancelled();
                try {
                    return answer.get(LOOK_AROUND_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException notYet) {
                    // The client itself knows when it has waited long enough.
                }
            }
        } catch (ExecutionException e) {
            throw inWords(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private IOException inWords(Throwable failure) {
        return switch (failure) {
            case HttpTimeoutException late -> SourceException
                    .passing(late, "source.stalled", BodyQueue.seconds(rules.patience()));
            case ConnectException unreachable -> SourceException.passing(unreachable, "source.unreachable");
            case SSLException insecure -> SourceException.passing(insecure, "source.insecure", insecure.getMessage());
            case InterruptedIOException interrupted -> interrupted;
            default -> SourceException.passing(failure, "source.cut");
        };
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
