package inkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import inkbench.data.Dataset;
import inkbench.data.format.DatasetFiles;
import inkbench.task.Progress;

class CorrectedOptionTest {
    @TempDir
    private Path folder;
    private Path set;
    private Path file;

    @BeforeEach
    void generate() {
        set = folder.resolve("digits");
        file = folder.resolve("digits.corrections.csv");
        Cli.run("data", "generate", "--train", "60", "--test", "20", "--out", set.toString());
    }

    @Test
    void leavesTheSetAsItIsUnlessItIsAskedFor() throws Exception {
        var before = Cli.run("data", "info", set.toString(), "--json").out();
        correct();
        var after = Cli.run("data", "info", set.toString(), "--json");
        assertThat(after.out()).isEqualTo(before);
        assertThat(after.err()).isEmpty();
    }

    @Test
    void appliesTheFileBesideTheSetAndSaysSo() throws Exception {
        var plain = Cli.run("data", "info", set.toString(), "--json").json();
        correct();
        var corrected = Cli.run("data", "info", set.toString(), "--corrected", "--json");
        assertThat(corrected.err()).isEqualTo("1 label corrected, 1 excluded (" + file + ")" + System.lineSeparator());
        assertThat(corrected.json().at("/relabelled").asInt()).isOne();
        assertThat(corrected.json().at("/excluded").asInt()).isOne();
        assertThat(corrected.json().at("/parts/train/count").asInt()).isEqualTo(59);
        assertThat(corrected.json().at("/sha256")).isNotEqualTo(plain.at("/sha256"));
    }

    @Test
    void exportsTheCorrectedSet() throws Exception {
        correct();
        var target = folder.resolve("corrected.npz").toString();
        var exported = Cli.run("data", "export", set.toString(), "--corrected", "--to", target, "--json").json();
        assertThat(exported.at("/images").asInt()).isEqualTo(79);
        assertThat(Cli.run("data", "info", target, "--json").json().at("/sha256")).isEqualTo(exported.at("/sha256"));
    }

    @Test
    void trainsAndMeasuresOnTheCorrectedSet() throws Exception {
        var model = folder.resolve("model.ink").toString();
        var plain = Cli.run(train(model));
        correct();
        assertThat(weights(Cli.run(train(model)))).isEqualTo(weights(plain));
        assertThat(weights(Cli.run(train(model, "--corrected")))).isNotEqualTo(weights(plain));
        var measured = Cli.run(
                "evaluate",
                "--data",
                set.toString(),
                "--part",
                "train",
                "--model",
                model,
                "--corrected",
                "--json");
        assertThat(measured.json().at("/count").asInt()).isEqualTo(59);
    }

    private String[] train(String model, String... more) {
        var usual = List.of("train", "--data", set.toString(), "--model", "mlp", "--epochs", "1", "--out", model,
                "--json");
        return Stream.concat(usual.stream(), Stream.of(more)).toArray(String[]::new);
    }

    private static String weights(Cli trained) throws Exception {
        return trained.json().at("/weightsSha256").asText();
    }

    @Test
    void failsWhereThereAreNoCorrectionsOrDamagedOnes() throws IOException {
        var none = Cli.run("data", "info", set.toString(), "--corrected");
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).startsWith("There are no corrections of digits: looked for " + file + " and ")
                .hasLineCount(1);
        Files.writeString(file, "nonsense");
        var damaged = Cli.run("data", "statistics", set.toString(), "--corrected", "--out", folder.toString());
        assertThat(damaged.code()).isEqualTo(1);
        assertThat(damaged.err()).startsWith(file + " is no file of label corrections").hasLineCount(1);
    }

    /** Gives train image 17 the next label and takes train image 3 out. */
    private void correct() throws Exception {
        var hash = Cli.run("data", "info", set.toString(), "--json").json().at("/sha256").asText();
        var data = DatasetFiles.open(set, Progress.NONE);
        var train = data.first();
        int was = train.label(17);
        Files.writeString(file, """
                # Inkbench label corrections, version 1
                # set %s
                part,index,was,action,now
                train,17,%d,relabel,%d
                train,3,%d,exclude,
                """.formatted(hash, was, (was + 1) % Dataset.DIGITS.size(), train.label(3)));
    }
}
