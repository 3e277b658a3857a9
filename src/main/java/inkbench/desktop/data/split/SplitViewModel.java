package inkbench.desktop.data.split;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import inkbench.app.DataSplits;
import inkbench.app.DataSplits.Cut;
import inkbench.app.DataSplits.Source;
import inkbench.data.DataException;
import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.data.split.SplitPlan;
import inkbench.data.split.SplitPlan.By;
import inkbench.data.Writers;
import inkbench.data.format.csv.WritersFile;
import inkbench.desktop.common.Session;
import inkbench.desktop.data.selection.ImagesViewModel;
import inkbench.statistics.SizeTable;
import inkbench.statistics.StatisticsFiles;
import inkbench.text.Messages;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * How a user wants the open set to be cut, and how large the parts get. The set is cut in the background at every change, so
 * that what is shown is what one gets. Only for the FX thread.
 */
final class SplitViewModel {
    private static final int WHOLE = 100;

    private final DataSplits splits;
    private final Session session;
    private final ImagesViewModel images;
    private final OpenSplit open;
    private final PartedDataset own;
    private final List<Source> sources;
    private final Messages messages = Messages.of(SplitViewModel.class);
    private final ObjectProperty<Source> source = new SimpleObjectProperty<>();
    private final ObjectProperty<By> by = new SimpleObjectProperty<>(By.CLASS);
    private final ObjectProperty<Percentages> shares = new SimpleObjectProperty<>(Percentages.USUAL);
    private final IntegerProperty use = new SimpleIntegerProperty(WHOLE);
    private final StringProperty seed = new SimpleStringProperty("1");
    private final BooleanProperty firstLines = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Path> file = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Cut> preview = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private WritersFile.Content content;
    private boolean changedMeanwhile;

    /**
     * Begins with how the set is cut now, or with the walkthrough's shares.
     *
     * @throws IllegalStateException
     *             if nothing is open that can be cut
     */
    SplitViewModel(DataSplits splits, Session session, ImagesViewModel images, OpenSplit open) {
        this.splits = splits;
        this.session = session;
        this.images = images;
        this.open = open;
        own = open.own();
        sources = own == null ? List.of() : splits.sources(own);
        if (sources.isEmpty()) {
            throw new IllegalStateException("There is nothing to split");
        }
        source.set(sources.getFirst());
        beginWith(open.cut().get());
        keepFixed();
        source.subscribe((before, now) -> {
            forgetWriters();
            keepFixed();
        });
        source.subscribe((before, now) -> cut());
        by.subscribe((before, now) -> cut());
        shares.subscribe((before, now) -> cut());
        use.subscribe((before, now) -> cut());
        seed.subscribe((before, now) -> cut());
        firstLines.subscribe((before, now) -> cut());
        cut();
    }

    private void beginWith(Cut now) {
        if (now == null) {
            return;
        }
        source.set(now.source());
        by.set(now.plan().by());
        int test = percent(now.plan().shares().test());
        int holdout = percent(now.plan().shares().holdout());
        shares.set(new Percentages(WHOLE - test - holdout, test, holdout));
        use.set(percent(now.plan().use()));
        seed.set(Long.toString(now.plan().seed()));
    }

    /** Whether it is this set that is cut. */
    boolean isOf(PartedDataset set) {
        return set != null && own.hasImagesOf(set);
    }

    /** What the set is called. */
    String name() {
        return own.name();
    }

    /** Which images can be cut; at least one choice. */
    List<Source> sources() {
        return sources;
    }

    /** Which images are cut. */
    ObjectProperty<Source> source() {
        return source;
    }

    /** A choice of images in words. */
    String describe(Source choice) {
        return messages.get("source." + choice, choice == Source.ALL ? own.size() : partOf(choice).size());
    }

    /** What decides which images go together. */
    ObjectProperty<By> by() {
        return by;
    }

    /** The shares, to be changed by {@link #share} and {@link #boundary}. */
    ReadOnlyObjectProperty<Percentages> shares() {
        return shares;
    }

    /** The part that keeps the images it has, and so gets none of those that are cut; or null. */
    Part fixed() {
        return source.get() == Source.TRAIN && own.part(Part.TEST).isPresent() ? Part.TEST : null;
    }

    /** Gives a part another share; the others give or get what is missing or left. */
    void share(Part part, int percent) {
        shares.set(shares.get().with(part, percent, fixed()));
    }

    /** Moves the boundary to the right of a part to so many per cent from the left. */
    void boundary(Part left, int percent) {
        shares.set(
                fixed() == null
                        ? shares.get().withBoundary(left, percent)
                        : shares.get().with(Part.TRAIN, percent, fixed()));
    }

    /** How many per cent of the images to use at all, 1…100. */
    IntegerProperty use() {
        return use;
    }

    /** What decides which images go where, as it is typed. */
    StringProperty seed() {
        return seed;
    }

    /** The file that names the writers, once one was chosen; else null. */
    ReadOnlyObjectProperty<Path> file() {
        return file.getReadOnlyProperty();
    }

    /** Whether a file about more images counts by its first lines. */
    BooleanProperty firstLines() {
        return firstLines;
    }

    /** Whether the chosen file names the writers of more images than there are. */
    boolean fileIsLonger() {
        return content != null && content.lines() > imageCount();
    }

