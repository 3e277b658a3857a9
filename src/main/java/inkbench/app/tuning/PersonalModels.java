package inkbench.app.tuning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

import inkbench.app.strokes.DrawnDigits;
import inkbench.app.strokes.StrokeSample;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.model.Model;
import inkbench.model.file.ModelFile;
import inkbench.store.drawing.KeptDigit;
import inkbench.task.Job;
import inkbench.task.Progress;
import inkbench.task.Workers;
import inkbench.text.Messages;

/** Models that learned the digits of the workspace: on trial first, and in a folder once they are kept. */
public final class PersonalModels {
    private static final String ENDING = ".ink";
    /** Names sort as the times do. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm.ss", Locale.ROOT);

    private final Workers workers;
    private final FineTuning tuning;
    private final Rehearsal rehearsal;
    private final Path folder;
    private final Clock clock;
    private final Messages messages = Messages.of(PersonalModels.class);

    /** Digits of the kind that models know, to rehearse and to see what is forgotten. */
    @FunctionalInterface
    public interface Rehearsal {
        /** A set with images to train and to test with, on the thread of the work. */
        PartedDataset read(Progress progress) throws IOException;
    }

    /**
     * A model that nobody has kept yet.
     *
     * @param rehearsed
     *            what the set is called that was rehearsed and tested with
     */
    public record Trial(TunedModel tuned, String rehearsed) {}

    /**
     * Models in a folder.
     *
     * @param folder
     *            made with the first model
     */
    public PersonalModels(Workers workers, FineTuning tuning, Rehearsal rehearsal, Path folder, Clock clock) {
        this.workers = workers;
        this.tuning = tuning;
        this.rehearsal = rehearsal;
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Tunes a model in the background; nothing is written.
     *
     * @param digits
     *            at least one
     */
    public Job<Trial> tune(Model model, List<KeptDigit> digits) {
        var name = messages.get("own");
        return workers.submit(messages.get("job.tune", model.name()), progress -> {
            var own = DrawnDigits.of(digits.stream().map(PersonalModels::sample).toList(), name);
            var set = rehearsal.read(Progress.NONE);
            var rehearsed = set.first();
            var test = set.part(Part.TEST).orElse(rehearsed);
            return new Trial(tuning.tuneNow(model, own, rehearsed, test, progress), set.name());
        });
    }

    private static StrokeSample sample(KeptDigit kept) {
        return new StrokeSample(
                Long.toString(kept.id()),
                OptionalInt.of(kept.digit().label()),
                kept.digit().drawing());
    }

    /** Writes a model into the folder, in the background; its name says when. */
    public Job<Path> keep(Model model) {
        return workers.submit(messages.get("job.keep", model.name()), progress -> {
            Files.createDirectories(folder);
            var file = folder.resolve(messages.get("file", TIME.format(LocalDateTime.now(clock))) + ENDING);
            ModelFile.write(model, file);
            return file;
        });
    }

    /** What was kept, the newest first; in the background. */
    public Job<List<Path>> kept() {
        return workers.submit(messages.get("job.look"), progress -> {
            if (!Files.isDirectory(folder)) {
                return List.of();
            }
            try (var files = Files.list(folder)) {
                return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                        .sorted(Comparator.<Path>naturalOrder().reversed())
                        .toList();
            }
        });
    }
}
