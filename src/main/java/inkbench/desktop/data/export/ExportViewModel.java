package inkbench.desktop.data.export;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

import inkbench.app.DataExport;
import inkbench.app.DataExport.Exported;
import inkbench.app.browse.Browsing;
import inkbench.app.browse.ImageCollection;
import inkbench.app.browse.ImageFilter;
import inkbench.app.browse.ImageSelection;
import inkbench.data.PartedDataset;
import inkbench.data.format.DatasetFormat;
import inkbench.desktop.common.Notice;
import inkbench.desktop.common.Session;
import inkbench.task.Job;
import inkbench.text.Messages;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What of the open set is written, in which format and where; and writing it. Only for the FX thread. */
final class ExportViewModel {
    /** Name of the notice that tells what was written. */
    static final String EXPORTED = "exported";

    private static final double BYTES_PER_MB = 1e6;
    /** What a file of any system may be called. */
    private static final String NOT_IN_NAMES = "[\\\\/:*?\"<>|\\p{Cntrl}]";

    private final Messages messages = Messages.of(ExportViewModel.class);
    private final DataExport export;
    private final Session session;
    private final ObjectProperty<DatasetFormat> format = new SimpleObjectProperty<>(DatasetFormat.IDX_GZ);
    private final BooleanProperty shownOnly = new SimpleBooleanProperty();
    private final BooleanProperty labels = new SimpleBooleanProperty(true);
    private final StringProperty target = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Job<Exported>> job = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper();
    private PartedDataset set;
    private Path folder;
    /** What was proposed last; it gives way to the next proposal, what a user has typed doesn't. */
    private String proposed = "";

    /**
     * A view model that knows no set before {@link #begin}.
     *
     * @param folder
     *            where files are proposed to be written at first
     */
    ExportViewModel(DataExport export, Session session, Path folder) {
        this.export = export;
        this.session = session;
        this.folder = folder;
        format.subscribe((before, now) -> propose());
        shownOnly.subscribe((before, now) -> propose());
        target.subscribe((before, now) -> problem.set(null));
    }

    /** Takes the set that is open now; false where there is none. */
    boolean begin() {
        if (job.get() != null) {
            return true;
        }
        set = session.data().get();
        problem.set(null);
        if (set == null) {
            return false;
        }
        labels.set(labelled());
        shownOnly.set(filtered());
        propose();
        return true;
    }

    /** Follows what is opened and filtered while the user decides; false where no set is open any more. */
    boolean follow() {
        if (job.get() != null) {
            return true;
        }
        if (session.data().get() != set) {
            return begin();
        }
        shownOnly.set(shownOnly.get() && filtered());
        propose();
        return true;
    }

    /** What the set is called. */
    String setName() {
        return set.name();
    }

    /** The formats to choose from. */
    List<DatasetFormat> formats() {
        return List.of(DatasetFormat.values());
    }

    ObjectProperty<DatasetFormat> format() {
        return format;
    }

    /** Whether only the images that Data shows are written. */
    BooleanProperty shownOnly() {
        return shownOnly;
    }

    /** Whether the labels are written too. */
    BooleanProperty labels() {
        return labels;
    }

    /** The path of the file or folder. */
    StringProperty target() {
        return target;
    }

    /** The export under way; null while there is none. */
    ReadOnlyObjectProperty<Job<Exported>> job() {
        return job.getReadOnlyProperty();
    }

    /** How much of it is done, 0…1; negative where that is not known. */
    ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /** Why the last export failed, in a sentence; null if it did not. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** Whether the images have labels that could be written. */
    boolean labelled() {
        return set.parts().values().stream().allMatch(part -> part.labelled());
    }

    /** Whether Data shows fewer images than there are. */
    boolean filtered() {
        var shown = session.shown().get();
        return shown != null && shown.collection().set() == set && shown.size() < set.size();
    }

    /** What a format is called. */
    String name(DatasetFormat of) {
        return messages.get("format." + of.name());
    }

    /** What a format is like, in a sentence. */
    String describe(DatasetFormat of) {
        return messages.get("format." + of.name() + ".text");
    }

    /** All images in words. */
    String allText() {
        return messages.get("images.all", set.size());
    }

    /** The images that Data shows in words. */
    String shownText() {
        return filtered()
                ? messages.get("images.shown", session.shown().get().size())
                : messages.get("images.shown.all");
    }

    /** Whether one file is written, and not a folder. */
    boolean isFile() {
        return format.get().isFile(chosen().partCount());
    }

    /** The ending of the file. */
    String ending() {
        return "." + format.get().key();
    }

    /** The last name of what is proposed to be written. */
    String fileName() {
        var name = set.name().replaceAll(NOT_IN_NAMES, "_").strip();
        return isFile() ? name + ending() : name + "-" + format.get().key().replace('.', '-');
    }

    /** Proposes to write into a folder that was chosen. */
    void into(Path chosen) {
        folder = chosen;
        proposed = folder.resolve(fileName()).toString();
        target.set(proposed);
    }

    /** Begins to write. */
    void export() {
        if (job.get() != null) {
            return;
        }
        var path = path();
        if (path == null) {
            problem.set(messages.get("target.noPath", target.get()));
            return;
        }
        problem.set(null);
        var started = export.start(chosen(), labels.get() && labelled(), format.get(), path);
        job.set(started);
        session.watch(started, this::tell, this::end, failure -> {
            session.describe(failure).ifPresent(problem::set);
            return true;
        });
    }

    /** Gives the export up; nothing is left of it. */
    void cancel() {
        if (job.get() != null) {
            job.get().cancel();
        }
    }

    /** Brings {@link #progress()} up to date. */
    void poll() {
        progress.set(job.get() == null ? -1 : job.get().fraction());
    }

    private void end() {
        job.set(null);
        poll();
    }

    private void tell(Exported exported) {
        folder = exported.target().toAbsolutePath().getParent();
        var text = messages.get(
                "done",
                exported.images(),
                set.name(),
                exported.target(),
                name(exported.format()),
                size(exported.bytes()));
        session.tell(new Notice(EXPORTED, text, null));
    }

    private String size(long bytes) {
        return bytes < BYTES_PER_MB
                ? messages.get("size.kilobytes", Math.ceilDiv(bytes, 1000))
                : messages.get("size.megabytes", bytes / BYTES_PER_MB);
    }

    private ImageSelection chosen() {
        return shownOnly.get() && filtered()
                ? session.shown().get()
                : Browsing.filter(ImageCollection.of(set), ImageFilter.NONE);
    }

    private void propose() {
        if (set == null || !target.get().equals(proposed)) {
            return;
        }
        proposed = folder.resolve(fileName()).toString();
        target.set(proposed);
    }

    private Path path() {
        try {
            var path = Path.of(target.get().strip());
            return path.getFileName() == null || path.toString().isEmpty() ? null : path.toAbsolutePath();
        } catch (InvalidPathException typed) {
            return null;
        }
    }
}
