package inkbench.app.browse;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import inkbench.data.Dataset;
import inkbench.data.Images;
import inkbench.data.Part;
import inkbench.data.PartedDataset;

/**
 * All images of all parts of a data set, one part after the other, and what a model answered where that is known. The place
 * of an image in here is called its position. Behind the {@link #size()} images that count, images that corrections have
 * taken out have positions too, to be looked at. Instances never change.
 */
public final class ImageCollection implements Images {
    private final PartedDataset set;
    private final List<Part> parts;
    /** Those of the parts, and behind them those that were taken out. */
    private final Dataset[] datasets;
    private final Part[] partOf;
    private final Predictions[] predictions;
    /** Position of the first image of every data set, and at the end how many there are. */
    private final int[] starts;
    private final boolean labelled;

    private ImageCollection(PartedDataset set, Map<Part, Predictions> answers) {
        this.set = set;
        parts = List.copyOf(set.parts().keySet());
        datasets = Stream.concat(set.parts().values().stream(), set.excluded().values().stream())
                .toArray(Dataset[]::new);
        partOf = Stream.concat(parts.stream(), set.excluded().keySet().stream()).toArray(Part[]::new);
        predictions = Arrays.copyOf(parts.stream().map(answers::get).toArray(Predictions[]::new), datasets.length);
        labelled = Arrays.stream(datasets).allMatch(Dataset::labelled);
        starts = new int[datasets.length + 1];
        for (int i = 0; i < datasets.length; i++) {
            starts[i + 1] = Math.addExact(starts[i], datasets[i].size());
        }
    }

    /** All images of a set, of which no model has seen any. */
    public static ImageCollection of(PartedDataset set) {
        return new ImageCollection(set, Map.of());
    }

    /** The same images with the answers of a model to those of some parts, in place of all answers before. */
    public ImageCollection with(Map<Part, Predictions> answers) {
        return new ImageCollection(set, answers);
    }

    /** The data set that the images are of. */
    public PartedDataset set() {
        return set;
    }

    /** The parts, in the order in which their images come. */
    public List<Part> parts() {
        return parts;
    }

    @Override
    public int width() {
        return set.width();
    }

    @Override
    public int height() {
        return set.height();
    }

    /** How many images count; those that were taken out don't. */
    @Override
    public int size() {
        return starts[parts.size()];
    }

    /** How many images have a position, with those that were taken out. */
    public int positions() {
        return starts[datasets.length];
    }

    /** Whether the set has corrections. */
    public boolean corrected() {
        return set.excludedCount() > 0 || set.relabelledCount() > 0;
    }

    /** Whether an image was taken out. */
    public boolean excluded(int position) {
        return partAt(position) >= parts.size();
    }

    /** Whether an image has another label than was read. */
    public boolean relabelled(int position) {
        return labelled && label(position) != givenLabel(position);
    }

    /** The class of an image as it was read, whatever it was corrected to. */
    public int givenLabel(int position) {
        int at = partAt(position);
        return datasets[at].givenLabel(position - starts[at]);
    }

    /** The position of the image with a number in a part's file, taken out or not; −1 if there is none. Looks through all. */
    public int find(Part part, int number) {
        for (int at = 0; at < datasets.length; at++) {
            for (int i = 0; partOf[at] == part && i < datasets[at].size(); i++) {
                if (datasets[at].sourceIndex(i) == number) {
                    return starts[at] + i;
                }
            }
        }
        return -1;
    }

    @Override
    public List<String> classNames() {
        return datasets[0].classNames();
    }

    /** Whether every image has a label. */
    @Override
    public boolean labelled() {
        return labelled;
    }

    @Override
    public int label(int position) {
        int at = partAt(position);
        return datasets[at].label(position - starts[at]);
    }

    @Override
    public void copyPixels(int position, byte[] target, int offset) {
        int at = partAt(position);
        datasets[at].copyPixels(position - starts[at], target, offset);
    }

    @Override
    public int sourceIndex(int position) {
        int at = partAt(position);
        return datasets[at].sourceIndex(position - starts[at]);
    }

    /** The position of a part's first image. */
    public int start(Part part) {
        return starts[parts.indexOf(part)];
    }

    /** The part that an image is in. */
    public Part part(int position) {
        return partOf[partAt(position)];
    }

    /** Whether the writers of any part are known. */
    public boolean writersKnown() {
        return Arrays.stream(datasets).anyMatch(dataset -> dataset.writers().isPresent());
    }

    /** What the writer of an image is called; empty where nobody knows. */
    public Optional<String> writer(int position) {
        int at = partAt(position);
        return datasets[at].writer(position - starts[at]);
    }

    /** Whether a model's answers are known for any part. */
    public boolean predicted() {
        return Arrays.stream(predictions).anyMatch(Objects::nonNull);
    }

    /** Whether a model's answer to an image is known. */
    public boolean predicted(int position) {
        return predictions[partAt(position)] != null;
    }

    /** The class that a model answered; −1 where that is not known. */
    public int prediction(int position) {
        int at = partAt(position);
        return predictions[at] == null ? -1 : predictions[at].label(position - starts[at]);
    }

    /** How sure the model was of its answer, 0…1; NaN where there is none. */
    public float confidence(int position) {
        int at = partAt(position);
        return predictions[at] == null ? Float.NaN : predictions[at].confidence(position - starts[at]);
    }

    /** Cross-entropy of the model's answer in nats; NaN where there is none. */
    public float loss(int position) {
        int at = partAt(position);
        return predictions[at] == null ? Float.NaN : predictions[at].loss(position - starts[at]);
    }

    /**
     * The positions of the images with a number, without looking through all; empty if some part is a choice of images or
     * has them in another order.
     */
    Optional<int[]> wholePartsAt(int number) {
        for (var dataset : set.parts().values()) {
            int last = dataset.size() - 1;
            boolean whole = last < 0 || dataset.sourceIndex(0) == 0 && dataset.sourceIndex(last) == last;
            if (!whole || number <= last && dataset.sourceIndex(number) != number) {
                return Optional.empty();
            }
        }
        return Optional.of(
                IntStream.range(0, parts.size())
                        .filter(at -> number < datasets[at].size())
                        .map(at -> starts[at] + number)
                        .toArray());
    }

    /** A set of the images at some positions. */
    PartedDataset chosen(int[] positions) {
        var chosen = new EnumMap<Part, Dataset>(Part.class);
        for (int at = 0; at < datasets.length; at++) {
            int start = starts[at];
            int end = starts[at + 1];
            var places = Arrays.stream(positions)
                    .filter(position -> position >= start && position < end)
                    .map(position -> position - start)
                    .toArray();
            if (places.length > 0) {
                chosen.put(partOf[at], datasets[at].subset(places));
            }
        }
        return new PartedDataset(set.name(), chosen);
    }

    private int partAt(int position) {
        Objects.checkIndex(position, positions());
        int at = 0;
        while (position >= starts[at + 1]) {
            at++;
        }
        return at;
    }
}
