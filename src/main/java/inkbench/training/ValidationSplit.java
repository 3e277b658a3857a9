package inkbench.training;

import java.util.Arrays;
import java.util.SplittableRandom;

import inkbench.data.Dataset;

/**
 * Images to learn from and images to validate with, as places in a data set.
 */
record ValidationSplit(int[] training, int[] validation) {
    static ValidationSplit of(Dataset dataset, double fraction, long seed) {
        var random = new SplittableRandom(seed);
        var validates = new boolean[dataset.size()];
        for (var places : dataset.indicesByClass()) {
            Shuffle.inPlace(places, random);
            int count = (int) Math.round(places.length * fraction);
            for (int i = 0; i < count; i++) {
                validates[places[i]] = true;
            }
        }
        return new ValidationSplit(places(validates, false), places(validates, true));
    }

    private static int[] places(boolean[] validates, boolean wanted) {
        var places = new int[validates.length];
        int count = 0;
        for (int i = 0; i < validates.length; i++) {
            if (validates[i] == wanted) {
                places[count++] = i;
            }
        }
        return Arrays.copyOf(places, count);
    }
}
