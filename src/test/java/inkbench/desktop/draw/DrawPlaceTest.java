package inkbench.desktop.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import inkbench.app.picture.PngEncoder;
import inkbench.app.Reading.DrawingReading;
import inkbench.app.Workbench;
import inkbench.desktop.common.Session;
import inkbench.desktop.common.Theme;
import inkbench.desktop.draw.answer.ReadingNetwork;
import inkbench.desktop.draw.number.NumberReader;
import inkbench.ink.Drawing;
import inkbench.ink.InkPoint;
import inkbench.ink.Preparation;
import inkbench.ink.Rasterizer;
import inkbench.ink.Stroke;
import inkbench.model.Prediction;
import inkbench.testing.FxStage;
import inkbench.testing.Pictures;
import inkbench.testing.Pixels;
import inkbench.testing.SampleModels;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

class DrawPlaceTest {
    private final FxRobot robot = new FxRobot();
    private final Session session = new Session();
    private final Theme theme = new Theme();
    private volatile float[] probabilities = {0.002f, 0.01f, 0.008f, 0, 0, 0, 0, 0.96f, 0, 0.02f};
    private final Workbench workbench = new Workbench();
    private final DrawServices services = new DrawServices(
            this::read,
            (network, pixels) -> CompletableFuture
                    .completedFuture(new DrawingReading(pixels, new Prediction(probabilities))),
            (drawing, preparation) -> CompletableFuture.completedFuture(Rasterizer.steps(drawing, preparation)),
            new FakeFiles(),
            new FakeModels(),
            new FakeDigits(),
            this::readStrokesAsDigits,
            new FakeTuner(),
            workbench.explaining(),
            workbench.files());
    private volatile Function<Drawing, float[]> model;
    private volatile List<Stroke> strokes = List.of();
    private Scene scene;

    @BeforeEach
    void open() {
        scene = FxStage.show(() -> {
            session.model().set(SampleModels.untrained("cnn"));
            return (Parent) new DrawPlace(services, session, theme).view();
        }, 1180, 700);
    }

    private CompletableFuture<DrawingReading> read(
            ReadingNetwork network,
            Drawing drawing,
            Preparation preparation) {
        strokes = drawing.strokes();
        var unfitted = new float[]{0.01f, 0.9f, 0, 0, 0, 0, 0, 0.09f, 0, 0};
        var fitted = model == null ? probabilities : model.apply(drawing);
        var answer = new Prediction(preparation.fitted() ? fitted : unfitted);
        return CompletableFuture
                .completedFuture(new DrawingReading(Rasterizer.rasterize(drawing, preparation), answer));
    }

    /** Takes what is higher than wide for a 7, what is wider for a 2, and dots for a 0; unsure in between. */
    private static float[] byHeight(Drawing drawing) {
        var points = drawing.strokes().stream().flatMap(stroke -> stroke.points().stream()).toList();
        var x = points.stream().mapToDouble(InkPoint::x).summaryStatistics();
        var y = points.stream().mapToDouble(InkPoint::y).summaryStatistics();
        double width = x.getMax() - x.getMin();
        double height = y.getMax() - y.getMin();
        var probabilities = new float[10];
        float high = (float) Math.clamp(height / Math.max(width + height, 1e-9), 0, 1);
        float dot = (float) Math.clamp(1 - 8 * (width + height), 0, 1);
        probabilities[0] = dot;
        probabilities[7] = (1 - dot) * high;
        probabilities[2] = (1 - dot) * (1 - high);
        return probabilities;
    }

    @AfterEach
    void close() {
        FxStage.doFx(() -> scene.getWindow().hide());
        workbench.close();
    }

