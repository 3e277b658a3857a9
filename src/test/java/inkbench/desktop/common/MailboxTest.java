package inkbench.desktop.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import inkbench.testing.FxQueue;

class MailboxTest {
    private final FxQueue pulses = new FxQueue();
    private final List<List<Integer>> received = new ArrayList<>();
    private final Mailbox<Integer> mailbox = new Mailbox<>(pulses, received::add);

    @Test
    void deliversTogetherWhatArrivesBetweenTwoPulses() {
        mailbox.post(1);
        mailbox.post(2);
        mailbox.post(3);
        assertThat(pulses.size()).isEqualTo(1);
        pulses.runAll();
        mailbox.post(4);
        pulses.runAll();

        assertThat(received).containsExactly(List.of(1, 2, 3), List.of(4));
    }

    @Test
    void asksForADeliveryAgainOnceTheLastIsDone() {
        mailbox.post(1);
        pulses.runAll();
        assertThat(pulses.size()).isZero();
        mailbox.post(2);
        assertThat(pulses.size()).isEqualTo(1);
    }
}
