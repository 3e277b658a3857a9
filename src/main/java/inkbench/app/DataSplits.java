package inkbench.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import inkbench.data.DataException;
import inkbench.data.Dataset;
import inkbench.data.GroupedSplit;
import inkbench.data.PartedDataset;
import inkbench.data.SplitShares;
import inkbench.data.StratifiedSplit;
import inkbench.data.format.idx.IdxWriter;
import inkbench.data.format.csv.WritersFile;
import inkbench.text.Messages;

/** Cutting data sets into parts. */
public final class DataSplits {
    private final Messages messages = Messages.of(DataSplits.class);

    /**
     * Cuts a set; on the caller's thread.
     *
     * @param use
     *            how much of it to use at all, in (0, 1], of every class alike
     * @param writers
     *            a file with the writer of every image, so that no writer is in two parts; null to cut every class alike
     * @throws UnsuitableDataException
     *             if the images have no labels
     * @throws DataException
     *             if the file of writers isn't one of this set
     */
    public PartedDataset split(Dataset whole, SplitShares shares, double use, Path writers, long seed)
            throws IOException {
        if (!whole.labelled()) {
            throw new UnsuitableDataException(messages.get("split.unlabelled", whole.name()));
        }
        var used = use < 1 ? StratifiedSplit.split(whole, seed, use, 1 - use).getFirst() : whole;
        if (writers == null) {
            return StratifiedSplit.into(used, shares, seed);
        }
        var all = WritersFile.read(writers, whole.size());
        var groups = new int[used.size()];
        // The place in what the file is about: the part as it was before some of it was chosen.
        int place = 0;
        for (int i = 0; i < groups.length; i++) {
            while (whole.sourceIndex(place) != used.sourceIndex(i)) {
                place++;
            }
            groups[i] = all[place];
        }
        return GroupedSplit.into(used, groups, shares, seed);
    }

    /**
     * Writes the parts as gzipped IDX files, the names MNIST's; on the caller's thread.
     *
     * @param folder
     *            made where it is missing
     * @throws DataException
     *             if it isn't empty
     */
    public void write(PartedDataset split, Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw new DataException(messages.get("split.notEmpty", folder));
                }
            }
        } else if (Files.exists(folder)) {
            throw new DataException(messages.get("split.notAFolder", folder));
        }
        for (var entry : split.parts().entrySet()) {
            var part = entry.getKey().key();
            IdxWriter.write(
                    entry.getValue(),
                    folder.resolve(part + "-images-idx3-ubyte.gz"),
                    folder.resolve(part + "-labels-idx1-ubyte.gz"));
        }
    }
}
