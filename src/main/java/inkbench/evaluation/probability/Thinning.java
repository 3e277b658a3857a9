package inkbench.evaluation.probability;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Which points of a curve are enough to draw it. */
final class Thinning {
    private Thinning() {}

    /**
     * Of so many candidates those that keep the curve's shape: the first and the last, and the lowest and the highest of every
     * group of neighbours between them.
     *
     * @param candidates
     *            places in the curve, rising
     * @param most
     *            how many places to give at most, at least 4
     */
    static int[] places(int[] candidates, double[] ys, int most) {
        int count = candidates.length;
        if (count <= most) {
            return candidates;
        }
        int groups = (most - 2) / 2;
        var kept = IntStream.builder().add(candidates[0]);
        for (int group = 0; group < groups; group++) {
            int from = 1 + (int) ((long) (count - 2) * group / groups);
            int to = 1 + (int) ((long) (count - 2) * (group + 1) / groups);
            int lowest = from;
            int highest = from;
            for (int i = from + 1; i < to; i++) {
                lowest = ys[candidates[i]] < ys[candidates[lowest]] ? i : lowest;
                highest = ys[candidates[i]] > ys[candidates[highest]] ? i : highest;
            }
            kept.add(candidates[Math.min(lowest, highest)]);
            if (lowest != highest) {
                kept.add(candidates[Math.max(lowest, highest)]);
            }
        }
        return kept.add(candidates[count - 1]).build().toArray();
    }

    static double[] pick(double[] values, int[] places) {
        return Arrays.stream(places).mapToDouble(place -> values[place]).toArray();
    }
}
