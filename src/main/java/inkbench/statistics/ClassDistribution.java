package inkbench.statistics;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import inkbench.data.Part;
import inkbench.data.PartedDataset;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How many images of each class the parts of a data set have.
 *
 * @param classNames
 *            what the classes are called
 * @param counts
 *            for each part with labels, in the order of {@link Part}, the images of each class
 */
public record ClassDistribution(List<String> classNames, Map<Part, List<Integer>> counts) {
    public ClassDistribution {
        classNames = List.copyOf(classNames);
        var copy = new EnumMap<Part, List<Integer>>(Part.class);
        counts.forEach((part, ofPart) -> copy.put(part, List.copyOf(ofPart)));
        counts = Collections.unmodifiableMap(copy);
    }

    /** Counts the labels; parts without labels are left out. */
    public static ClassDistribution of(PartedDataset data) {
        var counts = new EnumMap<Part, List<Integer>>(Part.class);
        data.parts().forEach((part, dataset) -> {
            if (dataset.labelled()) {
                counts.put(part, Arrays.stream(dataset.classCounts()).boxed().toList());
            }
        });
        return new ClassDistribution(data.first().classNames(), counts);
    }

    /** Images of one class in one part; 0 for a part that isn't there. */
    public int count(Part part, int label) {
        return counts.containsKey(part) ? counts.get(part).get(label) : 0;
    }

    /** Images of one class in all parts together. */
    public int count(int label) {
        return counts.values().stream().mapToInt(ofPart -> ofPart.get(label)).sum();
    }

    /** Images in one part; 0 for a part that isn't there. */
    public int total(Part part) {
        return counts.getOrDefault(part, List.of()).stream().mapToInt(Integer::intValue).sum();
    }

    /** Images in all parts together. */
    public int total() {
        return counts.keySet().stream().mapToInt(this::total).sum();
    }

    /** Share of a class among the images of one part, 0…1; 0 where the part has none, NaN where it isn't there. */
    public double share(Part part, int label) {
        int total = total(part);
        return total == 0 && counts.containsKey(part) ? 0 : (double) count(part, label) / total;
    }

    /** Share of a class among all images, 0…1; 0 where there are none, NaN where none has a label. */
    public double share(int label) {
        int total = total();
        return total == 0 && !counts.isEmpty() ? 0 : (double) count(label) / total;
    }

    /** A row for each part and class, with the columns {@code part}, {@code class}, {@code count} and {@code share}. */
    public Table toTable() {
        var part = StringColumn.create("part");
        var name = StringColumn.create("class");
        var count = IntColumn.create("count");
        var share = DoubleColumn.create("share");
        for (var key : counts.keySet()) {
            for (int label = 0; label < classNames.size(); label++) {
                part.append(key.key());
                name.append(classNames.get(label));
                count.append(count(key, label));
                share.append(share(key, label));
            }
        }
        return Table.create("distribution", part, name, count, share);
    }
}
