package inkbench.desktop.common.chart;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import inkbench.desktop.common.chart.surface.Surface;

/**
 * Places on the horizontal axis of a {@link CurveChart} that are worth a line.
 *
 * @param step
 *            thin lines at all multiples of it, fewer where they would crowd; 0 for none
 * @param events
 *            stronger lines, with a text for whoever points at them
 */
public record CurveMarks(double step, List<Event> events) {
    /** No lines at all. */
    public static final CurveMarks NONE = new CurveMarks(0, List.of());

    private static final double CLOSEST = 24;
    private static final double[] DASH = {0, 3};
    private static final double DASH_STEP = 7;

    public CurveMarks {
        events = List.copyOf(events);
    }

    /** Something that happened at a place. */
    public record Event(double x, String text) {}

    void paint(Surface surface, Frame frame, Palette palette) {
        if (step > 0) {
            paintSteps(surface, frame, palette);
        }
        for (var event : events) {
            if (event.x >= frame.firstX() && event.x <= frame.lastX()) {
                double x = Math.round(frame.x(event.x)) + 0.5;
                for (double y = frame.top(); y < frame.bottom(); y += DASH_STEP) {
                    surface.line(
                            new double[]{x, x},
                            new double[]{y + DASH[0], Math.min(frame.bottom(), y + DASH[1])},
                            palette.second(),
                            1.5);
                }
            }
        }
    }

    private void paintSteps(Surface surface, Frame frame, Palette palette) {
        double apart = step;
        double pixels = frame.width() / (frame.lastX() - frame.firstX());
        for (int i = 0; apart * pixels < CLOSEST; i++) {
            apart *= i % 3 == 1 ? 2.5 : 2;
        }
        for (double x = Math.ceil(frame.firstX() / apart) * apart; x <= frame.lastX(); x += apart) {
            if (x > 0) {
                double at = Math.round(frame.x(x)) + 0.5;
                surface.line(
                        new double[]{at, at},
                        new double[]{frame.top(), frame.bottom()},
                        palette.grid(),
                        1);
            }
        }
    }

    /** What happened nearest to a place, if anything did within a distance. */
    Optional<String> near(double x, double distance) {
        return events.stream()
                .filter(event -> Math.abs(event.x - x) <= distance)
                .min(Comparator.comparingDouble(event -> Math.abs(event.x - x)))
                .map(Event::text);
    }
}
