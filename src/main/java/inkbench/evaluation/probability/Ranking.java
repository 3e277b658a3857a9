package inkbench.evaluation.probability;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Images from the highest score to the lowest, cut after every group with the same score: no threshold lies between those.
 *
 * @param thresholds
 *            the scores, falling
 * @param hits
 *            {@code hits[i]}: of the images with at least {@code thresholds[i]}, how many are what was looked for
 * @param taken
 *            how many images have at least that score
 */
record Ranking(double[] thresholds, int[] hits, int[] taken) {
    static Ranking of(double[] scores, IntPredicate lookedFor) {
        int count = scores.length;
        int[] order = IntStream.range(0, count)
                .boxed()
                .sorted((a, b) -> Double.compare(scores[b], scores[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        var thresholds = new double[count];
        var hits = new int[count];
        var taken = new int[count];
        int groups = 0;
        int found = 0;
        for (int i = 0; i < count; i++) {
            double score = scores[order[i]];
            if (lookedFor.test(order[i])) {
                found++;
            }
            if (i + 1 == count || scores[order[i + 1]] != score) {
                thresholds[groups] = score;
                hits[groups] = found;
                taken[groups] = i + 1;
                groups++;
            }
        }
        return new Ranking(
                Arrays.copyOf(thresholds, groups),
                Arrays.copyOf(hits, groups),
                Arrays.copyOf(taken, groups));
    }

    int size() {
        return thresholds.length;
    }

    int allHits() {
        return size() == 0 ? 0 : hits[size() - 1];
    }

    int all() {
        return size() == 0 ? 0 : taken[size() - 1];
    }
}
