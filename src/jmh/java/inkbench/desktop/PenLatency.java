package inkbench.desktop;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.data.generator.BuiltInSet;
import inkbench.desktop.draw.answer.AnswerProbe;
import inkbench.ink.Drawing;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * How long it takes from the pen going up to the answer standing in the window, laid out: with nothing else to do, read by the model
 * that comes with the app, and while a convolutional network trains with all processors and reads itself. Points come as often as
 * those of a pen, the last one as it goes up; what counts is when the answer for the whole digit stood there, not for its beginning.
 */
public final class PenLatency {
    private static final int DEFAULT_DIGITS = 300;
    private static final int WARM_UP = 40;
    private static final int SETTLE_MILLIS = 250;
    private static final int CNN = 1;
    private static final int POINTS = 24;
    private static final int POINT_MILLIS = 8;
    private static final int COPIES = 6;
    private static final double NANOS_PER_MILLI = 1e6;
    /** A zero, a one, a two, a seven and a nine as a pen goes, in hundredths of their height. */
    private static final double[][] DIGITS = {
            {48, 0, 22, 8, 5, 35, 3, 62, 14, 88, 35, 100, 58, 90, 70, 62, 68, 32, 56, 8, 42, 1},
            {18, 18, 34, 0, 34, 50, 33, 100},
            {4, 22, 16, 4, 40, 0, 60, 14, 57, 38, 36, 66, 2, 98, 36, 96, 72, 96},
            {2, 8, 30, 6, 64, 2, 46, 46, 30, 100},
            {56, 16, 40, 2, 14, 10, 4, 36, 22, 47, 46, 32, 58, 10, 46, 56, 32, 100}};

    private final TrainingWindow window;
    private final Random random = new Random(1);
    private final Node pad;
    private final List<Shown> shown = Collections.synchronizedList(new ArrayList<>());
    private Drawing last = Drawing.EMPTY;

    /** When the answer for a drawing stood in the window, laid out. */
    private record Shown(Drawing drawing, long nanos) {}

    private PenLatency(TrainingWindow window) throws Exception {
        this.window = window;
        pad = window.onFx(() -> window.lookup("#drawing-pad"));
        window.onFx(() -> {
            var answer = window.<Label>lookup("#answer");
            pad.getScene().addPostLayoutPulseListener(() -> {
                var drawing = AnswerProbe.shownBy(answer);
                if (!drawing.equals(last)) {
                    last = drawing;
                    shown.add(new Shown(drawing, System.nanoTime()));
                }
            });
            return null;
        });
    }

    /** Takes how many digits to draw each time, or nothing. */
    public static void main(String... arguments) throws Exception {
        int digits = arguments.length > 0 ? Integer.parseInt(arguments[0]) : DEFAULT_DIGITS;
        System.setProperty("glass.platform", System.getProperty("glass.platform", "Headless"));
        System.setProperty("prism.order", System.getProperty("prism.order", "sw"));
        System.setProperty("inkbench.home", Files.createTempDirectory("inkbench-benchmark").toString());
        Locale.setDefault(Locale.ENGLISH);
        try (var window = TrainingWindow.open(enlarged(BuiltInSet.load()))) {
            window.show();
            window.place("draw");
            var latency = new PenLatency(window);
            System.out.printf("%-12s %8s %8s %8s %8s  ms%n", "", "median", "p90", "p99", "most");
            latency.draw(WARM_UP);
            print("idle", latency.draw(digits));
            window.place("train");
            var run = window.start(CNN);
            window.place("draw");
            latency.draw(WARM_UP);
            print("cnn trains", latency.draw(digits));
            run.stop();
            window.awaitRest();
        }
    }

    private double[] draw(int digits) throws Exception {
        var millis = new ArrayList<Double>();
        for (int i = 0; i < digits; i++) {
            window.onFx(() -> {
                window.<Button>lookup("#clear").fire();
                return null;
            });
            TimeUnit.MILLISECONDS.sleep(SETTLE_MILLIS / 2 + random.nextInt(SETTLE_MILLIS));
            shown.clear();
            var digit = DIGITS[i % DIGITS.length];
            double left = 60 + random.nextInt(120);
            double top = 40 + random.nextInt(80);
            double height = 200 + random.nextInt(200);
            long up = write(digit, left, top, height);
            TimeUnit.MILLISECONDS.sleep(SETTLE_MILLIS);
            // All shown before was for parts of the digit; newer weights show the same drawing again.
            if (!shown.isEmpty()) {
                millis.add((shown.getLast().nanos() - up) / NANOS_PER_MILLI);
            }
        }
        if (millis.size() < digits) {
            System.out.println((digits - millis.size()) + " of " + digits + " were not answered in time");
        }
        return millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    /**
     * From knot to knot in small steps, as often as a pen tells where it is.
     *
     * @return when the pen went up, in nanoseconds
     */
    private long write(double[] digit, double left, double top, double height) throws InterruptedException {
        int steps = Math.ceilDiv(POINTS, digit.length / 2 - 1);
        Platform.runLater(
                () -> fire(MouseEvent.MOUSE_PRESSED, left + height * digit[0] / 100, top + height * digit[1] / 100));
        for (int i = 2; i < digit.length; i += 2) {
            for (int step = 1; step <= steps; step++) {
                double share = (double) step / steps;
                double x = left + height * (digit[i - 2] + share * (digit[i] - digit[i - 2])) / 100;
                double y = top + height * (digit[i - 1] + share * (digit[i + 1] - digit[i - 1])) / 100;
                TimeUnit.MILLISECONDS.sleep(POINT_MILLIS);
                if (i == digit.length - 2 && step == steps) {
                    long up = System.nanoTime();
                    Platform.runLater(() -> {
                        fire(MouseEvent.MOUSE_DRAGGED, x, y);
                        fire(MouseEvent.MOUSE_RELEASED, x, y);
                    });
                    return up;
                }
                Platform.runLater(() -> fire(MouseEvent.MOUSE_DRAGGED, x, y));
            }
        }
        throw new IllegalStateException("A digit has two points or more");
    }

    private void fire(EventType<MouseEvent> type, double x, double y) {
        boolean down = type != MouseEvent.MOUSE_RELEASED;
        Event.fireEvent(
                pad,
                new MouseEvent(type, x, y, x, y, MouseButton.PRIMARY, 1, false, false, false, false, down, false, false,
                        false, false, true, null));
    }

    private static void print(String what, double[] sorted) {
        System.out.printf(
                "%-12s %8.2f %8.2f %8.2f %8.2f%n",
                what,
                sorted[sorted.length / 2],
                sorted[(int) (0.9 * sorted.length)],
                sorted[(int) (0.99 * sorted.length)],
                Arrays.stream(sorted).max().orElseThrow());
    }

    private static PartedDataset enlarged(PartedDataset set) {
        var first = set.first();
        var places = IntStream.range(0, COPIES * first.size()).map(i -> i % first.size()).toArray();
        var parts = new EnumMap<Part, Dataset>(set.parts());
        parts.put(Part.TRAIN, first.subset(places));
        return new PartedDataset(set.name(), parts);
    }
}
