package inkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import inkbench.model.file.ModelFile;
import inkbench.testing.SampleModels;

/** Images that a model is worst at, on the command line. */
class FailuresTest {
    @TempDir
    private Path folder;

    @Test
    void listsFailuresAfterTheStatistics() throws Exception {
        var plain = Cli.run("evaluate", "--data", "builtin", "--model", model());
        var printed = Cli.run("evaluate", "--data", "builtin", "--model", model(), "--failures", "3");

        assertThat(printed.code()).isZero();
        assertThat(printed.out()).startsWith(plain.out());
        var lines = printed.out().substring(plain.out().length()).lines().toList();
        assertThat(lines).hasSize(1 + 5 + 1 + 5 + 1 + 1 + 2 * 3);
        assertThat(lines.get(1)).isEqualTo("Highest losses: the label was hardly expected.");
        assertThat(lines.get(3)).matches(" {5}1 +\\d+ +\\d +\\d +0\\.\\d{4} +\\d\\.\\d{4}");
        assertThat(lines.get(3).length()).isEqualTo(lines.get(2).length());
        assertThat(lines.get(14)).matches("  \\d and \\d: \\d+ times; \\d as \\d: \\d+, \\d as \\d: \\d+");
        assertThat(lines.getLast()).matches(" {4}images \\d+, \\d+, \\d+");
    }

    @Test
    void putsFailuresIntoJsonOnlyWhenAskedTo() throws Exception {
        var plain = Cli.run("evaluate", "--data", "builtin", "--model", model(), "--json").json();
        var document = Cli
                .run("evaluate", "--data", "builtin", "--model", model(), "--failures", "4", "--json")
                .json();

        assertThat(plain.has("failures")).isFalse();
        var failures = document.get("failures");
        assertThat(failures.get("topLosses")).hasSize(4);
        assertThat(failures.at("/topLosses/0").properties()).extracting(Map.Entry::getKey)
                .containsExactly("index", "sourceIndex", "label", "prediction", "probability", "loss");
        assertThat(failures.at("/topLosses/0/loss").asDouble())
                .isGreaterThanOrEqualTo(failures.at("/topLosses/3/loss").asDouble());
        assertThat(failures.get("confidentErrors")).hasSize(4)
                .noneMatch(row -> row.get("label").equals(row.get("prediction")));
        long errors = 0;
        for (var pair : failures.get("confusedPairs")) {
            errors += pair.get("aAsB").asLong() + pair.get("bAsA").asLong();
            assertThat(pair.get("images")).hasSizeBetween(1, 4);
        }
        assertThat(errors).isEqualTo(wrong(document));
    }

    @Test
    void refusesToListNone() {
        var printed = Cli.run("evaluate", "--data", "builtin", "--failures", "0");

        assertThat(printed.code()).isEqualTo(2);
        assertThat(printed.err()).startsWith("--failures must be at least 1, but is 0.");
    }

    private static long wrong(JsonNode document) {
        return Math.round(document.get("count").asInt() * (1 - document.get("accuracy").asDouble()));
    }

    private String model() throws Exception {
        var file = folder.resolve("blank.ink");
        ModelFile.write(SampleModels.untrained("blank"), file);
        return file.toString();
    }
}
