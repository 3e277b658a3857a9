package inkbench.app.browse;

import java.util.Optional;

import inkbench.statistics.MeanDistances;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What is known of chosen images, as a table. */
public final class ImageTable {
    private ImageTable() {}

    /**
     * A row for each image, in their order, with the columns {@code part}, {@code index}, {@code label} where there are labels,
     * {@code was} and {@code excluded} (1 or 0) where the set has corrections, {@code writer} where that of any image is known,
     * {@code distance} from the mean of the class where that was computed, and {@code prediction}, {@code confidence} and
     * {@code loss} where a model answered for any of the collection.
     */
    public static Table of(ImageSelection images, Optional<MeanDistances> distances) {
        var all = images.collection();
        var part = StringColumn.create("part");
        var index = IntColumn.create("index");
        var table = Table.create("images", part, index);
        var label = StringColumn.create("label");
        var writer = StringColumn.create("writer");
        var was = StringColumn.create("was");
        var excluded = IntColumn.create("excluded");
        var distance = FloatColumn.create("distance");
        var prediction = StringColumn.create("prediction");
        var confidence = FloatColumn.create("confidence");
        var loss = FloatColumn.create("loss");
        for (int i = 0; i < images.size(); i++) {
            int position = images.position(i);
            part.append(all.part(position).key());
            index.append(all.sourceIndex(position));
            if (all.labelled()) {
                label.append(all.classNames().get(all.label(position)));
                was.append(all.classNames().get(all.givenLabel(position)));
            }
            if (all.writersKnown()) {
                writer.append(all.writer(position).orElse(""));
            }
            excluded.append(all.excluded(position) ? 1 : 0);
            distances
                    .ifPresent(known -> distance.append(all.excluded(position) ? Float.NaN : known.distance(position)));
            if (all.predicted()) {
                int answer = all.prediction(position);
                prediction.append(answer < 0 ? "" : all.classNames().get(answer));
                confidence.append(all.confidence(position));
                loss.append(all.loss(position));
            }
        }
        if (all.labelled()) {
            table.addColumns(label);
        }
        if (all.labelled() && all.corrected()) {
            table.addColumns(was);
        }
        if (all.corrected()) {
            table.addColumns(excluded);
        }
        if (all.writersKnown()) {
            table.addColumns(writer);
        }
        distances.ifPresent(known -> table.addColumns(distance));
        if (all.predicted()) {
            table.addColumns(prediction, confidence, loss);
        }
        return table;
    }
}
