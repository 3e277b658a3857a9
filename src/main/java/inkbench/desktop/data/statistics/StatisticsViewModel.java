package inkbench.desktop.data.statistics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import inkbench.app.browse.Browsing;
import inkbench.app.browse.ImageCollection;
import inkbench.app.browse.ImageFilter;
import inkbench.app.browse.ImageSelection;
import inkbench.data.Dataset;
import inkbench.data.PartedDataset;
import inkbench.desktop.common.Session;
import inkbench.desktop.data.selection.ImagesViewModel;
import inkbench.statistics.PixelStatistic;
import inkbench.statistics.PixelStatistics;
import inkbench.statistics.StatisticsFiles;
import inkbench.task.Job;
import inkbench.text.Messages;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What the images that are looked at have in common, pixel by pixel. Only for the FX thread. */
final class StatisticsViewModel {
    /** So many filters' statistics are kept, some 100 kB each, to come back to without counting again. */
    private static final int KEPT = 16;
    /** The pair that is confused most often in every study of MNIST, to begin with. */
    private static final int FIRST = 4;
    private static final int SECOND = 9;

    private final Browsing browsing;
    private final Session session;
    private final ImagesViewModel images;
    private final Messages messages = Messages.of(StatisticsViewModel.class);
    private final ReadOnlyObjectWrapper<PixelStatistics> statistics = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Sheet> sheet = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<StatisticsView> view = new SimpleObjectProperty<>(StatisticsView.OVERVIEW);
    private final IntegerProperty first = new SimpleIntegerProperty(FIRST);
    private final IntegerProperty second = new SimpleIntegerProperty(SECOND);
    private final Map<ImageFilter, PixelStatistics> known = new LinkedHashMap<>();
    private PartedDataset knownOf;
    private ImageCollection countedOf;
    private ImageFilter countedBy;
    private Job<PixelStatistics> counting;

    StatisticsViewModel(Browsing browsing, Session session, ImagesViewModel images) {
        this.browsing = browsing;
        this.session = session;
        this.images = images;
        arrange();
        images.shown().subscribe(this::follow);
        view.subscribe((before, now) -> arrange());
        first.subscribe((before, now) -> arrange());
        second.subscribe((before, now) -> arrange());
    }

    /** Of the images that are looked at; null until they are counted. */
    ReadOnlyObjectProperty<PixelStatistics> statistics() {
        return statistics.getReadOnlyProperty();
    }

    /** The pictures to show, blank ones until they are counted. */
    ReadOnlyObjectProperty<Sheet> sheet() {
        return sheet.getReadOnlyProperty();
    }

    /** Which statistics are on the sheet. */
    ObjectProperty<StatisticsView> view() {
        return view;
    }

    /** Of the difference: the class that is subtracted from. */
    IntegerProperty first() {
        return first;
    }

    /** Of the difference: the class that is subtracted. */
    IntegerProperty second() {
        return second;
    }

    /** The classes there are; none for images without labels. */
    List<String> classes() {
        var all = images.collection().get();
        return all == null ? Dataset.DIGITS : all.labelled() ? all.classNames() : List.of();
    }

    /** Width of the pictures in pixels. */
    int width() {
        return images.collection().get() == null ? 28 : images.collection().get().width();
    }

    /** Height of the pictures in pixels. */
    int height() {
        return images.collection().get() == null ? 28 : images.collection().get().height();
    }

    /** One pixel of one picture in words. */
    String describe(int row, int column, int pixel) {
        var picture = sheet.get().rows().get(row).get(column);
        var counted = statistics.get();
        int x = pixel % counted.width();
        int y = pixel / counted.width();
        if (picture.signed()) {
            return messages.get(
                    "pixel.difference",
                    x,
                    y,
                    classes().get(first.get()),
                    counted.values(PixelStatistic.MEAN, first.get())[pixel],
                    classes().get(second.get()),
                    counted.values(PixelStatistic.MEAN, second.get())[pixel],
                    picture.values()[pixel]);
        }
        return messages.get(
                "pixel",
                x,
                y,
                words().of(picture.label()),
                value(PixelStatistic.MEAN, picture.label(), pixel),
                value(PixelStatistic.MEDIAN, picture.label(), pixel),
                value(PixelStatistic.STANDARD_DEVIATION, picture.label(), pixel),
                value(PixelStatistic.MINIMUM, picture.label(), pixel),
                value(PixelStatistic.MAXIMUM, picture.label(), pixel),
                value(PixelStatistic.ENTROPY, picture.label(), pixel));
    }

    /** The statistics as CSV, to be made on any thread. */
    Callable<String> csv() {
        var counted = statistics.get();
        return () -> counted == null ? "" : StatisticsFiles.toCsv(StatisticsFiles.toTable(counted));
    }

    private double value(PixelStatistic statistic, int label, int pixel) {
        var counted = statistics.get();
        return (label == Sheet.TOGETHER ? counted.values(statistic) : counted.values(statistic, label))[pixel];
    }

    private void follow(ImageSelection shown) {
        var collection = shown == null ? null : shown.collection();
        var filter = images.filter().get();
        boolean same = collection == countedOf && filter.equals(countedBy);
        countedOf = collection;
        countedBy = filter;
        if (same && shown != null) {
            return;
        }
        if (counting != null) {
            counting.cancel();
            counting = null;
        }
        var set = collection == null ? null : collection.set();
        if (set != knownOf) {
            known.clear();
            knownOf = set;
            take(null);
        }
        if (!filter.equals(filter.withoutAnswers())) {
            count(shown, filter);
        } else if (known.containsKey(filter)) {
            take(known.get(filter));
        } else if (shown != null) {
            count(shown, filter);
        }
    }

    private void count(ImageSelection shown, ImageFilter filter) {
        var job = browsing.statistics(knownOf.name(), shown);
        counting = job;
        session.watch(job, counted -> {
            if (job == counting) {
                keep(filter, counted);
                take(counted);
            }
        });
    }

    /** What a model answered may be another answer tomorrow; everything else of a set stays as it is. */
    private void keep(ImageFilter filter, PixelStatistics counted) {
        if (filter.equals(filter.withoutAnswers())) {
            if (known.size() == KEPT) {
                known.remove(known.keySet().iterator().next());
            }
            known.put(filter, counted);
        }
    }

    private void take(PixelStatistics counted) {
        statistics.set(counted);
        arrange();
    }

    private Sheet.Words words() {
        return new Sheet.Words(messages.get("together"), classes());
    }

    private void arrange() {
        int classes = classes().size();
        if (first.get() >= classes || second.get() >= classes) {
            first.set(0);
            second.set(Math.max(0, Math.min(1, classes - 1)));
        }
        var words = words();
        var shown = view.get() == StatisticsView.DIFFERENCE && classes == 0 ? StatisticsView.OVERVIEW : view.get();
        sheet.set(switch (shown) {
            case OVERVIEW -> Sheet.overview(
                    shown.statistics().stream().map(statistic -> messages.get("row." + statistic.name())).toList(),
                    shown.statistics(),
                    words,
                    statistics.get());
            case DIFFERENCE -> Sheet.difference(
                    first.get(),
                    second.get(),
                    messages.get("difference", words.of(first.get()), words.of(second.get())),
                    words,
                    statistics.get());
            default -> Sheet.single(shown.only().orElseThrow(), words, statistics.get());
        });
    }
}
