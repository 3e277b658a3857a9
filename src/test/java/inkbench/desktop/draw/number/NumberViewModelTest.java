package inkbench.desktop.draw.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import inkbench.app.Reading.DrawingReading;
import inkbench.desktop.common.Session;
import inkbench.desktop.draw.answer.AnswerViewModel;
import inkbench.desktop.draw.pad.PadViewModel;
import inkbench.ink.Drawing;
import inkbench.model.Prediction;
import inkbench.testing.FxQueue;
import inkbench.testing.SampleModels;

class NumberViewModelTest {
    private final FxQueue fxThread = new FxQueue();
    private final Session session = new Session(fxThread);
    private final PadViewModel pad = new PadViewModel();
    private final List<Drawing> asked = new ArrayList<>();
    private final List<CompletableFuture<List<NumberReader.Part>>> answers = new ArrayList<>();
    private final AnswerViewModel answer = new AnswerViewModel(
            pad, (network, drawing, preparation) -> CompletableFuture
                    .completedFuture(new DrawingReading(new byte[784], new Prediction(new float[10]))),
            (network, pixels) -> CompletableFuture.failedFuture(new AssertionError("No photo")),
            session, fxThread);
    private final NumberViewModel viewModel = new NumberViewModel(pad, answer, (network, drawing) -> {
        asked.add(drawing);
        answers.add(new CompletableFuture<>());
        return answers.getLast();
    }, session, fxThread);

    @BeforeEach
    void look() {
        session.model().set(SampleModels.untrained("cnn"));
        viewModel.active().set(true);
    }

    @Test
    void readsNothingWhileNobodyLooks() {
        viewModel.active().set(false);
        line(0);
        assertThat(asked).isEmpty();
        viewModel.active().set(true);
        assertThat(asked).hasSize(1);
    }

    @Test
    void readsTheNewestDrawingOnceTheReadingUnderWayIsDone() {
        line(0);
        line(1);
        line(2);
        assertThat(asked).hasSize(1);
        finish(0, 0.9f);
        assertThat(asked).hasSize(2);
        finish(1, 0.9f, 0.8f, 0.5f);
        assertThat(asked).hasSize(2);
        assertThat(viewModel.figures()).isEqualTo("012");
        assertThat(viewModel.confidence()).isCloseTo(0.36, within(1e-6));
    }

    @Test
    void correctsTheLeastSureDigitFirstAndGoesOnToTheNext() {
        three(0.9f, 0.5f, 0.8f);
        viewModel.correct(7);
        assertThat(viewModel.figures()).isEqualTo("072");
        assertThat(viewModel.selected().get()).isEqualTo(2);
        viewModel.correct(8);
        assertThat(viewModel.figures()).isEqualTo("078");
        assertThat(viewModel.confidence()).isCloseTo(0.9, within(1e-6));
    }

    @Test
    void remembersCorrectionsWhileMoreIsWrittenAndForgetsThemWithTheDrawing() {
        three(0.9f, 0.9f, 0.9f);
        viewModel.selected().set(0);
        viewModel.correct(5);
        line(3);
        finish(answers.size() - 1, 0.9f, 0.9f, 0.9f, 0.9f);
        assertThat(viewModel.figures()).isEqualTo("5123");
        pad.clear();
        assertThat(viewModel.figures()).isEmpty();
        assertThat(viewModel.selected().get()).isEqualTo(-1);
        viewModel.correct(5);
        assertThat(viewModel.figures()).isEmpty();
    }

    private void three(float... confidences) {
        line(0);
        line(1);
        line(2);
        finish(0, 0.9f);
        finish(1, confidences);
    }

    private void line(double at) {
        pad.penDown(at, 0);
        pad.penMove(at, 1);
        pad.penUp();
    }

    /** Takes each stroke for a digit, the first for 0. */
    private void finish(int request, float... confidences) {
        var parts = new ArrayList<NumberReader.Part>();
        for (int digit = 0; digit < confidences.length; digit++) {
            var probabilities = new float[10];
            probabilities[digit] = confidences[digit];
            var drawing = new Drawing(List.of(asked.get(request).strokes().get(digit)));
            parts.add(new NumberReader.Part(drawing, new byte[784], new Prediction(probabilities)));
        }
        answers.get(request).complete(parts);
        fxThread.runAll();
    }
}
