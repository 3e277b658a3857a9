package inkbench.desktop.draw.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import inkbench.app.Reading.DrawingReading;
import inkbench.ink.Drawing;
import inkbench.ink.InkPoint;
import inkbench.ink.Preparation;
import inkbench.ink.Stroke;
import inkbench.model.Prediction;
import inkbench.testing.FxQueue;

class SweepTest {
    private final FxQueue fxThread = new FxQueue();
    private final List<Drawing> read = new ArrayList<>();
    private final List<CompletableFuture<DrawingReading>> pending = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final List<List<DrawingReading>> answers = new ArrayList<>();
    private final Sweep sweep = new Sweep((network, drawing, preparation) -> {
        read.add(drawing);
        pending.add(new CompletableFuture<>());
        return pending.getLast();
    }, fxThread, failures::add);

    @Test
    void asksOneAfterTheOtherAndAnswersAllTogether() {
        sweep.ask("these", questions(3), answers::add);
        assertThat(read).hasSize(1);
        answer(0);
        answer(1);
        assertThat(read).hasSize(3);
        assertThat(answers).isEmpty();
        answer(2);
        assertThat(answers).hasSize(1);
        assertThat(answers.getFirst()).hasSize(3);
    }

    @Test
    void givesUpWhatWasAskedBefore() {
        sweep.ask("three", questions(3), answers::add);
        sweep.ask("one", questions(1), answers::add);
        answer(0);
        assertThat(read).hasSize(2);
        answer(1);
        assertThat(answers).hasSize(1);
        assertThat(answers.getFirst()).hasSize(1);
    }

    @Test
    void forgetsAnAnswerThatIsOnItsWayWhenItIsGivenUp() {
        sweep.ask("these", questions(1), answers::add);
        pending.getFirst().complete(reading());
        sweep.cancel();
        fxThread.runAll();
        assertThat(answers).isEmpty();
    }

    @Test
    void goesOnWhenTheSameIsAskedAgainAndAsksAnewOnceItIsAnswered() {
        sweep.ask("these", questions(2), answers::add);
        answer(0);
        sweep.ask("these", questions(2), answers::add);
        answer(1);
        assertThat(answers).hasSize(1);
        sweep.ask("these", questions(2), answers::add);
        assertThat(read).hasSize(3);
    }

    @Test
    void tellsOfAFailureAndAsksNoFurther() {
        sweep.ask("these", questions(3), answers::add);
        pending.getFirst().completeExceptionally(new IllegalStateException("broken"));
        fxThread.runAll();
        assertThat(failures).hasSize(1);
        assertThat(read).hasSize(1);
        assertThat(answers).isEmpty();
    }

    private void answer(int question) {
        pending.get(question).complete(reading());
        fxThread.runAll();
    }

    private static DrawingReading reading() {
        return new DrawingReading(new byte[784], new Prediction(new float[10]));
    }

    private static List<Sweep.Question> questions(int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        i -> new Sweep.Question(
                                null,
                                new Drawing(List.of(new Stroke(List.of(new InkPoint(i, 0, 0))))),
                                Preparation.MNIST))
                .toList();
    }
}
