package inkbench.app.handwriting;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import inkbench.app.runs.RunJournal;
import inkbench.app.strokes.DrawnDigits;
import inkbench.app.strokes.StrokeFile;
import inkbench.app.strokes.StrokeSample;
import inkbench.app.strokes.StrokeText;
import inkbench.data.AtomicFile;
import inkbench.data.DataException;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.store.drawing.DrawnDigit;
import inkbench.store.drawing.KeptDigit;
import inkbench.task.Job;
import inkbench.task.Workers;
import inkbench.text.Messages;

/** Digits that the user wrote, in the workspace. All in the background. */
public final class Handwriting {
    private final Workers workers;
    private final RunJournal journal;
    private final Messages messages = Messages.of(Handwriting.class);

    /** The digits in a journal's workspace. */
    public Handwriting(Workers workers, RunJournal journal) {
        this.workers = workers;
        this.journal = journal;
    }

    /** All of them, the newest first. */
    public Job<List<KeptDigit>> all() {
        return journal.use(messages.get("job.all"), workspace -> workspace.digits());
    }

    /** Keeps one. */
    public Job<KeptDigit> keep(DrawnDigit digit) {
        return journal.use(
                messages.get("job.keep"),
                workspace -> workspace.keepDigits(List.of(digit)).getFirst());
    }

    /** Says what a digit really is. */
    public Job<Void> relabel(long id, int label) {
        return journal.use(messages.get("job.keep"), workspace -> {
            workspace.relabelDigit(id, label);
            return null;
        });
    }

    /** Forgets a digit. */
    public Job<Void> delete(long id) {
        return journal.use(messages.get("job.keep"), workspace -> {
            workspace.deleteDigit(id);
            return null;
        });
    }

    /** Brings back a digit that was forgotten, as it was. */
    public Job<Void> restore(KeptDigit digit) {
        return journal.use(messages.get("job.keep"), workspace -> {
            workspace.restoreDigit(digit);
            return null;
        });
    }

    /** Writes digits as a {@link StrokeFile}. */
    public Job<Path> export(List<KeptDigit> digits, Path file) {
        return workers.submit(messages.get("job.export", file.getFileName()), progress -> {
            var text = StrokeText.file(digits.stream().map(Handwriting::sample).toList());
            AtomicFile.write(file, out -> out.write(text));
            return file;
        });
    }

    /** Makes a data set of digits, with images to test with: whoever learned them has seen them all. */
    public Job<PartedDataset> dataset(List<KeptDigit> digits) {
        var name = messages.get("set");
        return workers.submit(messages.get("job.set"), progress -> {
            var images = DrawnDigits.of(digits.stream().map(Handwriting::sample).toList(), name);
            return new PartedDataset(name, Map.of(Part.TEST, images));
        });
    }

    private static StrokeSample sample(KeptDigit kept) {
        return new StrokeSample(
                Long.toString(kept.id()),
                OptionalInt.of(kept.digit().label()),
                kept.digit().drawing());
    }

    /**
     * Keeps all drawings of a {@link StrokeFile}, all of them or none.
     *
     * @return those that were kept; fails with a sentence where one has no label
     */
    public Job<List<KeptDigit>> open(Path file) {
        return journal.use(messages.get("job.import", file.getFileName()), workspace -> {
            var now = Instant.now();
            return workspace.keepDigits(digits(StrokeFile.read(file), file, now));
        });
    }

    private List<DrawnDigit> digits(List<StrokeSample> samples, Path file, Instant now) throws IOException {
        for (var sample : samples) {
            if (sample.label().isEmpty()) {
                throw new DataException(messages.get("import.unlabelled", file, sample.id()));
            }
        }
        return samples.stream()
                .map(
                        sample -> new DrawnDigit(
                                sample.label().getAsInt(),
                                sample.drawing(),
                                OptionalInt.empty(),
                                "",
                                now))
                .toList();
    }
}