    /** What the file that was chosen has too much, in words. */
    String describeFirstLines() {
        return messages.get("writers.first", imageCount());
    }

    /** Who wrote the images, as far as that is known. */
    String describeWriters() {
        if (content != null) {
            return messages.get("writers.file", file.get().getFileName(), content.lines());
        }
        return partOf(source.get())
                .writers()
                .map(known -> messages.get("writers.known", known.count()))
                .orElse(messages.get("writers.unknown"));
    }

    /** Reads who wrote the images. */
    void chooseFile(Path chosen) {
        session.watch(splits.readWriters(chosen, imageCount()), read -> {
            content = read;
            firstLines.set(false);
            file.set(chosen);
            cut();
        }, () -> {}, failure -> {
            forgetWriters();
            cut();
            session.describe(failure).ifPresent(problem::set);
            return true;
        });
    }

    /** The set as it would be cut, from the latest settings that made sense; null before the first. */
    ReadOnlyObjectProperty<Cut> preview() {
        return preview.getReadOnlyProperty();
    }

    /** What is wrong with the settings, in a sentence; null where nothing is. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** Whether the preview is about to change. */
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Whether the preview is what the settings say. */
    boolean ready() {
        return preview.get() != null && !busy.get() && problem.get() == null;
    }

    /** What else there is to know: what stays as it is, writers, and what a part lacks. */
    String note() {
        var cut = preview.get();
        var sentences = new ArrayList<String>();
        if (fixed() != null) {
            sentences.add(messages.get("staying", own.part(fixed()).orElseThrow().size()));
        }
        if (cut != null && cut.plan().by() == By.WRITER) {
            sentences.add(writersOf(cut));
        }
        if (cut != null) {
            for (var part : Part.values()) {
                if (cut.set().part(part).isPresent()) {
                    lacking(cut, part).ifPresent(sentences::add);
                } else if (cut.plan().shares().of(part) > 0) {
                    sentences.add(messages.get("empty", partName(part)));
                }
            }
        }
        return String.join(" ", sentences);
    }

    /** What a part is called. */
    String partName(Part part) {
        return images.partName(part);
    }

    /** The sizes as CSV. */
    String csv() {
        var cut = preview.get();
        return cut == null ? "" : StatisticsFiles.toCsv(SizeTable.of(cut.sizes(), cut.writers()));
    }

    /** Works with the set as it is cut now. */
    void apply() {
        open.apply(preview.get());
    }

    private String writersOf(Cut cut) {
        var parts = cut.writers()
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> messages.get("writers.ofPart", partName(entry.getKey()), entry.getValue()))
                .collect(Collectors.joining(" · "));
        return messages.get("writers.parts", parts);
    }

    private Optional<String> lacking(Cut cut, Part part) {
        var sizes = cut.sizes();
        var names = IntStream.range(0, sizes.classNames().size())
                .filter(label -> sizes.count(part, label) == 0 && sizes.count(label) > 0)
                .mapToObj(label -> sizes.classNames().get(label))
                .collect(Collectors.joining(" "));
        return names.isEmpty() ? Optional.empty() : Optional.of(messages.get("lacking", partName(part), names));
    }

    /** One of the parts that are cut. They are views of the same data, which is all that matters until they are. */
    private Dataset partOf(Source choice) {
        return choice == Source.ALL ? own.first() : own.part(Part.TRAIN).orElseThrow();
    }

    private int imageCount() {
        return partOf(source.get()).sourceSize();
    }

    private void forgetWriters() {
        content = null;
        file.set(null);
        firstLines.set(false);
    }

    private void keepFixed() {
        if (fixed() != null) {
            shares.set(shares.get().without(fixed()));
        } else if (shares.get().test() == 0) {
            shares.set(Percentages.USUAL);
        }
    }

    private void cut() {
        problem.set(null);
        if (busy.get()) {
            changedMeanwhile = true;
            return;
        }
        try {
            start(writers());
        } catch (DataException unsuitable) {
            problem.set(unsuitable.getMessage());
        } catch (NumberFormatException noNumber) {
            problem.set(messages.get("seed.problem", seed.get()));
        }
    }

    private void start(Writers writers) {
        var plan = new SplitPlan(shares.get().shares(), use.get() / (double) WHOLE, by.get(),
                Long.parseLong(seed.get().strip()));
        if (by.get() == By.WRITER && writers == null && partOf(source.get()).writers().isEmpty()) {
            problem.set(messages.get("writers.choose"));
            return;
        }
        busy.set(true);
        changedMeanwhile = false;
        session.watch(splits.start(own, source.get(), plan, writers), made -> {
            if (!changedMeanwhile) {
                preview.set(made);
            }
            endOfCut();
        }, () -> busy.set(false), failure -> {
            session.describe(failure).ifPresent(problem::set);
            endOfCut();
            return true;
        });
    }

    private void endOfCut() {
        if (changedMeanwhile) {
            changedMeanwhile = false;
            cut();
        }
    }

    private Writers writers() throws DataException {
        return content == null || by.get() != By.WRITER
                ? null
                : splits.fitting(content, file.get(), imageCount(), firstLines.get());
    }

    private static int percent(double share) {
        return (int) Math.round(share * WHOLE);
    }
}
