package inkbench.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            1, 0
            1, 5
            2, 1
            2, 7
            4, 3
            4, 100
            """)
    void doesEveryPieceOnceAndWaitsForAll(int size, int pieces) {
        try (var team = new Team(size, Workers.daemons("team"))) {
            var done = new AtomicIntegerArray(pieces);
            for (int round = 1; round <= 500; round++) {
                team.run(pieces, (_, piece) -> done.incrementAndGet(piece));
                for (int piece = 0; piece < pieces; piece++) {
                    assertThat(done.get(piece)).isEqualTo(round);
                }
            }
        }
    }

    @Test
    void neverGivesTwoThreadsTheSameNumberAtATime() {
        try (var team = new Team(4, Workers.daemons("team"))) {
            var busy = new AtomicIntegerArray(4);
            var clashes = new AtomicInteger();
            team.run(10_000, (worker, _) -> {
                if (busy.incrementAndGet(worker) > 1) {
                    clashes.incrementAndGet();
                }
                busy.decrementAndGet(worker);
            });
            assertThat(clashes).hasValue(0);
        }
    }

    @Test
    void handsOnWhatAPieceThrewOnceTheOthersAreDone() {
        try (var team = new Team(3, Workers.daemons("team"))) {
            var done = new AtomicInteger();

            assertThatThrownBy(() -> team.run(50, (_, piece) -> {
                if (piece == 0) {
                    throw new IllegalStateException("piece 0");
                }
                done.incrementAndGet();
            })).isInstanceOf(IllegalStateException.class).hasMessage("piece 0");
            assertThat(done).hasValue(49);

            team.run(5, (_, _) -> done.incrementAndGet());
            assertThat(done).hasValue(54);
        }
    }

    @Test
    void worksOnTheCallersThreadWhenAlone() {
        try (var team = new Team(1, Workers.daemons("team"))) {
            var thread = new Thread[1];
            team.run(1, (_, _) -> thread[0] = Thread.currentThread());

            assertThat(thread[0]).isSameAs(Thread.currentThread());
        }
    }
}
