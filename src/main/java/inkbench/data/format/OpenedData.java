package inkbench.data.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import inkbench.data.PartedDataset;
import inkbench.data.Polarity;
import inkbench.task.Progress;

/**
 * Data and how it was taken.
 *
 * @param data
 *            what was opened
 * @param notes
 *            sentences that the user should read, such as how many files were left out; mostly none
 */
public record OpenedData(PartedDataset data, List<String> notes) {
    public OpenedData {
        notes = List.copyOf(notes);
    }

    /** Data that was opened without a word from the user, inverted and fitted where that is what the options say. */
    public static OpenedData of(PartedDataset data, OpenOptions options, Progress progress) {
        var notes = new ArrayList<String>();
        var upright = options.inverted() ? Polarity.inverted(data, progress) : data;
        if (options.fit().isEmpty() || !FittedImages.areNeeded(data, options.fit().get())) {
            return new OpenedData(upright, notes);
        }
        var size = options.fit().get();
        notes.add(FittedImages.note(upright.first(), size));
        return new OpenedData(FittedImages.of(upright, size, progress), notes);
    }

    /** The same data, known to have been read from a file or folder. */
    public OpenedData readFrom(Optional<Path> file) {
        return new OpenedData(data.readFrom(file), notes);
    }
}
