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
    public static List<Pair> between(Images a, Images b, Progress progress) {
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
            for (int place : index.placesOf(image)) {
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
    public static List<Pair> within(Images set, Progress progress) {
        var firsts = firsts(set, progress);
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < firsts.length; i++) {
            if (firsts[i] != i) {
                pairs.add(new Pair(firsts[i], i));
            }
        }
        return List.copyOf(pairs);
    }

    /**
     * The images that a set has more than once: the places of each group ascending, the groups by their first place. Takes time
     * in proportion to the images, however many of them are the same.
     *
     * @throws java.util.concurrent.CancellationException
     *             if the progress says so
     */
    public static List<int[]> groups(Images set, Progress progress) {
        var firsts = firsts(set, progress);
        var sizes = new int[firsts.length];
        for (int first : firsts) {
            sizes[first]++;
        }
        var groups = new ArrayList<int[]>();
        var groupOf = new int[firsts.length];
        var filled = new int[firsts.length];
        for (int i = 0; i < firsts.length; i++) {
            int first = firsts[i];
            if (sizes[first] > 1) {
                if (first == i) {
                    groupOf[i] = groups.size();
                    groups.add(new int[sizes[i]]);
                }
                groups.get(groupOf[first])[filled[first]++] = i;
            }
        }
        return List.copyOf(groups);
    }

    /** For every image the place of the first one that is the same, which may be its own. */
    private static int[] firsts(Images set, Progress progress) {
        var index = new Index(set, set.size());
        var firsts = new int[set.size()];
        var image = new byte[set.imageSize()];
        for (int i = 0; i < firsts.length; i++) {
            if (i % IMAGES_BETWEEN_LOOKS == 0) {
                progress.throwIfCancelled();
                progress.report(i, firsts.length);
            }
            set.copyPixels(i, image, 0);
            firsts[i] = index.firstOrAdd(image, i);
        }
        return firsts;
    }

    /** A hash table of places, without an object for each: sets may have millions of images. */
    private static final class Index {
        private static final int EMPTY = -1;

        private final Images set;
        private final int[] table;
        private final long[] hashes;
        private final byte[] candidate;

        /** An index of nothing yet, with room for some images of a set. */
        Index(Images set, int room) {
            this.set = set;
            // At most half full, so that few places have to be looked at.
            table = new int[Integer.highestOneBit(Math.max(1, Math.min(room, 1 << 28))) << 2];
            Arrays.fill(table, EMPTY);
            hashes = new long[room];
            candidate = new byte[set.imageSize()];
        }

        /** An index of all images of a set. */
        Index(Images set, Reporter reporter, Progress progress) {
            this(set, set.size());
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

        /** The place of the image that is the same, or the image's own, which is in the index from then on. */
        int firstOrAdd(byte[] image, int own) {
            long hash = hash(image);
            int slot = slot(hash);
            for (; table[slot] != EMPTY; slot = next(slot)) {
                int place = table[slot];
                if (hashes[place] == hash && isAt(image, place)) {
                    return place;
                }
            }
            table[slot] = own;
            hashes[own] = hash;
            return own;
        }

        /** Where an image lies, ascending. */
        int[] placesOf(byte[] image) {
            long hash = hash(image);
            var found = new int[0];
            for (int slot = slot(hash); table[slot] != EMPTY; slot = next(slot)) {
                int place = table[slot];
                if (hashes[place] == hash && isAt(image, place)) {
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
