package inkbench.data.split;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;

/**
 * Cuts a labelled data set into shares that each have the same mix of classes as the whole, as R's
 * {@code createDataPartition} does: the images of every class are shuffled and dealt out by themselves.
 *
 * <p>Every image lands in exactly one share. The shares are views, in the order of the whole. The same data, shares and
 * seed give the same cut on every machine.
 */
public final class StratifiedSplit {
    /** Shares such as 0.7, 0.2 and 0.1 don't add up to exactly 1. */
    private static final double ROUNDING = 1e-9;

    private StratifiedSplit() {}

    /**
     * Cuts a set into parts to train with, to test with and to keep aside. A part that gets no image is left out.
     *
     * @param shares
     *            of each part
     * @throws IllegalStateException
     *             if the images have no labels
     */
    public static PartedDataset into(Dataset whole, SplitShares shares, long seed) {
        var cut = split(whole, seed, Arrays.stream(Part.values()).mapToDouble(shares::of).toArray());
        var parts = new EnumMap<Part, Dataset>(Part.class);
        for (var part : Part.values()) {
            var share = cut.get(part.ordinal());
            if (share.size() > 0) {
                parts.put(part, share);
            }
        }
        return new PartedDataset(whole.name(), parts);
    }

    /**
     * Cuts a set into any number of shares. Of a class with n images, a share f gets n·f of them rounded down; the images
     * that are left over go one each to the shares that lost most by rounding, the earlier one first where that is equal. So
     * a class with a single image goes to the largest share.
     *
     * @param shares
     *            0…1 each, adding up to 1
     * @return one view for each share, maybe an empty one
     * @throws IllegalArgumentException
     *             if the shares are no shares of one whole
     * @throws IllegalStateException
     *             if the images have no labels
     */
    public static List<Dataset> split(Dataset whole, long seed, double... shares) {
        var shareOf = deal(whole, seed, shares);
        return IntStream.range(0, shares.length)
                .mapToObj(share -> subset(whole, image -> shareOf[image] == share))
                .toList();
    }

    /**
     * Cuts a set for cross-validation: into what is learned from and one of several equal parts. The parts of all folds together
     * are the whole, each image in one of them.
     *
     * @param fold
     *            which part, from 0
     * @param folds
     *            how many parts there are
     * @return what is left, and the part
     * @throws IllegalStateException
     *             if the images have no labels
     */
    public static List<Dataset> fold(Dataset whole, long seed, int fold, int folds) {
        Objects.checkIndex(fold, folds);
        var shares = new double[folds];
        Arrays.fill(shares, 1.0 / folds);
        var shareOf = deal(whole, seed, shares);
        return List.of(
                subset(whole, image -> shareOf[image] != fold),
                subset(whole, image -> shareOf[image] == fold));
    }

    private static Dataset subset(Dataset whole, IntPredicate contained) {
        return whole.subset(IntStream.range(0, whole.size()).filter(contained).toArray());
    }

    /** The share that each image lands in. */
    private static int[] deal(Dataset whole, long seed, double... shares) {
        if (Arrays.stream(shares).anyMatch(share -> !(share >= 0 && share <= 1))
                || Math.abs(Arrays.stream(shares).sum() - 1) > ROUNDING) {
            throw new IllegalArgumentException("Shares " + Arrays.toString(shares) + " don't add up to 1");
        }
        var random = new SplittableRandom(seed);
        var shareOf = new int[whole.size()];
        for (var places : whole.indicesByClass()) {
            shuffle(places, random);
            var sizes = sizes(places.length, shares);
            int dealt = 0;
            for (int share = 0; share < shares.length; share++) {
                for (int i = 0; i < sizes[share]; i++) {
                    shareOf[places[dealt++]] = share;
                }
            }
        }
        return shareOf;
    }

    /** Largest remainder method (Hamilton): whole numbers that add up to {@code count}. */
    private static int[] sizes(int count, double[] shares) {
        var sizes = new int[shares.length];
        var lost = new double[shares.length];
        int left = count;
        for (int i = 0; i < shares.length; i++) {
            // 10 · 0.7 is a little below 7 in binary, and must not count as 6.
            sizes[i] = (int) Math.floor(count * shares[i] + ROUNDING * count);
            lost[i] = count * shares[i] - sizes[i];
            left -= sizes[i];
        }
        for (; left > 0; left--) {
            int neediest = 0;
            for (int i = 1; i < shares.length; i++) {
                if (lost[i] > lost[neediest] + ROUNDING * count) {
                    neediest = i;
                }
            }
            sizes[neediest]++;
            lost[neediest]--;
        }
        return sizes;
    }

    /** Fisher and Yates's shuffle. */
    private static void shuffle(int[] places, SplittableRandom random) {
        for (int i = places.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int place = places[i];
            places[i] = places[other];
            places[other] = place;
        }
    }
}
