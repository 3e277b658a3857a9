package inkbench.training.step;

import java.util.random.RandomGenerator;

/** Random order. */
public final class Shuffle {
    private Shuffle() {}

    /** Every order equally likely (Fisher and Yates). */
    public static void inPlace(int[] values, RandomGenerator random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int moved = values[i];
            values[i] = values[j];
            values[j] = moved;
        }
    }
}
