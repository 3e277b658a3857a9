package inkbench.data.correction;

import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;

/**
 * Which images of a data set have a wrong label or don't belong in it: a patch that leaves the set as it is. Instances never
 * change.
 *
 * @param byImage
 *            one correction at most for each image
 */
public record Corrections(SortedMap<ImageKey, Correction> byImage) {
    /** Nothing is corrected. */
    public static final Corrections NONE = new Corrections(Collections.emptySortedMap());

    public Corrections {
        byImage = Collections.unmodifiableSortedMap(new TreeMap<>(byImage));
    }

    /** The corrections that a set has. */
    public static Corrections in(PartedDataset set) {
        var found = new TreeMap<ImageKey, Correction>();
        set.parts().forEach((part, images) -> {
            int last = images.relabelledCount() == 0 ? 0 : images.size();
            for (int i = 0; i < last; i++) {
                if (images.label(i) != images.givenLabel(i)) {
                    var image = new ImageKey(set.originalPart(part), images.sourceIndex(i));
                    found.put(image, new Correction.Relabel(images.label(i)));
                }
            }
        });
        set.excluded().forEach((part, images) -> {
            for (int i = 0; i < images.size(); i++) {
                found.put(new ImageKey(set.originalPart(part), images.sourceIndex(i)), new Correction.Exclude());
            }
        });
        return new Corrections(found);
    }

    /** What is done about an image, if anything. */
    public Optional<Correction> of(ImageKey image) {
        return Optional.ofNullable(byImage.get(image));
    }

    /** The same with this correction of an image, in place of another. */
    public Corrections with(ImageKey image, Correction correction) {
        var changed = new TreeMap<>(byImage);
        changed.put(image, correction);
        return new Corrections(changed);
    }

    /** The same without a correction of an image. */
    public Corrections without(ImageKey image) {
        var changed = new TreeMap<>(byImage);
        changed.remove(image);
        return new Corrections(changed);
    }

    /** Whether nothing is corrected. */
    public boolean isEmpty() {
        return byImage.isEmpty();
    }

    /**
     * The set with the corrections, and no others that it may have. No pixel is copied; a part that isn't touched stays the
     * same object.
     *
     * @param set
     *            as it was opened, or split after that; no image is taken out of it
     * @throws IndexOutOfBoundsException
     *             if a correction is of an image or to a class that there isn't
     */
    public PartedDataset applyTo(PartedDataset set) {
        var parts = new EnumMap<Part, Dataset>(Part.class);
        var excluded = new EnumMap<Part, Dataset>(Part.class);
        for (var part : set.parts().keySet()) {
            var labels = new HashMap<Integer, Integer>();
            var out = new BitSet();
            collect(set.originalPart(part), labels, out);
            var images = set.parts().get(part).relabelled(labels);
            var left = places(images, out, true);
            if (left.length > 0) {
                excluded.put(part, images.subset(left));
                images = images.subset(places(images, out, false));
            }
            parts.put(part, images);
        }
        return parts.equals(set.parts()) ? set : new PartedDataset(set.name(), parts, excluded);
    }

    private void collect(Part part, Map<Integer, Integer> labels, BitSet out) {
        byImage.subMap(new ImageKey(part, 0), new ImageKey(part, Integer.MAX_VALUE)).forEach((image, correction) -> {
            switch (correction) {
                case Correction.Relabel relabel -> labels.put(image.index(), relabel.label());
                case Correction.Confirm confirm -> {
                    // As it was.
                }
                case Correction.Exclude exclude -> out.set(image.index());
            }
        });
    }

    private static int[] places(Dataset images, BitSet numbers, boolean in) {
        return in && numbers.isEmpty()
                ? new int[0]
                : IntStream.range(0, images.size()).filter(i -> numbers.get(images.sourceIndex(i)) == in).toArray();
    }
}
