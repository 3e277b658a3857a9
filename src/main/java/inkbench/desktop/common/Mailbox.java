package inkbench.desktop.common;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Carries messages from a thread that must not wait to one that must not be flooded: what arrives between two deliveries is
 * delivered together, in order.
 *
 * @param <T>
 *            a message
 */
public final class Mailbox<T> {
    private final Executor deliveries;
    private final Consumer<List<T>> receiver;
    private List<T> waiting = new ArrayList<>();

    /**
     * Makes an empty mailbox.
     *
     * @param deliveries
     *            runs the receiver; asked once for each delivery
     * @param receiver
     *            gets at least one message each time
     */
    public Mailbox(Executor deliveries, Consumer<List<T>> receiver) {
        this.deliveries = deliveries;
        this.receiver = receiver;
    }

    /** Takes a message; any thread may call and none waits for the receiver. */
    public void post(T message) {
        boolean first;
        synchronized (this) {
            first = waiting.isEmpty();
            waiting.add(message);
        }
        if (first) {
            deliveries.execute(this::deliver);
        }
    }

    private void deliver() {
        List<T> batch;
        synchronized (this) {
            batch = waiting;
            waiting = new ArrayList<>();
        }
        receiver.accept(batch);
    }
}