    @Test
    void readsWhatIsDrawnWithTheMouse() {
        Pictures.take(scene, "draw-empty");
        drag(0.3, 0.2, 0.5, 0.19, 0.7, 0.2, 0.6, 0.4, 0.5, 0.6, 0.45, 0.85);

        assertThat(label("#answer")).isEqualTo("7 — 96%");
        assertThat(strokes).hasSize(1);
        assertThat(strokes.getFirst().points()).hasSizeGreaterThan(5);
        Pictures.take(scene, "draw-light");
        Pictures.take(scene, "draw-light-200", 2);
        FxStage.dark(theme, true);
        Pictures.take(scene, "draw-dark");
        FxStage.dark(theme, false);
    }

    @Test
    void takesStrokesBackAndForthWithKeys() {
        drag(0.3, 0.2, 0.7, 0.2);
        drag(0.7, 0.2, 0.45, 0.85);
        assertThat(strokes).hasSize(2);
        robot.press(KeyCode.SHORTCUT, KeyCode.Z).release(KeyCode.Z, KeyCode.SHORTCUT);
        FxStage.settle();
        assertThat(strokes).hasSize(1);
        robot.press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.Z).release(KeyCode.Z, KeyCode.SHIFT, KeyCode.SHORTCUT);
        FxStage.settle();
        assertThat(strokes).hasSize(2);

        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        FxStage.settle();
        assertThat(label("#answer")).isEqualTo("–");
        assertThat(lookup("#clear").isDisabled()).isTrue();
        robot.clickOn(lookup("#undo"));
        FxStage.settle();
        assertThat(label("#answer")).isEqualTo("7 — 96%");
    }

    @Test
    void showsInkOnPaperWhereThePenWas() {
        var before = picture();
        drag(0.3, 0.2, 0.5, 0.5, 0.7, 0.8);
        var after = picture();
        assertThat(Pixels.different(before, after)).isGreaterThan(2000);
        robot.clickOn(lookup("#invert"));
        FxStage.settle();
        Pictures.take(scene, "draw-inverted");
        assertThat(Pixels.different(after, picture())).isGreaterThan(100_000);
    }

    @Test
    void saysThatItIsNotSure() {
        probabilities = new float[]{0.01f, 0.38f, 0.02f, 0.01f, 0.01f, 0.01f, 0.01f, 0.52f, 0.01f, 0.02f};
        drag(0.45, 0.3, 0.55, 0.2, 0.55, 0.85);
        assertThat(label("#answer")).isEqualTo("7? — 52%");
        assertThat(label("#answer-remark")).isEqualTo("Not sure: it may be 7 or 1.");
        both("draw-unsure");
    }

    @Test
    void saysThatItIsNoDigit() {
        probabilities = new float[]{0.08f, 0.1f, 0.1f, 0.1f, 0.2f, 0.08f, 0.08f, 0.08f, 0.09f, 0.09f};
        drag(0.3, 0.85, 0.5, 0.15, 0.7, 0.85);
        drag(0.38, 0.6, 0.62, 0.6);
        assertThat(label("#answer")).isEqualTo("Not a digit");
        assertThat(label("#answer-remark"))
                .isEqualTo("Unlike all that the network has learned; of the digits, 4 is nearest.");
        both("draw-not-a-digit");
    }

    @Test
    void showsTheStepsAndWhatEachDoesToTheAnswer() {
        drag(0.3, 0.2, 0.5, 0.19, 0.7, 0.2, 0.6, 0.4, 0.5, 0.6, 0.45, 0.75);
        assertThat(label("#effect-FIT")).isEqualTo("without: 1 — 90%");
        assertThat(label("#effect-CENTRE")).isEqualTo("without: 7 — 96%");
        assertThat(label("#effect-UPRIGHT")).isEqualTo("with: 7 — 96%");
        robot.clickOn(lookup("#step-FIT"));
        FxStage.settle();
        assertThat(label("#answer")).isEqualTo("1 — 90%");
        assertThat(label("#effect-FIT")).isEqualTo("with: 7 — 96%");
        both("draw-steps");
        robot.clickOn(lookup("#strip-reset"));
        FxStage.settle();
        assertThat(label("#answer")).isEqualTo("7 — 96%");
    }

    @Test
    void readsWithSeveralModelsSideBySide() {
        robot.clickOn(lookup("#panel-models"));
        drag(0.3, 0.2, 0.7, 0.2, 0.45, 0.75);
        FxStage.doFx(() -> ((MenuButton) scene.lookup("#models-add")).getItems().getFirst().fire());
        FxStage.settle();
        var texts = texts("#models");
        assertThat(texts).contains("cnn", "7", "96%", "shipped");
        both("draw-models");
    }

    @Test
    void replaysTheDrawingWithTheProbabilitiesAlongIt() {
        model = DrawPlaceTest::byHeight;
        robot.clickOn(lookup("#panel-replay"));
        drag(0.3, 0.2, 0.5, 0.19, 0.7, 0.2, 0.6, 0.4, 0.5, 0.6, 0.45, 0.75);
        assertThat(label("#replay-answer")).startsWith("7");
        both("draw-replay");
        robot.clickOn(lookup("#replay-slider"));
        keys(KeyCode.HOME);
        assertThat(texts("#replay").get(1)).startsWith("after 1 of ");
        assertThat(label("#replay-answer")).startsWith("0");
        keys(KeyCode.RIGHT);
        assertThat(texts("#replay").get(1)).startsWith("after 2 of ");
    }

    @Test
    void showsWhereTheAnswerFlipsAsTheDrawingIsBent() {
        model = DrawPlaceTest::byHeight;
        robot.clickOn(lookup("#panel-handles"));
        drag(0.3, 0.2, 0.5, 0.19, 0.7, 0.2, 0.6, 0.4, 0.5, 0.6, 0.45, 0.75);
        assertThat(label("#handles-answer")).startsWith("7");
        assertThat(label("#handle-value-SIZE")).startsWith("20 px · ");
        FxStage.doFx(() -> ((Slider) scene.lookup("#handle-ROTATION")).setValue(80));
        assertThat(label("#handles-answer")).startsWith("2");
        assertThat(label("#handle-value-ROTATION")).startsWith("80° · flips at ");
        both("draw-handles");
        robot.clickOn(lookup("#handles-reset"));
        FxStage.settle();
        assertThat(label("#handles-answer")).startsWith("7");
    }

    @Test
    void keepsADrawingUnderTheDigitThatIsPressed() {
        robot.clickOn(lookup("#panel-handwriting"));
        drag(0.3, 0.2, 0.5, 0.19, 0.7, 0.2, 0.45, 0.75);
        assertThat(label("#answer-note")).isEqualTo("Not right? Press 0–9 to teach.");
        keys(KeyCode.DIGIT1);
        assertThat(label("#answer-note")).startsWith("Kept among your digits as 1.");
        robot.clickOn(lookup("#teach-7"));
        FxStage.settle();
        assertThat(label("#handwriting-prompt")).isEqualTo("One of your digits is kept.");
        keys(KeyCode.ESCAPE);
        drag(0.5, 0.2, 0.3, 0.5, 0.7, 0.5);
        keys(KeyCode.NUMPAD4);
        assertThat(label("#handwriting-prompt")).isEqualTo("2 of your digits are kept.");
        robot.clickOn(lookup("#collect"));
        FxStage.settle();
        assertThat(label("#handwriting-prompt")).isEqualTo("Write a 0. Round 1 of 5.");
        drag(0.5, 0.2, 0.3, 0.5, 0.5, 0.8, 0.7, 0.5, 0.5, 0.2);
        keys(KeyCode.ENTER);
        assertThat(label("#handwriting-prompt")).isEqualTo("Write a 1. Round 1 of 5.");
        assertThat(label("#answer")).isEqualTo("–");
        drag(0.5, 0.2, 0.5, 0.8);
        both("draw-handwriting");
        robot.clickOn(lookup("#handwriting-data"));
        FxStage.settle();
        assertThat(session.data().get().name()).isEqualTo("My digits");
        assertThat(session.place().get()).isEqualTo("data");
        assertThat(texts("#handwriting-list")).containsSubsequence("0", "read as 7 by cnn", "4", "7",
                "read right by cnn");
    }

    @Test
    void readsAPhotoThatIsPasted(@TempDir Path folder) throws Exception {
        drag(0.3, 0.2, 0.7, 0.2, 0.45, 0.75);
        var file = Files.write(folder.resolve("photo.png"), photo(300, 400));
        FxStage.doFx(() -> {
            var content = new ClipboardContent();
            content.putFiles(List.of(file.toFile()));
            Clipboard.getSystemClipboard().setContent(content);
        });
        probabilities = new float[]{0, 0.9f, 0.01f, 0.01f, 0.01f, 0.01f, 0.01f, 0.03f, 0.01f, 0.01f};
        keys(KeyCode.SHORTCUT, KeyCode.V);
        FxStage.settle();
        assertThat(label("#answer")).isEqualTo("1 — 90%");
        both("draw-photo");
        keys(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(strokes).hasSize(1);
    }

    /** A dark bar on paper that gets darker to the right. */
    private static byte[] photo(int width, int height) {
        var colours = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean ink = Math.abs(x - (180 - y * 0.15)) < 9 && y > 90 && y < 310;
                colours[y * width + x] = 0xFF000000 | (ink ? 60 : 230 - x / 4) * 0x010101;
            }
        }
        return PngEncoder.encode(width, height, colours);
    }

    /** Each stroke is a digit: 7, 1, 7, … the second ones doubtful. */
    private CompletableFuture<List<NumberReader.Part>> readStrokesAsDigits(ReadingNetwork network, Drawing drawing) {
        var parts = new ArrayList<NumberReader.Part>();
        for (var stroke : drawing.strokes()) {
            var digit = new Drawing(List.of(stroke));
            var doubtful = new float[]{0.01f, 0.6f, 0.01f, 0.01f, 0.31f, 0.01f, 0.01f, 0.02f, 0.01f, 0.01f};
            var answer = new Prediction(parts.size() % 2 == 0 ? probabilities : doubtful);
            parts.add(new NumberReader.Part(digit, Rasterizer.rasterize(digit), answer));
        }
        return CompletableFuture.completedFuture(List.copyOf(parts));
    }

    @Test
    void readsANumberInBoxesThatCanBeCorrected() {
        robot.clickOn(lookup("#panel-number"));
        drag(0.15, 0.3, 0.3, 0.3, 0.2, 0.7);
        drag(0.5, 0.3, 0.45, 0.5, 0.55, 0.5, 0.55, 0.4, 0.55, 0.7);
        drag(0.7, 0.3, 0.85, 0.3, 0.75, 0.7);
        assertThat(label("#number-figures")).isEqualTo("717");
        assertThat(label("#number-remark")).startsWith("3 digits, only 55% sure of all.");
        robot.clickOn(lookup("#number-tag-1"));
        FxStage.settle();
        both("draw-number");
        keys(KeyCode.DIGIT4);
        assertThat(label("#number-figures")).isEqualTo("747");
        assertThat(label("#number-remark")).startsWith("3 digits, 92% sure of all.");
        robot.clickOn(lookup("#number-digit-0"));
        robot.clickOn(lookup("#number-key-1"));
        FxStage.settle();
        assertThat(label("#number-figures")).isEqualTo("147");
        drag(0.92, 0.3, 0.92, 0.7);
        assertThat(label("#number-figures")).isEqualTo("1471");
    }

    @Test
    void erasesTheStrokesThatTheEraserTouchesAsOneChange() {
        drag(0.3, 0.2, 0.7, 0.2);
        drag(0.3, 0.4, 0.7, 0.4);
        drag(0.3, 0.8, 0.7, 0.8);
        robot.clickOn(lookup("#tool-eraser"));
        drag(0.5, 0.1, 0.5, 0.5);
        assertThat(strokes).hasSize(1);
        Pictures.take(scene, "draw-eraser");
        keys(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(strokes).hasSize(3);
    }

    @Test
    void drawsADotWithAClick() {
        drag(0.5, 0.5);
        assertThat(strokes).hasSize(1);
        assertThat(strokes.getFirst().points()).hasSize(1);
    }

    @Test
    void drawsAndErasesWithKeysAlone() {
        FxStage.doFx(() -> scene.lookup("#drawing-pad").requestFocus());
        keys(KeyCode.UP);
        keys(KeyCode.SPACE);
        for (int i = 0; i < 5; i++) {
            keys(KeyCode.DOWN);
        }
        keys(KeyCode.SPACE);
        keys(KeyCode.RIGHT);
        assertThat(strokes).hasSize(1);
        assertThat(strokes.getFirst().points()).hasSize(6);
        Pictures.take(scene, "draw-keys");
        keys(KeyCode.E);
        keys(KeyCode.LEFT);
        keys(KeyCode.SPACE);
        keys(KeyCode.SPACE);
        assertThat(label("#answer")).isEqualTo("–");
    }

    @Test
    void copiesADrawingAndPastesIt() throws Exception {
        drag(0.3, 0.2, 0.5, 0.19, 0.7, 0.2, 0.45, 0.85);
        var before = Rasterizer.rasterize(new Drawing(strokes));
        keys(KeyCode.SHORTCUT, KeyCode.C);
        assertThat(FxStage.onFx(() -> Clipboard.getSystemClipboard().getString()))
                .startsWith("{\"id\":\"drawing\",\"strokes\":[[[");
        keys(KeyCode.ESCAPE);
        keys(KeyCode.SHORTCUT, KeyCode.V);
        FxStage.settle();
        assertThat(Rasterizer.rasterize(new Drawing(strokes))).isEqualTo(before);
        keys(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.C);
        assertThat(FxStage.onFx(() -> Clipboard.getSystemClipboard().getString())).startsWith("<svg");
    }

    private List<String> texts(String id) {
        return FxStage.onFx(
                () -> scene.lookup(id)
                        .lookupAll(".label")
                        .stream()
                        .map(label -> ((Label) label).getText())
                        .toList());
    }

    private void keys(KeyCode... keys) {
        robot.press(keys);
        for (int i = keys.length - 1; i >= 0; i--) {
            robot.release(keys[i]);
        }
        FxStage.settle();
    }

    private void both(String name) {
        Pictures.take(scene, name + "-light");
        FxStage.dark(theme, true);
        Pictures.take(scene, name + "-dark");
        FxStage.dark(theme, false);
    }

    private WritableImage picture() {
        return FxStage.onFx(() -> scene.lookup("#drawing-pad").snapshot(null, null));
    }

    private Node lookup(String id) {
        return FxStage.onFx(() -> scene.lookup(id));
    }

    private String label(String id) {
        return FxStage.onFx(() -> ((Label) scene.lookup(id)).getText());
    }

    private void drag(double... shares) {
        var pad = lookup("#drawing-pad");
        Bounds bounds = FxStage.onFx(() -> pad.localToScreen(pad.getBoundsInLocal()));
        robot.moveTo(at(bounds, shares[0], shares[1]));
        robot.press(MouseButton.PRIMARY);
        for (int i = 2; i < shares.length; i += 2) {
            robot.moveTo(at(bounds, shares[i], shares[i + 1]));
        }
        robot.release(MouseButton.PRIMARY);
        FxStage.settle();
    }

    private static Point2D at(Bounds bounds, double x, double y) {
        return new Point2D(bounds.getMinX() + x * bounds.getWidth(), bounds.getMinY() + y * bounds.getHeight());
    }
}
