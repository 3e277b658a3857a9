package inkbench.desktop.draw.pad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;

import inkbench.ink.Drawing;
import inkbench.ink.InkPoint;
import inkbench.ink.Stroke;

class PadViewModelTest {
    private long nanos = 7_000_000;
    private final PadViewModel viewModel = new PadViewModel(() -> nanos);

    @Test
    void takesStrokesAndClearingBackAndForth() {
        line(0);
        line(1);
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
        line(0);
        viewModel.undo();
        line(1);
        assertThat(viewModel.canRedo().get()).isFalse();
    }

    @Test
    void clearingAnEmptyCanvasIsNothingToUndo() {
        viewModel.clear();
        assertThat(viewModel.canUndo().get()).isFalse();
    }

    @Test
    void undoDropsAStrokeThatIsBeingWritten() {
        line(0);
        viewModel.penDown(5, 5);
        assertThat(viewModel.writing().get()).isTrue();
        viewModel.undo();
        assertThat(viewModel.drawing().strokes()).hasSize(1);
        assertThat(viewModel.writing().get()).isFalse();
    }

    @Test
    void countsTimeFromTheFirstPointAndLeavesOutWhereThePenRests() {
        viewModel.penDown(0, 0);
        nanos += 20_000_000;
        viewModel.penMove(0, 0);
        viewModel.penMove(1, 0);
        viewModel.penUp();
        assertThat(viewModel.drawing().strokes())
                .containsExactly(new Stroke(List.of(new InkPoint(0, 0, 0), new InkPoint(1, 0, 20))));
    }

    @Test
    void erasesWhatTheEraserTouchesUntilItIsLiftedAsOneChange() {
        line(0);
        line(1);
        line(2);
        viewModel.erase(0.5, 0.05, 0.1);
        viewModel.erase(0.5, 0.5, 0.1);
        viewModel.erase(0.5, 1, 0.1);
        assertThat(viewModel.drawing().strokes()).hasSize(1);
        viewModel.eraserUp();
        assertThat(viewModel.drawing().strokes()).hasSize(1);
        viewModel.undo();
        assertThat(viewModel.drawing().strokes()).hasSize(3);
    }

    @Test
    void anEraserThatTouchesNothingChangesNothing() {
        line(0);
        long before = viewModel.changes().get();
        viewModel.erase(0.5, 0.5, 0.1);
        viewModel.eraserUp();
        assertThat(viewModel.changes().get()).isEqualTo(before);
        viewModel.undo();
        assertThat(viewModel.empty().get()).isTrue();
    }

    @Test
    void takesTheLastStrokeAway() {
        line(0);
        line(1);
        viewModel.eraseLast();
        assertThat(viewModel.drawing().strokes()).hasSize(1);
        viewModel.undo();
        assertThat(viewModel.drawing().strokes()).hasSize(2);
    }

    @Test
    void placesAnotherDrawingInTheMiddleAndGoesOnWithItsTime() {
        line(0);
        viewModel.place(
                new Drawing(List.of(new Stroke(List.of(new InkPoint(100, 100, 0), new InkPoint(300, 500, 40))))));
        var stroke = viewModel.drawing().strokes().getFirst().points();
        assertThat(stroke.getFirst().x()).isCloseTo(-0.175, within(1e-9));
        assertThat(stroke.getLast().y()).isCloseTo(0.35, within(1e-9));
        nanos += 10_000_000;
        viewModel.penDown(0, 0);
        assertThat(viewModel.penPath().getFirst().millis()).isCloseTo(50, within(1e-6));
        viewModel.penUp();
        viewModel.undo();
        viewModel.undo();
        assertThat(viewModel.drawing().strokes().getFirst().points().getLast().x()).isEqualTo(1);
    }

    @Test
    void placesADotAndHugeCoordinates() {
        viewModel.place(new Drawing(List.of(new Stroke(List.of(new InkPoint(5, 5, 0))))));
        assertThat(viewModel.drawing().strokes().getFirst().points()).containsExactly(new InkPoint(0, 0, 0));
        viewModel.place(
                new Drawing(
                        List.of(new Stroke(List.of(new InkPoint(-1e308, 0, 0), new InkPoint(1.5e308, 1e308, 0))))));
        assertThat(viewModel.drawing().strokes().getFirst().points().getLast().x()).isCloseTo(0.35, within(1e-9));
    }

    /** From (0, at) to (1, at). */
    private void line(double at) {
        viewModel.penDown(0, at);
        viewModel.penMove(1, at);
        viewModel.penUp();
    }
}
