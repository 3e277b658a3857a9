package inkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import inkbench.evaluation.comparison.PairedCounts;
import inkbench.model.file.ModelFile;
import inkbench.testing.SampleModels;

/** Two models on the same images, and all parts of a set side by side, on the command line. */
class EvaluateSeveralTest {
    @TempDir
    private Path folder;

    @Test
    void comparesWithAnotherModelOnTheSameImages() throws Exception {
        var alone = Cli.run("evaluate", "--data", "builtin");
        var printed = Cli.run("evaluate", "--data", "builtin", "--compare", untrained());
        var document = Cli.run("evaluate", "--data", "builtin", "--compare", untrained(), "--json").json();

        assertThat(printed.code()).isZero();
        assertThat(printed.out()).startsWith(alone.out());
        var lines = printed.out().substring(alone.out().length()).lines().toList();
        assertThat(lines).hasSize(1 + 2 + 3 + 1 + 12);
        assertThat(lines.get(1)).isEqualTo("Compared with blank on the same images");
        assertThat(lines.get(3)).matches("Accuracy \\d+\\.\\d\\d%, of blank \\d+\\.\\d\\d%");
        assertThat(lines.get(4)).matches(
                "Difference \\+\\d+\\.\\d\\d points, 95% interval \\+\\d+\\.\\d\\d to \\+\\d+\\.\\d\\d \\(Newcombe\\)");
        assertThat(lines.get(5)).isEqualTo("Exact McNemar test: p < 0.0001");
        assertThat(lines.get(7)).isEqualTo("class  both right  fixed  broken  both wrong");
        assertThat(lines.getLast()).startsWith("all").hasSameSizeAs(lines.get(7));

        var comparison = document.get("comparison");
        assertThat(comparison.get("model").asText()).isEqualTo("blank");
        var all = counts(comparison.get("all"));
        assertThat(all.total()).isEqualTo(document.get("count").asLong());
        assertThat((all.bothRight() + all.fixed()) / (double) all.total())
                .isEqualTo(document.get("accuracy").asDouble());
        assertThat((all.bothRight() + all.broken()) / (double) all.total())
                .isEqualTo(comparison.get("accuracy").asDouble());
        assertThat(comparison.get("difference").asDouble())
                .isCloseTo(document.get("accuracy").asDouble() - comparison.get("accuracy").asDouble(), within(1e-12));
        assertThat(comparison.get("differenceLower").asDouble())
                .isEqualTo(all.differenceInterval(0.95).lower(), within(1e-15));
        assertThat(comparison.get("pValue").asDouble()).isEqualTo(all.pValue());
        assertThat(StreamSupport.stream(comparison.get("byClass").spliterator(), false)
                .mapToLong(ofClass -> counts(ofClass).fixed())
                .sum()).isEqualTo(all.fixed());
    }

    @Test
    void findsNoDifferenceBetweenAModelAndItself() throws Exception {
        var file = untrained();
        var printed = Cli.run("evaluate", "--data", "builtin", "--model", file, "--compare", file);
        assertThat(printed.out()).contains("Difference +0.00 points", "Exact McNemar test: p = 1.0000");
        assertThat(Cli.run("evaluate", "--data", "builtin", "--model", file, "--json").json().has("comparison"))
                .isFalse();
    }

    @Test
    void showsAllPartsSideBySide() throws Exception {
        var made = folder.resolve("made").toString();
        Cli.run("data", "generate", "--out", made, "--train", "60", "--test", "30");
        var printed = Cli.run("evaluate", "--data", made, "--model", untrained(), "--part", "all");
        var document = Cli.run("evaluate", "--data", made, "--model", untrained(), "--part", "all", "--json").json();
        var test = Cli.run("evaluate", "--data", made, "--model", untrained(), "--json").json();

        assertThat(printed.code()).isZero();
        var lines = printed.out().lines().toList();
        assertThat(lines.getFirst()).startsWith("blank on ");
        assertThat(lines.get(2)).matches("part +images +accuracy +95% interval +errors +kappa +log loss +ECE");
        assertThat(lines.get(3)).matches("train +60 +\\d+\\.\\d\\d% +\\d+\\.\\d\\d%-\\d+\\.\\d\\d% .*")
                .hasSameSizeAs(lines.get(2));
        assertThat(lines.get(4)).startsWith("test ");
        assertThat(lines).hasSize(5);
        assertThat(document.properties()).hasSize(1);
        assertThat(document.get("parts")).hasSize(2);
        assertThat(document.at("/parts/1")).isEqualTo(test);
    }

    @Test
    void refusesWhatLooksAtOnePartOnly() throws Exception {
        var compared = Cli.run("evaluate", "--data", "builtin", "--part", "all", "--compare", untrained());
        assertThat(compared.code()).isEqualTo(2);
        assertThat(compared.err())
                .startsWith("--compare looks at one part; name it with --part instead of \"all\".");
        assertThat(Cli.run("evaluate", "--data", "builtin", "--part", "every").err())
                .startsWith("--part must be train, test, holdout or all, but is \"every\".");
    }

    private static PairedCounts counts(JsonNode node) {
        return new PairedCounts(
                node.get("bothRight").asLong(),
                node.get("fixed").asLong(),
                node.get("broken").asLong(),
                node.get("bothWrong").asLong());
    }

    private String untrained() throws IOException {
        var file = folder.resolve("blank.ink");
        ModelFile.write(SampleModels.untrained("blank"), file);
        return file.toString();
    }
}
