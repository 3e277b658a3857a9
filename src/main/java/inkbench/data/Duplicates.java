package inkbench.data;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import inkbench.task.Progress;

/** Finds images that are the same in every pixel, whatever their labels. */
public final class Duplicates {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int IMAGES_BETWEEN_LOOKS = 4096;
    // From SplittableRandom, after Stafford (2011).
    private static final long MIX = 0xbf58476d1ce4e5b9L;

    private Duplicates() {}

    /**
     * Two images that are the same.
     *
     * @param a
     *            place in the first set
     * @param b
     *            place in the second
     */
    public record Pair(int a, int b) {}

    /**
     * Every pair of the same image in two sets, by places in the first, then in the second.
     *
     * @throws IllegalArgumentException
     *             if the images are not of one size
     * @throws java.util.concurrent.CancellationException
     *             if the progress says so
     */
    public static List<Pair> between(Dataset a, Dataset b, Progress progress) {
        if (a.width() != b.width() || a.height() != b.height()) {
            throw new IllegalArgumentException(a + " and " + b + " have images of different sizes");
        }
        long total = (long) a.size() + b.size();
        var index = new Index(b, (done, _) -> progress.report(done, total), progress);
        var pairs = new ArrayList<Pair>();
        var image = new byte[a.imageSize()];
        for (int i = 0; i < a.size(); i++) {
            if (i % IMAGES_BETWEEN_LOOKS == 0) {
                progress.throwIfCancelled();
                progress.report((long) b.size() + i, total);
            }
            a.copyPixels(i, image, 0);
            for (int place : index.placesOf(image, b.size())) {
                pairs.add(new Pair(i, place));
            }
        }
        return List.copyOf(pairs);
    }

    /**
     * Every pair of the same image within one set, the smaller place first. Of three that are the same each is paired with the
     * first alone.
     *
     * @throws java.util.concurrent.CancellationException
     *             if the progress says so
     */
    public static List<Pair> within(Dataset set, Progress progress) {
        var index = new Index(set, progress::report, progress);
        var pairs = new ArrayList<Pair>();
        var image = new byte[set.imageSize()];
        for (int i = 0; i < set.size(); i++) {
            if (i % IMAGES_BETWEEN_LOOKS == 0) {
                progress.throwIfCancelled();
            }
            set.copyPixels(i, image, 0);
            var earlier = index.placesOf(image, i);
            if (earlier.length > 0) {
                pairs.add(new Pair(earlier[0], i));
            }
        }
        return List.copyOf(pairs);
    }

    /** A hash table of places, without an object for each: sets may have millions of images. */
    private static final class Index {
        private static final int EMPTY = -1;

        private final Dataset set;
        private final int[] table;
        private final long[] hashes;
        private final byte[] candidate;

        Index(Dataset set, Reporter reporter, Progress progress) {
            this.set = set;
            // At most half full, so that few places have to be looked at.
            table = new int[Integer.highestOneBit(Math.max(1, Math.min(set.size(), 1 << 28))) << 2];
            Arrays.fill(table, EMPTY);
            hashes = new long[set.size()];
            candidate = new byte[set.imageSize()];
            for (int i = 0; i < set.size(); i++) {
                if (i % IMAGES_BETWEEN_LOOKS == 0) {
                    progress.throwIfCancelled();
                    reporter.report(i, set.size());
                }
                set.copyPixels(i, candidate, 0);
                hashes[i] = hash(candidate);
                int slot = slot(hashes[i]);
                while (table[slot] != EMPTY) {
                    slot = next(slot);
                }
                table[slot] = i;
            }
        }

        /** Where an image lies among the first {@code limit}, ascending. */
        int[] placesOf(byte[] image, int limit) {
            long hash = hash(image);
            var found = new int[0];
            for (int slot = slot(hash); table[slot] != EMPTY; slot = next(slot)) {
                int place = table[slot];
                if (place < limit && hashes[place] == hash && isAt(image, place)) {
                    found = Arrays.copyOf(found, found.length + 1);
                    found[found.length - 1] = place;
                }
            }
            Arrays.sort(found);
            return found;
        }

        private boolean isAt(byte[] image, int place) {
            set.copyPixels(place, candidate, 0);
            return Arrays.equals(image, candidate);
        }

        private int slot(long hash) {
            return (int) (hash >>> 32) & table.length - 1;
        }

        private int next(int slot) {
            return slot + 1 & table.length - 1;
        }
    }

    /** Hears how far the index is. */
    @FunctionalInterface
    private interface Reporter {
        void report(long done, long total);
    }

    private static long hash(byte[] image) {
        long hash = image.length;
        int i = 0;
        for (; i + Long.BYTES <= image.length; i += Long.BYTES) {
            hash = mixed(hash ^ (long) LONG.get(image, i));
        }
        for (; i < image.length; i++) {
            hash = mixed(hash ^ image[i]);
        }
        return hash;
    }

    private static long mixed(long value) {
        long mixed = (value ^ value >>> 30) * MIX;
        return mixed ^ mixed >>> 27;
    }
}
