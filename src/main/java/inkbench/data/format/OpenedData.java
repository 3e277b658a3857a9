package inkbench.data.format;

import java.util.List;

import inkbench.data.PartedDataset;
import inkbench.data.Polarity;

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

    /** The data as it was opened, or inverted where that is what the options say. */
    public static OpenedData of(PartedDataset data, List<String> notes, OpenOptions options) {
        return new OpenedData(options.inverted() ? Polarity.inverted(data) : data, notes);
    }
}
