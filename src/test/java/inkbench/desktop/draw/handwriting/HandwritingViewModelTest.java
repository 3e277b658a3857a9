package inkbench.desktop.draw.handwriting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import inkbench.app.Reading.DrawingReading;
import inkbench.desktop.common.Session;
import inkbench.desktop.draw.FakeDigits;
import inkbench.desktop.draw.answer.AnswerViewModel;
import inkbench.desktop.draw.pad.PadViewModel;
import inkbench.model.Prediction;
import inkbench.testing.FxQueue;
import inkbench.testing.SampleModels;

class HandwritingViewModelTest {
    private final FxQueue fxThread = new FxQueue();
    private final Session session = new Session(fxThread);
    private final PadViewModel pad = new PadViewModel();
    private final AnswerViewModel answer = new AnswerViewModel(
            pad, (network, drawing, preparation) -> CompletableFuture
                    .completedFuture(new DrawingReading(new byte[784], new Prediction(certain(1)))),
            (network, pixels) -> CompletableFuture.failedFuture(new AssertionError("No photo")),
            session, fxThread);
    private final HandwritingViewModel viewModel = new HandwritingViewModel(
            pad, answer, new FakeDigits(), session, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    private static float[] certain(int digit) {
        var probabilities = new float[10];
        probabilities[digit] = 1;
        return probabilities;
    }

    @BeforeEach
    void look() {
        session.model().set(SampleModels.untrained("cnn"));
        viewModel.active().set(true);
        fxThread.runAll();
    }

    @Test
    void keepsWhatWasReadAndByWhich() {
        teach(7);
        var kept = viewModel.digits().getFirst().digit();
        assertThat(kept.label()).isEqualTo(7);
        assertThat(kept.readAs()).hasValue(1);
        assertThat(kept.model()).isEqualTo("cnn");
        assertThat(kept.drawing()).isEqualTo(pad.drawing());
    }

    @Test
    void correctsADrawingThatWasKeptBefore() {
        teach(7);
        viewModel.teach(9);
        fxThread.runAll();
        assertThat(labels()).isEqualTo("9");
        viewModel.undo();
        fxThread.runAll();
        assertThat(labels()).isEqualTo("7");
        viewModel.undo();
        fxThread.runAll();
        assertThat(viewModel.digits()).isEmpty();
        assertThat(viewModel.canUndo().get()).isFalse();
    }

    @Test
    void keepsADrawingAnewOnceItHasChanged() {
        teach(7);
        teach(1);
        assertThat(labels()).isEqualTo("1 7");
    }

    @Test
    void bringsBackWhatWasDeletedToItsPlace() {
        teach(1);
        teach(2);
        teach(3);
        viewModel.delete(viewModel.digits().get(1));
        fxThread.runAll();
        assertThat(labels()).isEqualTo("3 1");
        viewModel.undo();
        fxThread.runAll();
        assertThat(labels()).isEqualTo("3 2 1");
    }

    @Test
    void keepsNothingOfAnEmptyPadOrAnUnfinishedStroke() {
        viewModel.teach(1);
        pad.penDown(0, 0);
        viewModel.teach(1);
        fxThread.runAll();
        assertThat(viewModel.digits()).isEmpty();
    }

    @Test
    void asksForEachDigitInTurnUntilThereAreEnough() {
        viewModel.collect(true);
        for (int i = 0; i < 50; i++) {
            assertThat(viewModel.prompt().get())
                    .isEqualTo("Write a " + i % 10 + ". Round " + (i / 10 + 1) + " of 5.");
            line(i);
            viewModel.next();
            fxThread.runAll();
            assertThat(pad.empty().get()).isTrue();
        }
        assertThat(viewModel.collecting().get()).isFalse();
        assertThat(viewModel.prompt().get()).isEqualTo("Thank you: 50 digits more.");
        assertThat(viewModel.digits()).hasSize(50);
        line(1);
        viewModel.next();
        assertThat(viewModel.digits()).hasSize(50);
    }

    private void teach(int digit) {
        line(digit);
        viewModel.teach(digit);
        fxThread.runAll();
    }

    private void line(double at) {
        pad.penDown(0, at);
        pad.penMove(1, at);
        pad.penUp();
        fxThread.runAll();
    }

    private String labels() {
        return String.join(
                " ",
                viewModel.digits().stream().map(kept -> Integer.toString(kept.digit().label())).toList());
    }
}
