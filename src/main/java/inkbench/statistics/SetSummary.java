package inkbench.statistics;

import inkbench.data.PartedDataset;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What a data set is, as a table. */
public final class SetSummary {
    private SetSummary() {}

    /**
     * A row for each part, with the columns {@code part}, {@code images}, {@code width}, {@code height}, {@code classes} (0
     * without labels), {@code sha256} and {@code source}. Reads all pixels where the hash isn't known yet.
     */
    public static Table toTable(PartedDataset set) {
        var part = StringColumn.create("part");
        var images = IntColumn.create("images");
        var width = IntColumn.create("width");
        var height = IntColumn.create("height");
        var classes = IntColumn.create("classes");
        var sha256 = StringColumn.create("sha256");
        var source = StringColumn.create("source");
        set.parts().forEach((key, dataset) -> {
            part.append(key.key());
            images.append(dataset.size());
            width.append(dataset.width());
            height.append(dataset.height());
            classes.append(dataset.labelled() ? dataset.classCount() : 0);
            sha256.append(dataset.provenance().sha256());
            source.append(dataset.provenance().source());
        });
        return Table.create(set.name(), part, images, width, height, classes, sha256, source);
    }
}
