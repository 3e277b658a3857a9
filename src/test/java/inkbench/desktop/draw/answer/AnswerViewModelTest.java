package inkbench.desktop.draw.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import inkbench.app.Reading.DrawingReading;
import inkbench.app.certainty.Verdict;
import inkbench.app.photo.PhotoDigit;
import inkbench.data.format.image.GreyPicture;
import inkbench.data.format.image.ImageSize;
import inkbench.desktop.common.LiveRun;
import inkbench.desktop.common.Session;
import inkbench.desktop.draw.pad.PadViewModel;
import inkbench.ink.Drawing;
import inkbench.ink.Preparation;
import inkbench.model.Activation;
import inkbench.model.Architecture;
import inkbench.model.Architectures;
import inkbench.model.LayerSpec;
import inkbench.model.Model;
import inkbench.model.Prediction;
import inkbench.model.Shape;
import inkbench.model.Weights;
import inkbench.testing.FxQueue;
import inkbench.testing.SampleDigits;
import inkbench.testing.SampleModels;
import inkbench.testing.UncontrolledRun;

class AnswerViewModelTest {
    private final FxQueue fxThread = new FxQueue();
    private final List<Request> requests = new ArrayList<>();
    private final List<byte[]> pictures = new ArrayList<>();
    private final Session session = new Session(fxThread);
    private final PadViewModel pad = new PadViewModel();
    private final AnswerViewModel viewModel = new AnswerViewModel(
            pad, this::read, this::readPicture, session, fxThread);

    @BeforeEach
    void openModel() {
        session.model().set(SampleModels.untrained("cnn"));
    }

    @Test
    void readsWhileThePenMovesWithOneReadingUnderWayAndTheNewestDrawingNext() {
        pad.penDown(0, 0);
        for (int i = 1; i <= 10; i++) {
            pad.penMove(i, i);
        }
        assertThat(requests).hasSize(1);

        answer(0, 3);
        assertThat(viewModel.seen().get().answer().digit()).isEqualTo(3);
        assertThat(requests).hasSize(2);
        assertThat(requests.get(1).drawing.strokes().getFirst().points()).hasSize(11);

        answer(1, 5);
        assertThat(requests).hasSize(2);
        assertThat(viewModel.seen().get().answer().digit()).isEqualTo(5);
    }

    @Test
    void forgetsAnAnswerToADrawingThatIsGone() {
        stroke(0);
        pad.clear();
        answer(0, 3);
        assertThat(viewModel.seen().get()).isNull();
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
    void readsNothingAnewWhenThePenLeavesThePaper() {
        pad.penDown(0, 0);
        answer(0, 3);
        pad.penUp();
        assertThat(requests).hasSize(1);
    }

    @Test
    void readsAgainWhenAStepIsSwitched() {
        stroke(0);
        answer(0, 3);
        viewModel.preparation().set(Preparation.MNIST.withFitted(false));
        assertThat(requests.getLast().preparation.fitted()).isFalse();
    }

    @Test
    void isNotSureOfAnAnswerThatMayBeWrong() {
        stroke(0);
        var probabilities = new float[10];
        probabilities[3] = 0.55f;
        probabilities[8] = 0.4f;
        probabilities[0] = 0.05f;
        requests.getFirst().answer.complete(new DrawingReading(new byte[784], new Prediction(probabilities)));
        fxThread.runAll();
        var answer = viewModel.seen().get().answer();
        assertThat(answer.verdict()).isEqualTo(Verdict.UNSURE);
        assertThat(answer.digit()).isEqualTo(3);
        assertThat(answer.second()).isEqualTo(8);
    }

    @Test
    void readsAPhotoInPlaceOfStrokesUntilSomethingIsDrawn() {
        stroke(0);
        answer(0, 3);
        var pixels = new byte[784];
        pad.place(new PhotoDigit("photo", new GreyPicture(new ImageSize(28, 28), pixels), pixels));
        assertThat(pictures).containsExactly(pixels);
        answer(1, 5);
        assertThat(viewModel.seen().get().answer().digit()).isEqualTo(5);
        pad.undo();
        assertThat(requests.getLast().drawing.strokes()).hasSize(1);
    }

    @Test
    void saysThatAModelForLettersCannotReadDrawings() {
        stroke(0);
        answer(0, 3);
        var architecture = new Architecture("letters", new Shape(28, 28, 1),
                List.of(new LayerSpec.Flatten(), new LayerSpec.Dense(26, Activation.IDENTITY)));
        var weights = new Weights(1, new float[architecture.parameterCount()]);
        session.model().set(new Model("letters", architecture, weights, SampleModels.untrained("cnn").origin()));
        assertThat(viewModel.seen().get()).isNull();
        assertThat(viewModel.source().get()).startsWith("letters can't read drawings: expected ")
                .contains("found 26 classes");
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
        pad.penDown(at, at);
        pad.penUp();
    }

    private CompletableFuture<DrawingReading> read(ReadingNetwork network, Drawing drawing, Preparation preparation) {
        var request = new Request(network.weights(), preparation, drawing, new CompletableFuture<>());
        requests.add(request);
        return request.answer;
    }

    private CompletableFuture<DrawingReading> readPicture(ReadingNetwork network, byte[] pixels) {
        var request = new Request(network.weights(), null, null, new CompletableFuture<>());
        requests.add(request);
        pictures.add(pixels);
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

    private record Request(Weights weights, Preparation preparation, Drawing drawing,
            CompletableFuture<DrawingReading> answer) {}

    private static final class Run extends UncontrolledRun {
        @Override
        public Optional<Weights> latestWeights() {
            return Optional.of(new Weights(1234, new float[Architectures.mlp().parameterCount()]));
        }
    }
}
