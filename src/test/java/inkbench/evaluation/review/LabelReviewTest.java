package inkbench.evaluation.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

import inkbench.data.Dataset;

class LabelReviewTest {
    /** By hand: the threshold of "a" is (0.9 + 0.8 + 0.1) / 3 = 0.6, that of "b" (0.8 + 0.55 + 0.75) / 3 = 0.7. */
    private static final float[][] BY_HAND = {
            {0.9f, 0.1f}, {0.8f, 0.2f}, {0.1f, 0.9f}, {0.2f, 0.8f}, {0.45f, 0.55f}, {0.25f, 0.75f}};

    @Test
    void countsWhatAClassIsConfidentOf() {
        var review = LabelReview.of(images("ab", 0, 0, 0, 1, 1, 1), BY_HAND, 6);

        assertThat(review.thresholds()).containsExactly(new double[]{0.6, 0.7}, within(1e-6));
        // The fifth image reaches neither threshold.
        assertThat(review.confidentJoint()).isDeepEqualTo(new long[][]{{2, 1}, {0, 2}});
        assertThat(review.counted()).isOne();
        assertThat(review.doubts()).filteredOn(Doubt::counted).extracting(Doubt::index).containsExactly(2);
    }

    @Test
    void ranksByTheMarginToTheMostProbableOtherClass() {
        var review = LabelReview.of(images("ab", 0, 0, 0, 1, 1, 1), BY_HAND, 3);

        assertThat(review.doubts()).extracting(Doubt::index).containsExactly(2, 4, 5);
        var first = review.doubts().getFirst();
        assertThat(first.given()).isZero();
        assertThat(first.suggested()).isOne();
        assertThat(first.margin()).isCloseTo(-0.8, within(1e-6));
    }

    @Test
    void suggestsTheSecondBestWhereTheLabelIsTheBest() {
        var review = LabelReview.of(images("abc", 1, 2), new float[][]{{0.1f, 0.7f, 0.2f}, {0.3f, 0.1f, 0.6f}}, 2);

        assertThat(review.doubts()).extracting(Doubt::suggested).containsExactly(0, 2);
    }

    @Test
    void aClassWithoutImagesIsNeverConfident() {
        var review = LabelReview.of(images("abc", 0, 0), new float[][]{{0.9f, 0, 0.1f}, {0.1f, 0, 0.9f}}, 2);

        assertThat(review.thresholds()[1]).isNaN();
        assertThat(review.thresholds()[2]).isNaN();
        assertThat(review.counted()).isZero();
        assertThat(review.doubts().getFirst()).isEqualTo(new Doubt(1, 0, 2, 0.1f, 0.9f, false));
    }

    @Test
    void keepsTheOrderOfImagesThatAreEquallyDoubtful() {
        var rows = new float[20][];
        Arrays.fill(rows, new float[]{0.5f, 0.5f});

        var review = LabelReview.of(images("ab", new int[20]), rows, 5);

        assertThat(review.doubts()).extracting(Doubt::index).containsExactly(0, 1, 2, 3, 4);
    }

    @RepeatedTest(5)
    void findsLabelsThatWereChanged(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        int size = 500;
        var truth = IntStream.range(0, size).map(i -> i % 4).toArray();
        var rows = new float[size][4];
        for (int i = 0; i < size; i++) {
            float sure = 0.7f + 0.29f * random.nextFloat();
            Arrays.fill(rows[i], (1 - sure) / 3);
            rows[i][truth[i]] = sure;
        }
        var wrong = new TreeSet<Integer>();
        while (wrong.size() < 25) {
            wrong.add(random.nextInt(size));
        }
        wrong.forEach(i -> truth[i] = (truth[i] + 1 + random.nextInt(3)) % 4);

        var review = LabelReview.of(images("abcd", truth), rows, 25);

        assertThat(review.doubts()).extracting(Doubt::index).containsExactlyInAnyOrderElementsOf(wrong);
        assertThat(review.doubts()).allMatch(doubt -> doubt.suggested() == doubt.index() % 4);
    }

    @Test
    void refusesAnswersToOtherImages() {
        assertThatThrownBy(() -> LabelReview.of(images("ab", 0, 1), new float[1][2], 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 answers");
        assertThatThrownBy(() -> LabelReview.of(images("ab", 0, 1).withoutLabels(), new float[2][2], 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Dataset images(String classes, int... labels) {
        var bytes = new byte[labels.length];
        for (int i = 0; i < labels.length; i++) {
            bytes[i] = (byte) labels[i];
        }
        return Dataset.of("images", 1, 1, List.of(classes.split("")), new byte[labels.length], bytes, "a test");
    }
}
