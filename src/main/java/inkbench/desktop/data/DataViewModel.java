package inkbench.desktop.data;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import inkbench.app.DataLibrary;
import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.desktop.common.Session;
import inkbench.statistics.PixelStatistic;
import inkbench.statistics.PixelStatistics;
import inkbench.task.Job;
import inkbench.text.Messages;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Which part and which digits of the open set are looked at, and what is known of them. Only for the FX thread. */
final class DataViewModel {
    /** No filter: every label. */
    static final int ALL = -1;
    /** The largest pixel value. */
    static final double LARGEST_VALUE = 255;
    /** Half the range: values that are 0 and 255 in equal parts deviate that much. */
    static final double LARGEST_DEVIATION = 128;

    private final DataLibrary library;
    private final Session session;
    private final Messages messages = Messages.of(DataViewModel.class);
    private final ObjectProperty<Part> part = new SimpleObjectProperty<>();
    private final IntegerProperty label = new SimpleIntegerProperty(ALL);
    private final ReadOnlyObjectWrapper<Dataset> whole = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Dataset> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<PixelStatistics> statistics = new ReadOnlyObjectWrapper<>();
    private final Map<Part, PixelStatistics> known = new EnumMap<>(Part.class);
    private Job<PixelStatistics> counting;
    private int[][] placesByLabel = {};

    DataViewModel(DataLibrary library, Session session) {
        this.library = library;
        this.session = session;
        session.data().subscribe(set -> {
            known.clear();
            part.set(null);
            part.set(set == null ? null : set.parts().keySet().iterator().next());
        });
        part.subscribe(this::showPart);
        label.subscribe(this::filter);
    }

    /** The part that is looked at; null while no set is open. */
    ObjectProperty<Part> part() {
        return part;
    }

    /** The parts there are to look at. */
    List<Part> parts() {
        var set = session.data().get();
        return set == null ? List.of() : List.copyOf(set.parts().keySet());
    }

    /** The label whose images are shown, or {@link #ALL}. */
    IntegerProperty label() {
        return label;
    }

    /** All images of the part. */
    ReadOnlyObjectProperty<Dataset> whole() {
        return whole.getReadOnlyProperty();
    }

    /** The images of the part that pass the filter. */
    ReadOnlyObjectProperty<Dataset> shown() {
        return shown.getReadOnlyProperty();
    }

    /** Of the part; null until it is counted, and for images without labels. */
    ReadOnlyObjectProperty<PixelStatistics> statistics() {
        return statistics.getReadOnlyProperty();
    }

    /** Filters by a label, or shows all where that label was filtered by already. */
    void toggleLabel(int wanted) {
        label.set(label.get() == wanted ? ALL : wanted);
    }

    /** Images of a label in the part. */
    int count(int ofLabel) {
        return ofLabel < placesByLabel.length ? placesByLabel[ofLabel].length : 0;
    }

    /** Share of a label in the part, 0…1. */
    double share(int ofLabel) {
        int all = whole.get() == null ? 0 : whole.get().size();
        return all == 0 ? 0 : (double) count(ofLabel) / all;
    }

    /** How many images are shown out of how many. */
    String countText() {
        var all = whole.get();
        if (all == null) {
            return "";
        }
        return label.get() == ALL
                ? messages.get("images.count", all.size())
                : messages.get("images.count.filtered", shown.get().size(), all.size());
    }

    /** One of the shown images in words. */
    String describe(int index) {
        var images = shown.get();
        int number = images.sourceIndex(index);
        return images.labelled()
                ? messages.get("image.labelled", number, images.classNames().get(images.label(index)))
                : messages.get("image", number);
    }

    /** One pixel of one of the shown images in words. */
    String describePixel(int index, int pixel) {
        var images = shown.get();
        int x = pixel % images.width();
        int y = pixel / images.width();
        return messages.get("image.pixel", x, y, images.pixel(index, x, y));
    }

    /** What is known of one pixel of one label, in words. */
    String describeStatistics(int ofLabel, int pixel) {
        var counted = statistics.get();
        return messages.get(
                "statistics.pixel",
                pixel % counted.width(),
                pixel / counted.width(),
                whole.get().classNames().get(ofLabel),
                counted.values(PixelStatistic.MEAN, ofLabel)[pixel],
                counted.values(PixelStatistic.MEDIAN, ofLabel)[pixel],
                counted.values(PixelStatistic.STANDARD_DEVIATION, ofLabel)[pixel]);
    }

    /** The distribution as CSV, in the fixed form of files. */
    String distributionCsv() {
        var text = new StringBuilder("label,count,share\n");
        var names = whole.get().classNames();
        IntStream.range(0, placesByLabel.length)
                .forEach(c -> text.append(names.get(c) + "," + count(c) + "," + share(c) + "\n"));
        return text.toString();
    }

    /** The statistics as CSV: a row for each statistic and label, a column for each pixel. */
    String statisticsCsv() {
        var counted = statistics.get();
        int pixels = counted.width() * counted.height();
        var text = new StringBuilder("statistic,label");
        IntStream.range(0, pixels).forEach(pixel -> text.append(",pixel" + pixel));
        text.append('\n');
        for (var statistic : PixelStatistic.values()) {
            for (int c = 0; c < whole.get().classCount(); c++) {
                text.append(statistic.name().toLowerCase(Locale.ROOT) + "," + whole.get().classNames().get(c));
                for (double value : counted.values(statistic, c)) {
                    text.append(',').append(value);
                }
                text.append('\n');
            }
        }
        return text.toString();
    }

    private void showPart(Part chosen) {
        if (counting != null) {
            counting.cancel();
            counting = null;
        }
        var set = session.data().get();
        if (set == null || chosen == null) {
            placesByLabel = new int[0][];
            statistics.set(null);
            whole.set(null);
            label.set(ALL);
            shown.set(null);
            return;
        }
        var images = set.part(chosen).orElseThrow();
        placesByLabel = images.labelled() ? images.indicesByClass() : new int[0][];
        statistics.set(known.get(chosen));
        whole.set(images);
        filter();
        if (images.labelled() && statistics.get() == null) {
            count(images, chosen);
        }
    }

    private void count(Dataset images, Part of) {
        var job = library.statistics(images);
        counting = job;
        session.watch(job, counted -> {
            if (job == counting) {
                known.put(of, counted);
                statistics.set(counted);
            }
        });
    }

    private void filter() {
        var images = whole.get();
        if (images == null) {
            return;
        }
        boolean all = label.get() == ALL || label.get() >= placesByLabel.length;
        shown.set(all ? images : images.subset(placesByLabel[label.get()]));
    }
}
