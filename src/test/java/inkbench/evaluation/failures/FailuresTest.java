package inkbench.evaluation.failures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import inkbench.data.Dataset;
import inkbench.evaluation.Evaluation;

class FailuresTest {
    /** Labels a a b b c c c: the second, fourth, sixth and seventh are wrong, the fifth is right and unsure. */
    private static final int[] LABELS = {0, 0, 1, 1, 2, 2, 2};
    private static final float[][] ANSWERS = {
            {0.9f, 0.05f, 0.05f},
            {0.25f, 0.75f, 0},
            {0, 1, 0},
            {0.875f, 0.125f, 0},
            {0.25f, 0.375f, 0.375f},
            {0, 0.75f, 0.25f},
            {0.5f, 0.375f, 0.125f}};

    @Test
    void ranksByLossAndKeepsTheOrderOfEquals() {
        var losses = Failures.of(evaluation(LABELS, ANSWERS), 5).topLosses();

        assertThat(losses).extracting(Failure::index).containsExactly(3, 6, 1, 5, 4);
        assertThat(losses.getFirst()).isEqualTo(new Failure(3, 1, 0, 0.875, Math.log(8)));
        assertThat(losses.get(2).loss()).isEqualTo(Math.log(4), within(1e-12));
    }

    @Test
    void listsRightAnswersBehindTheErrors() {
        var answers = new float[][]{{1, 0}, {0.5f, 0.5f}, {0.125f, 0.875f}};

        var losses = Failures.of(evaluation(new int[3], answers), 3).topLosses();

        assertThat(losses).extracting(Failure::wrong).containsExactly(true, false, false);
        // Not −0.
        assertThat(Double.doubleToRawLongBits(losses.getLast().loss())).isZero();
    }

    @Test
    void ranksErrorsByCertainty() {
        var failures = Failures.of(evaluation(LABELS, ANSWERS), 10);

        // The fifth is taken for b, the first of two equals.
        assertThat(failures.confidentErrors()).extracting(Failure::index).containsExactly(3, 1, 5, 6, 4);
        assertThat(failures.confidentErrors()).extracting(Failure::prediction).containsExactly(0, 1, 1, 0, 1);
    }

    @Test
    void countsBothWaysOfAPair() {
        var pairs = Failures.of(evaluation(LABELS, ANSWERS), 10).confusedPairs();

        assertThat(pairs).extracting(ConfusedPair::a).containsExactly(0, 1, 0);
        assertThat(pairs).extracting(ConfusedPair::b).containsExactly(1, 2, 2);
        assertThat(pairs).extracting(ConfusedPair::aAsB).containsExactly(1L, 0L, 0L);
        assertThat(pairs).extracting(ConfusedPair::bAsA).containsExactly(1L, 2L, 1L);
        assertThat(pairs.get(1).images()).extracting(Failure::index).containsExactly(5, 4);
    }

    @Test
    void countsAllImagesOfAPairAndListsThoseAskedFor() {
        var failures = Failures.of(evaluation(LABELS, ANSWERS), 1);

        assertThat(failures.topLosses()).hasSize(1);
        assertThat(failures.confidentErrors()).hasSize(1);
        assertThat(failures.confusedPairs()).hasSize(3);
        assertThat(failures.confusedPairs().getFirst().total()).isEqualTo(2);
        assertThat(failures.confusedPairs().getFirst().images()).hasSize(1);
    }

    @Test
    void hasNoErrorsWhereAllIsRight() {
        var failures = Failures.of(evaluation(new int[]{1}, new float[][]{{0.25f, 0.75f}}), 3);

        assertThat(failures.topLosses()).hasSize(1);
        assertThat(failures.confidentErrors()).isEmpty();
        assertThat(failures.confusedPairs()).isEmpty();
    }

    @Test
    void tellsProbabilitiesApartThatHaveTheSameLoss() {
        var answers = new float[][]{{1e-9f, 1}, {0, 1}, {1e-8f, 1}};

        var losses = Failures.of(evaluation(new int[3], answers), 3).topLosses();

        assertThat(losses).extracting(Failure::index).containsExactly(1, 0, 2);
        assertThat(losses).extracting(Failure::loss).containsOnly(-Math.log(1e-7));
    }

    @RepeatedTest(5)
    void everyErrorIsOfOnePair(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        int size = 300;
        var labels = random.ints(size, 0, 5).toArray();
        var answers = new float[size][5];
        for (var row : answers) {
            for (int c = 0; c < row.length; c++) {
                row[c] = random.nextInt(4);
            }
            row[0]++;
            float sum = (float) IntStream.range(0, row.length).mapToDouble(c -> row[c]).sum();
            IntStream.range(0, row.length).forEach(c -> row[c] /= sum);
        }
        var evaluation = evaluation(labels, answers);

        var failures = Failures.of(evaluation, size);

        var confusion = evaluation.confusion();
        assertThat(failures.confidentErrors()).hasSize((int) (confusion.total() - confusion.correct()));
        assertThat(failures.confusedPairs().stream().flatMap(pair -> pair.images().stream()))
                .containsExactlyInAnyOrderElementsOf(failures.confidentErrors());
        assertThat(failures.confusedPairs()).allMatch(pair -> pair.total() == pair.images().size());
        assertThat(failures.topLosses()).isSortedAccordingTo(
                (one, other) -> Double.compare(other.loss(), one.loss()));
        assertThat(Arrays.stream(confusion.counts()).flatMapToLong(Arrays::stream).sum()).isEqualTo(size);
    }

    private static Evaluation evaluation(int[] labels, float[][] answers) {
        var bytes = new byte[labels.length];
        IntStream.range(0, labels.length).forEach(i -> bytes[i] = (byte) labels[i]);
        var names = List.of("a", "b", "c", "d", "e").subList(0, answers[0].length);
        return Evaluation.of(
                "model",
                Dataset.of("images", 1, 1, names, new byte[labels.length], bytes, "a test"),
                answers);
    }
}
