package inkbench.desktop.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import inkbench.testing.FxStage;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

class PulsesTest {
    private static final int SLOT_MILLIS = 100;
    private static final int ENOUGH_PULSES = 5;

    private final AtomicLong nanos = new AtomicLong(TimeUnit.MILLISECONDS.toNanos(150));
    private final List<String> done = new CopyOnWriteArrayList<>();

    private final AnimationTimer counter = new AnimationTimer() {
        @Override
        public void handle(long now) {
            pulse++;
        }
    };
    /** How many there were; only touched on the FX thread. */
    private int pulse;

    @BeforeEach
    void countPulses() {
        FxStage.startToolkit();
        FxStage.doFx(counter::start);
    }

    @AfterEach
    void stopCounting() {
        FxStage.doFx(counter::stop);
    }

    @Test
    void runsTheFirstTaskAtOnceAndTheNextInTheNextSlot() throws Exception {
        var pulses = new Pulses(SLOT_MILLIS, nanos::get);
        pulses.run(() -> done.add("first"));
        awaitPulses();
        pulses.run(() -> done.add("second"));
        awaitPulses();
        nanos.set(TimeUnit.MILLISECONDS.toNanos(199));
        awaitPulses();
        assertThat(done).containsExactly("first");

        nanos.set(TimeUnit.MILLISECONDS.toNanos(200));
        awaitPulses();
        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void changesWhatIsRarerInThePulseOfWhatIsMoreFrequent() throws Exception {
        var often = new Pulses(SLOT_MILLIS, nanos::get);
        var seldom = new Pulses(2 * SLOT_MILLIS, nanos::get);
        for (int i = 0; i < 2; i++) {
            seldom.run(() -> done.add("figures in pulse " + pulse));
            often.run(() -> done.add("curves in pulse " + pulse));
        }
        awaitPulses();
        assertThat(done).hasSize(2);
        done.clear();
        // On the FX thread, so that it doesn't become later between two tasks of a pulse.
        FxStage.doFx(() -> nanos.set(TimeUnit.MILLISECONDS.toNanos(200)));
        awaitPulses();

        assertThat(done).hasSize(2);
        assertThat(done.getFirst().replace("figures", "curves")).isEqualTo(done.getLast());
    }

    @Test
    void runsOneMailboxDeliveryASlotAndLosesNoMessage() throws Exception {
        var received = new CopyOnWriteArrayList<List<Integer>>();
        var mailbox = new Mailbox<Integer>(new Pulses(SLOT_MILLIS, nanos::get)::run, received::add);
        mailbox.post(0);
        awaitPulses();
        IntStream.rangeClosed(1, 1000).forEach(mailbox::post);
        awaitPulses();
        assertThat(received).hasSize(1);

        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(SLOT_MILLIS));
        awaitPulses();
        assertThat(received).containsExactly(List.of(0), IntStream.rangeClosed(1, 1000).boxed().toList());
    }

    /** Lets the toolkit do a few pulses that begin after this call. */
    private static void awaitPulses() throws Exception {
        var seen = new CompletableFuture<Void>();
        Platform.runLater(() -> new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                if (++pulses == ENOUGH_PULSES) {
                    stop();
                    seen.complete(null);
                }
            }
        }.start());
        seen.get(20, TimeUnit.SECONDS);
    }
}
