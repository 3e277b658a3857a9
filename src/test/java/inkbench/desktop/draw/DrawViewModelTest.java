package inkbench.desktop.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import inkbench.app.Reading.DrawingReading;
import inkbench.desktop.common.LiveRun;
import inkbench.desktop.common.Session;
import inkbench.ink.Drawing;
import inkbench.ink.InkPoint;
import inkbench.model.Architecture;
import inkbench.model.Architectures;
import inkbench.model.Prediction;
import inkbench.model.Weights;
import inkbench.testing.FxQueue;
import inkbench.testing.SampleDigits;
import inkbench.testing.SampleModels;
import inkbench.testing.UncontrolledRun;

class DrawViewModelTest {
    private final FxQueue fxThread = new FxQueue();
    private final List<Request> requests = new ArrayList<>();
    private final Session session = new Session(fxThread);
    private final DrawViewModel viewModel = new DrawViewModel(this::read, session, fxThread);

    @BeforeEach
    void openModel() {
        session.model().set(SampleModels.untrained("cnn"));
    }

    @Test
    void readsWhileThePenMovesWithOneReadingUnderWayAndTheNewestDrawingNext() {
        viewModel.penDown(point(0));
        for (int i = 1; i <= 10; i++) {
            viewModel.penMove(point(i));
        }
        assertThat(requests).hasSize(1);

        answer(0, 3);
        assertThat(viewModel.answer().get().reading().prediction().digit()).isEqualTo(3);
        assertThat(requests).hasSize(2);
        assertThat(requests.get(1).drawing.strokes().getFirst().points()).hasSize(11);

        answer(1, 5);
        assertThat(requests).hasSize(2);
        assertThat(viewModel.answer().get().reading().prediction().digit()).isEqualTo(5);
    }

    @Test
    void forgetsAnAnswerToADrawingThatIsGone() {
        stroke(0);
        viewModel.clear();
        answer(0, 3);
        assertThat(viewModel.answer().get()).isNull();
    }

    @Test
    void takesStrokesAndClearingBackAndForth() {
        stroke(0);
        stroke(1);
        viewModel.clear();
        assertThat(viewModel.empty().get()).isTrue();
        assertThat(viewModel.canUndo().get()).isTrue();

        viewModel.undo();
        assertThat(viewModel.drawing().strokes()).hasSize(2);
        viewModel.undo();
        assertThat(viewModel.drawing().strokes()).hasSize(1);
        viewModel.undo();
        assertThat(viewModel.empty().get()).isTrue();
        assertThat(viewModel.canUndo().get()).isFalse();

        viewModel.redo();
        viewModel.redo();
        assertThat(viewModel.drawing().strokes()).hasSize(2);
        viewModel.redo();
        assertThat(viewModel.empty().get()).isTrue();
        assertThat(viewModel.canRedo().get()).isFalse();
    }

    @Test
    void forgetsWhatWasUndoneOnceSomethingIsDrawn() {
        stroke(0);
        viewModel.undo();
        stroke(1);
        assertThat(viewModel.canRedo().get()).isFalse();
    }

    @Test
    void clearingAnEmptyCanvasIsNothingToUndo() {
        viewModel.clear();
        assertThat(viewModel.canUndo().get()).isFalse();
    }

    @Test
    void undoDropsAStrokeThatIsBeingWritten() {
        stroke(0);
        viewModel.penDown(point(5));
        viewModel.undo();
        assertThat(viewModel.drawing().strokes()).hasSize(1);
    }

    @Test
    void readsAgainWithAnotherModel() {
        stroke(0);
        answer(0, 3);
        session.model().set(SampleModels.untrained("other"));
        assertThat(requests).hasSize(2);
        assertThat(viewModel.source().get()).isEqualTo("other, trained on samples");
    }

    @Test
    void asksTheNewestWeightsOfALiveRun() {
        stroke(0);
        answer(0, 3);
        session.liveRun().set(new LiveRun("cnn", SampleDigits.parted("Samples", 1), new Run()));
        assertThat(requests.getLast().weights.iteration()).isEqualTo(1234);
        assertThat(viewModel.source().get()).isEqualTo("cnn, training, batch 1,234");
        answer(1, 4);
        viewModel.refresh();
        assertThat(requests).hasSize(3);
    }

    @Test
    void waitsForAModelAndReadsWhenItIsThere() {
        session.model().set(null);
        stroke(0);
        assertThat(requests).isEmpty();
        assertThat(viewModel.source().get()).isEqualTo("No model is loaded yet.");
        session.model().set(SampleModels.untrained("cnn"));
        assertThat(requests).hasSize(1);
    }

    @Test
    void tellsOfAFailureOnceHoweverOftenItComes() {
        stroke(0);
        fail(0, "The model is broken.");
        assertThat(session.problem().get()).isEqualTo("The model is broken.");
        session.problem().set(null);
        viewModel.refresh();
        fail(1, "The model is broken.");
        assertThat(session.problem().get()).isNull();
    }

    private void stroke(int at) {
        viewModel.penDown(point(at));
        viewModel.penUp();
    }

    private static InkPoint point(int at) {
        return new InkPoint(at, at, at);
    }

    private CompletableFuture<DrawingReading> read(Architecture architecture, Weights weights, Drawing drawing) {
        var request = new Request(weights, drawing, new CompletableFuture<>());
        requests.add(request);
        return request.answer;
    }

    private void answer(int request, int digit) {
        var probabilities = new float[10];
        probabilities[digit] = 1;
        requests.get(request).answer.complete(new DrawingReading(new byte[784], new Prediction(probabilities)));
        fxThread.runAll();
    }

    private void fail(int request, String message) {
        requests.get(request).answer.completeExceptionally(new IOException(message));
        fxThread.runAll();
    }

    private record Request(Weights weights, Drawing drawing, CompletableFuture<DrawingReading> answer) {}

    private static final class Run extends UncontrolledRun {
        @Override
        public Optional<Weights> latestWeights() {
            return Optional.of(new Weights(1234, new float[Architectures.mlp().parameterCount()]));
        }
    }
}
