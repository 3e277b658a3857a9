package inkbench.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import inkbench.store.run.BatchBucket;

class BatchBacklogTest {
    @Test
    void putsAsManyBatchesInABucketAsItWasAsked() {
        var backlog = new BatchBacklog(3, 100);
        for (int iteration = 1; iteration <= 7; iteration++) {
            backlog.add(Runs.batch(iteration, iteration));
        }

        assertThat(backlog.take()).extracting(BatchBucket::lastIteration).containsExactly(3L, 6L);
        backlog.cut();
        assertThat(backlog.take()).containsExactly(Runs.batch(7, 7));
    }

    @Test
    void keepsSmallestLargestAndMeanOfABucket() {
        var bucket = Runs.batch(1, 4).with(Runs.batch(2, 1)).with(Runs.batch(3, 7));

        assertThat(bucket.loss()).isEqualTo(new BatchBucket.Range(1, 7, 4));
        assertThat(bucket.firstIteration()).isEqualTo(1);
        assertThat(bucket.lastIteration()).isEqualTo(3);
    }

    @Test
    void losesDetailRatherThanBatchesWhereNobodyTakesThem() {
        var backlog = new BatchBacklog(1, 16);
        for (int iteration = 1; iteration <= 1000; iteration++) {
            backlog.add(Runs.batch(iteration, iteration == 500 ? 99 : 1));
        }

        var buckets = backlog.take();
        assertThat(buckets).hasSizeLessThanOrEqualTo(16);
        assertThat(buckets.stream().mapToLong(BatchBucket::size).sum()).isEqualTo(1000);
        assertThat(buckets.stream().mapToDouble(bucket -> bucket.loss().max()).max()).hasValue(99);
    }

    @Test
    void putsWhatIsGivenBackBeforeWhatCameSince() {
        var backlog = new BatchBacklog(1, 16);
        backlog.add(Runs.batch(1, 1));
        var taken = backlog.take();
        backlog.add(Runs.batch(2, 1));
        backlog.giveBack(taken);

        assertThat(backlog.take()).extracting(BatchBucket::firstIteration).containsExactly(1L, 2L);
    }
}
