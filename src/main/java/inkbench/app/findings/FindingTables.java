package inkbench.app.findings;

import java.util.List;

import inkbench.app.browse.ImageCollection;
import inkbench.statistics.Outliers;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What was found, as tables. */
public final class FindingTables {
    private FindingTables() {}

    /**
     * A row for each image, with the columns {@code group} (from 1, in the order of the groups), {@code set}, {@code part},
     * {@code index} in the part's file and {@code label}, empty where it isn't known.
     *
     * @param groups
     *            of the duplicates, those that are wanted in the order that is
     */
    public static Table of(DuplicateImages duplicates, List<SameImages> groups) {
        var table = Table.create(
                "duplicates",
                IntColumn.create("group"),
                StringColumn.create("set"),
                StringColumn.create("part"),
                IntColumn.create("index"),
                StringColumn.create("label"));
        for (int i = 0; i < groups.size(); i++) {
            for (int position : groups.get(i).positions()) {
                append(table, i + 1, duplicates.images(), position);
            }
            for (int position : groups.get(i).others()) {
                append(table, i + 1, duplicates.others().orElseThrow(), position);
            }
        }
        return table;
    }

    private static void append(Table table, int group, ImageCollection images, int position) {
        table.intColumn("group").append(group);
        table.stringColumn("set").append(images.set().name());
        table.stringColumn("part").append(images.part(position).key());
        table.intColumn("index").append(images.sourceIndex(position));
        table.stringColumn("label").append(images.labelled() ? images.classNames().get(images.label(position)) : "");
    }

    /**
     * A row for each outlier, with the columns {@code part}, {@code index} in the part's file, {@code label}, {@code score},
     * {@code distance}, {@code nearest}, the other class whose mean is nearest, and {@code nearestDistance}.
     *
     * @param images
     *            that were looked at
     */
    public static Table of(ImageCollection images, List<Outliers.Outlier> outliers) {
        var part = StringColumn.create("part");
        var index = IntColumn.create("index");
        var label = StringColumn.create("label");
        var score = FloatColumn.create("score");
        var distance = FloatColumn.create("distance");
        var nearest = StringColumn.create("nearest");
        var nearestDistance = FloatColumn.create("nearestDistance");
        for (var outlier : outliers) {
            part.append(images.part(outlier.place()).key());
            index.append(images.sourceIndex(outlier.place()));
            label.append(images.classNames().get(outlier.label()));
            score.append(outlier.score());
            distance.append(outlier.distance());
            nearest.append(outlier.nearest() < 0 ? "" : images.classNames().get(outlier.nearest()));
            nearestDistance.append(outlier.nearestDistance());
        }
        return Table.create("outliers", part, index, label, score, distance, nearest, nearestDistance);
    }
}
