package inkbench.statistics;

import java.util.Arrays;

/** Puts images in order by a number that each has, without an object for any of them. */
public final class Ranking {
    private static final long LOW_BITS = 0xFFFFFFFFL;

    private Ranking() {}

    /** A number that an image has. */
    @FunctionalInterface
    public interface Key {
        /** The number of the image at a place; NaN counts as larger than all others. */
        float of(int place);
    }

    /** The places in the order of their keys, those with equal keys in the order they come in now, which is ascending. */
    public static int[] sorted(int[] ascendingPlaces, Key key, boolean descending) {
        // Key and place side by side in one number each: sorting these needs no comparator.
        var packed = new long[ascendingPlaces.length];
        for (int i = 0; i < packed.length; i++) {
            int bits = sortable(key.of(ascendingPlaces[i]));
            packed[i] = (long) (descending ? ~bits : bits) << Integer.SIZE | ascendingPlaces[i];
        }
        Arrays.parallelSort(packed);
        var places = new int[packed.length];
        Arrays.setAll(places, i -> (int) (packed[i] & LOW_BITS));
        return places;
    }

    /** A whole number that is larger for a larger float: negative floats have their bits in the opposite order. */
    private static int sortable(float value) {
        int bits = Float.floatToIntBits(value + 0f);
        return bits < 0 ? bits ^ Integer.MAX_VALUE : bits;
    }
}
