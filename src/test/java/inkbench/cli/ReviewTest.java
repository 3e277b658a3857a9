package inkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import inkbench.app.Workbench;
import inkbench.data.format.DatasetFormat;
import inkbench.task.Progress;
import inkbench.testing.SampleDigits;
import inkbench.testing.TestData;

/** Labels to look at again, on the command line. */
class ReviewTest {
    @TempDir
    private Path folder;

    @Test
    void findsTheLabelsOfMnistThatReviewersRejected() throws Exception {
        var mnist = TestData.folder().resolve("mnist");
        var rejected = rejected(mnist.resolve("mnist_test_label_review.csv"));

        var document = Cli.run("evaluate", "--data", mnist.toString(), "--review", "150", "--json").json();

        var review = document.at("/review");
        assertThat(review.at("/models")).extracting(JsonNode::asText).containsExactly("best-mnist", "cnn");
        assertThat(review.at("/images")).hasSize(150);
        assertThat(rejected).hasSize(15);
        assertThat(found(review, 30, rejected)).isGreaterThanOrEqualTo(7);
        assertThat(found(review, 150, rejected)).isGreaterThanOrEqualTo(14);
    }

    @Test
    void listsDoubtsAfterTheStatistics() throws Exception {
        var set = sample();

        var printed = Cli.run("evaluate", "--data", set.toString(), "--review", "3");

        assertThat(printed.code()).isZero();
        var lines = printed.out().lines().toList();
        assertThat(lines.get(lines.size() - 5))
                .startsWith("Labels of digits to look at again, by the mean of what best-mnist, cnn");
        assertThat(lines.getLast()).matches(" +3 +\\d+ +\\d +0\\.\\d{4} +\\d +0\\.\\d{4}(  \\*)?");
    }

    @Test
    void reviewsWhatTheFoldsOfACrossValidationDidNotLearn() throws Exception {
        var out = folder.resolve("m.ink");

        var document = Cli.run(
                "train", "--data", sample().toString(), "--model", "mlp", "--epochs", "1", "--folds", "2", "--review",
                "4", "--out", out.toString(), "--json").json();

        var review = document.at("/review");
        assertThat(review.at("/crossValidated").asBoolean()).isTrue();
        assertThat(review.at("/images")).hasSize(4);
        assertThat(review.at("/images/0/margin").asDouble()).isLessThanOrEqualTo(
                review.at("/images/3/margin").asDouble());
    }

    @Test
    void refusesWhatCannotBeReviewed() throws Exception {
        var none = Cli.run("evaluate", "--data", sample().toString(), "--review", "0");
        var noFolds = Cli.run(
                "train", "--data", "builtin", "--model", "mlp", "--epochs", "1", "--review", "4", "--out",
                folder.resolve("m.ink").toString());

        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).startsWith("--review must be at least 1, but is 0.");
        assertThat(noFolds.code()).isEqualTo(2);
        assertThat(noFolds.err()).startsWith("--review needs --folds");
    }

    private Path sample() throws Exception {
        var set = folder.resolve("digits.npz");
        try (var workbench = new Workbench()) {
            workbench.export().write(SampleDigits.parted("digits", 8), DatasetFormat.NPZ, set, Progress.NONE);
        }
        return set;
    }

    private static long found(JsonNode review, int first, Set<Integer> rejected) {
        return IntStream.range(0, first)
                .map(rank -> review.at("/images/" + rank + "/index").asInt())
                .filter(rejected::contains)
                .count();
    }

    private static Set<Integer> rejected(Path reviewers) throws Exception {
        try (var lines = Files.lines(reviewers)) {
            return lines.skip(1)
                    .map(line -> line.split(","))
                    .filter(fields -> fields[6].equals("1"))
                    .map(fields -> Integer.valueOf(fields[0]))
                    .collect(Collectors.toSet());
        }
    }
}
