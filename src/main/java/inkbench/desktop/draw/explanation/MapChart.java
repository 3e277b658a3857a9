package inkbench.desktop.draw.explanation;

import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.IntStream;

import inkbench.desktop.common.Theme;
import inkbench.desktop.common.chart.Chart;
import inkbench.desktop.common.chart.Palette;
import inkbench.desktop.common.chart.surface.Surface;
import inkbench.desktop.common.image.DigitColours;
import inkbench.explain.FeaturePlane;
import inkbench.explain.FeaturePlane.Place;
import inkbench.text.Messages;
import javafx.scene.paint.Color;

/** Images as points in the colours of their classes, each class named in its middle, and the drawing as a mark. */
final class MapChart implements Chart {
    private static final double MARGIN = 14;
    private static final double POINT = 1.8;
    private static final double MARK = 9;
    private static final double LEGEND = 20;
    private static final double LEGEND_STEP = 34;

    private final Messages messages = Messages.of(MapChart.class);
    private final Theme theme;
    private FeaturePlane plane;
    private Place place;
    private int digit;
    private int chosen = -1;

    MapChart(Theme theme) {
        this.theme = theme;
    }

    /** Shows images, and a drawing that is read as a digit; there need not be either. */
    void show(FeaturePlane shown, Place drawing, int read) {
        plane = shown;
        place = drawing;
        digit = read;
        chosen = -1;
    }

    /** Marks an image; −1 for none. */
    void choose(int image) {
        chosen = image;
    }

    /** The image whose point is nearest to a place of the painted chart; −1 if there is none. */
    int nearest(double x, double y, double width, double height) {
        if (plane == null) {
            return -1;
        }
        var scale = scale(width, height);
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < plane.images().size(); i++) {
            double distance = Math.hypot(scale.x(plane.x(i)) - x, scale.y(plane.y(i)) - y);
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    @Override
    public String title() {
        return messages.get("map.title");
    }

    @Override
    public String csv() {
        var csv = new StringBuilder("image,class,x,y\n");
        if (plane != null) {
            for (int i = 0; i < plane.images().size(); i++) {
                int label = plane.images().label(i);
                csv.append(line(Integer.toString(plane.images().sourceIndex(i)), label, plane.x(i), plane.y(i)));
            }
            if (place != null) {
                csv.append(line("drawing", digit, place.x(), place.y()));
            }
        }
        return csv.toString();
    }

    private static String line(String image, int label, double x, double y) {
        return String.format(Locale.ROOT, "%s,%d,%.6g,%.6g\n", image, label, x, y);
    }

    @Override
    public void paint(Surface surface, double width, double height, Palette palette) {
        if (plane == null) {
            return;
        }
        var scale = scale(width, height);
        int size = plane.images().size();
        for (int i = 0; i < size; i++) {
            surface.disc(scale.x(plane.x(i)), scale.y(plane.y(i)), POINT, colour(plane.images().label(i)));
        }
        paintNames(surface, scale, palette);
        paintLegend(surface, width, height, palette);
        if (place != null) {
            double x = scale.x(place.x());
            double y = scale.y(place.y());
            surface.disc(x, y, MARK + 4, palette.surface());
            surface.disc(x, y, MARK + 2, palette.text());
            name(surface, Integer.toString(digit), x, y, palette.surface());
        }
    }

    /** Every class in the middle of its images; of names that would lie on each other, the first. */
    private void paintNames(Surface surface, Scale scale, Palette palette) {
        var taken = new ArrayList<Middle>();
        for (int label = 0; label < plane.images().classCount(); label++) {
            int named = label;
            var own = IntStream.range(0, plane.images().size()).filter(i -> plane.images().label(i) == named).toArray();
            if (own.length > 0) {
                double x = scale.x(IntStream.of(own).mapToDouble(plane::x).average().orElseThrow());
                double y = scale.y(IntStream.of(own).mapToDouble(plane::y).average().orElseThrow());
                var there = new Middle(x, y);
                if (taken.stream().anyMatch(there::isNear)) {
                    continue;
                }
                taken.add(there);
                surface.disc(there.x(), there.y(), MARK, palette.surface());
                name(surface, plane.images().classNames().get(label), there.x(), there.y(), palette.text());
            }
        }
    }

    private record Middle(double x, double y) {
        boolean isNear(Middle other) {
            return Math.hypot(x - other.x, y - other.y) < 2 * MARK;
        }
    }

    private void paintLegend(Surface surface, double width, double height, Palette palette) {
        int classes = plane.images().classCount();
        double step = Math.min(LEGEND_STEP, (width - 2 * MARGIN) / classes);
        for (int label = 0; label < classes; label++) {
            double x = (width - step * classes) / 2 + label * step;
            double y = height - LEGEND / 2;
            surface.disc(x + POINT + 2, y, POINT + 2, colour(label));
            surface.text(
                    plane.images().classNames().get(label),
                    x + 2 * POINT + 8,
                    y,
                    Surface.Horizontal.LEFT,
                    Surface.Vertical.CENTER,
                    Surface.Lettering.LABEL,
                    palette.muted());
        }
    }

    private static void name(Surface surface, String name, double x, double y, Color colour) {
        surface.text(
                name,
                x,
                y,
                Surface.Horizontal.CENTER,
                Surface.Vertical.CENTER,
                Surface.Lettering.TITLE,
                colour);
    }

    @Override
    public void paintOverlay(Surface surface, double width, double height, Palette palette) {
        if (plane != null && chosen >= 0) {
            var scale = scale(width, height);
            double x = scale.x(plane.x(chosen));
            double y = scale.y(plane.y(chosen));
            surface.disc(x, y, POINT + 3, palette.text());
            surface.disc(x, y, POINT + 1.5, colour(plane.images().label(chosen)));
        }
    }

    private Color colour(int label) {
        int rgb = DigitColours.argb(label, theme.dark().get()) & 0xFFFFFF;
        return Color.rgb(rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF);
    }

    /** Both directions have one scale, so that distances can be compared. */
    private record Scale(double middleX, double middleY, double factor, double width, double height) {
        double x(double x) {
            return width / 2 + (x - middleX) * factor;
        }

        double y(double y) {
            return height / 2 - (y - middleY) * factor;
        }
    }

    private Scale scale(double width, double height) {
        var range = IntStream.range(0, plane.images().size());
        var x = range.mapToDouble(plane::x).summaryStatistics();
        var y = IntStream.range(0, plane.images().size()).mapToDouble(plane::y).summaryStatistics();
        if (place != null) {
            x.accept(place.x());
            y.accept(place.y());
        }
        double factor = Math.min(
                (width - 2 * MARGIN) / Math.max(1e-9, x.getMax() - x.getMin()),
                (height - LEGEND - 2 * MARGIN) / Math.max(1e-9, y.getMax() - y.getMin()));
        return new Scale(
                (x.getMin() + x.getMax()) / 2,
                (y.getMin() + y.getMax()) / 2,
                factor,
                width,
                height - LEGEND);
    }
}
