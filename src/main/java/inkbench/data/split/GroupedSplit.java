package inkbench.data.split;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;

/**
 * Cuts a data set so that images of one group, such as those of one writer, all land in the same part: whoever has learned from
 * a hand is not tested on it.
 *
 * <p>The groups are taken in random order, and each goes to the part that lacks most images. The same data, groups, shares and
 * seed give the same cut on every machine.
 */
public final class GroupedSplit {
    private GroupedSplit() {}

    /**
     * Cuts a set into the parts that {@code shares} has a share above 0 for. Parts are as large as whole groups allow; a part that
     * gets no image is left out.
     *
     * @param groups
     *            the group of every image, any numbers
     * @param shares
     *            of each part, adding up to 1
     * @throws IllegalArgumentException
     *             if there is not one group for every image
     */
    public static PartedDataset into(Dataset whole, int[] groups, SplitShares shares, long seed) {
        if (groups.length != whole.size()) {
            throw new IllegalArgumentException(groups.length + " groups for " + whole.size() + " images");
        }
        var distinct = Arrays.stream(groups).distinct().sorted().toArray();
        var sizes = new int[distinct.length];
        for (int group : groups) {
            sizes[Arrays.binarySearch(distinct, group)]++;
        }
        var partOf = deal(sizes, shares, whole.size(), new SplittableRandom(seed));
        var parts = new EnumMap<Part, Dataset>(Part.class);
        for (var part : Part.values()) {
            var places = IntStream.range(0, groups.length)
                    .filter(i -> partOf[Arrays.binarySearch(distinct, groups[i])] == part)
                    .toArray();
            if (places.length > 0) {
                parts.put(part, whole.subset(places));
            }
        }
        return new PartedDataset(whole.name(), parts);
    }

    private static Part[] deal(int[] sizes, SplitShares shares, int images, SplittableRandom random) {
        var order = IntStream.range(0, sizes.length).toArray();
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int group = order[i];
            order[i] = order[other];
            order[other] = group;
        }
        var missing = new double[Part.values().length];
        for (var part : Part.values()) {
            missing[part.ordinal()] = shares.of(part) * images;
        }
        var partOf = new Part[sizes.length];
        for (int group : order) {
            var part = neediest(missing);
            partOf[group] = part;
            missing[part.ordinal()] -= sizes[group];
        }
        return partOf;
    }

    private static Part neediest(double[] missing) {
        int neediest = 0;
        for (int i = 1; i < missing.length; i++) {
            if (missing[i] > missing[neediest]) {
                neediest = i;
            }
        }
        return Part.values()[neediest];
    }
}
