package inkbench.data.format;

import java.util.List;

import inkbench.data.PartedDataset;

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
}
