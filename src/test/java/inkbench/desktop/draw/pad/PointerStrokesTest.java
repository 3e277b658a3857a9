package inkbench.desktop.draw.pad;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import inkbench.app.strokes.StrokeFile;
import inkbench.ink.Drawing;
import inkbench.ink.InkPoint;
import inkbench.ink.Rasterizer;
import inkbench.testing.FxStage;
import inkbench.testing.TestData;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.TouchEvent;
import javafx.scene.input.TouchPoint;

/** What a pointer draws is what the network sees. */
class PointerStrokesTest {
    private final PadViewModel viewModel = new PadViewModel();
    private DrawingPad pad;
    private Scene scene;

    @BeforeEach
    void open() {
        scene = FxStage.show(() -> {
            pad = new DrawingPad(viewModel);
            return pad;
        }, 900, 700);
    }

    @AfterEach
    void close() {
        FxStage.doFx(() -> scene.getWindow().hide());
    }

    /** So that the window and {@code classify --strokes} can't answer differently. */
    @ParameterizedTest
    @ValueSource(doubles = {30, 150, 600})
    void givesThePictureThatTheFileGivesAtEverySize(double pixels) throws Exception {
        var samples = StrokeFile.read(TestData.folder().resolve("strokes/pendigits_strokes.jsonl"));
        for (int i = 0; i < samples.size(); i += 40) {
            var drawing = samples.get(i).drawing();
            FxStage.doFx(() -> draw(drawing, pixels));
            assertThat(Rasterizer.rasterize(viewModel.drawing())).as(samples.get(i).id())
                    .isEqualTo(Rasterizer.rasterize(drawing));
        }
    }

    private void draw(Drawing drawing, double pixels) {
        viewModel.clear();
        var points = drawing.strokes().stream().flatMap(stroke -> stroke.points().stream()).toList();
        var x = points.stream().mapToDouble(InkPoint::x).summaryStatistics();
        var y = points.stream().mapToDouble(InkPoint::y).summaryStatistics();
        double scale = pixels / Math.max(x.getMax() - x.getMin(), y.getMax() - y.getMin());
        for (var stroke : drawing.strokes()) {
            EventType<MouseEvent> type = MouseEvent.MOUSE_PRESSED;
            for (var point : stroke.points()) {
                mouse(type, 50 + (point.x() - x.getMin()) * scale, 40 + (point.y() - y.getMin()) * scale);
                type = MouseEvent.MOUSE_DRAGGED;
            }
            mouse(MouseEvent.MOUSE_RELEASED, 0, 0);
        }
    }

    private void mouse(EventType<MouseEvent> type, double x, double y) {
        boolean down = type != MouseEvent.MOUSE_RELEASED;
        Event.fireEvent(
                pad,
                new MouseEvent(type, x, y, x, y, MouseButton.PRIMARY, 1, false, false, false, false, down, false, false,
                        false, false, true, null));
    }

    @Test
    void writesWithTheFirstFingerOnly() {
        FxStage.doFx(() -> {
            touch(TouchEvent.TOUCH_PRESSED, 1, 100, 100);
            touch(TouchEvent.TOUCH_MOVED, 1, 150, 100);
            touch(TouchEvent.TOUCH_PRESSED, 2, 400, 400);
            touch(TouchEvent.TOUCH_MOVED, 2, 450, 400);
            touch(TouchEvent.TOUCH_MOVED, 1, 200, 100);
            touch(TouchEvent.TOUCH_RELEASED, 2, 450, 400);
            touch(TouchEvent.TOUCH_RELEASED, 1, 200, 100);
        });
        var strokes = viewModel.drawing().strokes();
        assertThat(strokes).hasSize(1);
        assertThat(strokes.getFirst().points()).hasSize(3);
    }

    private void touch(EventType<TouchEvent> type, int finger, double x, double y) {
        var state = TouchPoint.State.MOVED;
        var point = new TouchPoint(finger, state, x, y, x, y, pad, new PickResult(pad, x, y));
        Event.fireEvent(
                pad,
                new TouchEvent(type, point, List.of(point), 0, false, false, false, false));
    }
}
