package inkbench.app.findings;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import inkbench.app.browse.ImageCollection;
import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;

/**
 * Images of a set that are in it more than once, or in another set as well.
 *
 * @param images
 *            those of the set
 * @param others
 *            those of the set that it was compared with; empty where it was compared with itself
 * @param groups
 *            those whose labels differ first, then those that are across parts, then by position
 * @param leak
 *            those of them that make measuring pointless
 */
public record DuplicateImages(ImageCollection images, Optional<ImageCollection> others, List<SameImages> groups,
        Leak leak) {
    public DuplicateImages {
        groups = List.copyOf(groups);
    }

    /**
     * Images that are for measuring with, and are in the training part too.
     *
     * @param places
     *            by part: their places in it, ascending; a part without any is left out
     * @param without
     *            the set without them, as views of the same data; empty if nothing would be left of a part
     */
    public record Leak(Map<Part, int[]> places, Optional<PartedDataset> without) {}

    /** Finds the leak among the groups. Takes a while for many images. */
    static DuplicateImages of(ImageCollection images, Optional<ImageCollection> others, List<SameImages> groups) {
        var places = leaked(images, groups);
        return new DuplicateImages(images, others, groups, new Leak(places, without(images.set(), places)));
    }

    private static Map<Part, int[]> leaked(ImageCollection images, List<SameImages> groups) {
        var leaked = new EnumMap<Part, int[]>(Part.class);
        for (var part : images.parts()) {
            int start = images.start(part);
            var places = groups.stream()
                    .filter(SameImages::acrossParts)
                    .flatMapToInt(group -> IntStream.of(group.positions()))
                    .filter(position -> part != Part.TRAIN && images.part(position) == part)
                    .map(position -> position - start)
                    .sorted()
                    .toArray();
            if (places.length > 0) {
                leaked.put(part, places);
            }
        }
        return leaked;
    }

    private static Optional<PartedDataset> without(PartedDataset set, Map<Part, int[]> leaked) {
        var parts = new EnumMap<Part, Dataset>(set.parts());
        for (var leak : leaked.entrySet()) {
            var part = set.parts().get(leak.getKey());
            var places = leak.getValue();
            if (places.length == part.size()) {
                return Optional.empty();
            }
            var out = new BitSet();
            IntStream.of(places).forEach(out::set);
            parts.put(
                    leak.getKey(),
                    part.subset(IntStream.range(0, part.size()).filter(place -> !out.get(place)).toArray()));
        }
        return Optional.of(new PartedDataset(set.name(), parts, set.excluded()));
    }

    /** How many images of each part of the other set are in this one, in the order of its parts. */
    public Map<Part, Integer> sharedByPart() {
        var counts = new EnumMap<Part, Integer>(Part.class);
        others.ifPresent(
                other -> groups.stream()
                        .flatMapToInt(group -> IntStream.of(group.others()))
                        .distinct()
                        .forEach(position -> counts.merge(other.part(position), 1, Integer::sum)));
        return counts;
    }
}
