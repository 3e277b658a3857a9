package inkbench.data.download;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import inkbench.task.Progress;

/**
 * A body that is taken in pieces as they come. Unlike the JDK's stream it can be waited for with a limit, and given up
 * while nothing comes. At most one piece waits at a time, so that a fast source doesn't fill the memory.
 */
final class BodyQueue implements HttpResponse.BodySubscriber<BodyQueue>, AutoCloseable {
    private static final long LOOK_AROUND_MILLIS = 50;

    private final LinkedBlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();

    private sealed interface Signal {
        record Piece(List<ByteBuffer> buffers) implements Signal {}

        record End() implements Signal {}

        record Failure(Throwable cause) implements Signal {}
    }

    @Override
    public CompletionStage<BodyQueue> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        if (subscription.complete(given)) {
            given.request(1);
        } else {
            given.cancel();
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        signals.add(new Signal.Piece(buffers));
    }

    @Override
    public void onError(Throwable cause) {
        signals.add(new Signal.Failure(cause));
    }

    @Override
    public void onComplete() {
        signals.add(new Signal.End());
    }

    /**
     * Waits for the next piece.
     *
     * @return nothing at the end
     * @throws SourceException
     *             if none comes in time, or the connection is cut off
     * @throws java.util.concurrent.CancellationException
     *             if nobody wants it any more
     */
    Optional<List<ByteBuffer>> next(Duration patience, Progress progress)
            throws SourceException, InterruptedException {
        long giveUp = System.nanoTime() + patience.toNanos();
        var signal = signals.poll(LOOK_AROUND_MILLIS, TimeUnit.MILLISECONDS);
        while (signal == null) {
            progress.throwIfCancelled();
            if (System.nanoTime() - giveUp > 0) {
                throw SourceException.passing(null, "source.stalled", seconds(patience));
            }
            signal = signals.poll(LOOK_AROUND_MILLIS, TimeUnit.MILLISECONDS);
        }
        return switch (signal) {
            case Signal.Piece piece -> {
                subscription.join().request(1);
                yield Optional.of(piece.buffers());
            }
            case Signal.End end -> Optional.empty();
            case Signal.Failure failure -> throw SourceException.passing(failure.cause(), "source.cut");
        };
    }

    /** A time as messages have it. */
    static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    /** Gives up what has not come yet. */
    @Override
    public void close() {
        if (!subscription.cancel(false) && !subscription.isCancelled()) {
            subscription.join().cancel();
        }
    }
}
