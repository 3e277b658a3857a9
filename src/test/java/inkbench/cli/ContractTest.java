package inkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What scripts rely on: exit codes and what goes where. */
class ContractTest {
    @ParameterizedTest
    @ValueSource(strings = {
            "--help",
            "data --help",
            "data info --help",
            "data list --help",
            "data fetch --help",
            "data generate --help",
            "data statistics --help",
            "data export --help",
            "data split --help",
            "data duplicates --help",
            "train --help",
            "evaluate --help",
            "confusion --help",
            "robustness --help",
            "runs --help",
            "classify --help",
            "tune --help",
            "bench --help",
            "bench train --help",
            "bench data --help"})
    void everyCommandExplainsItself(String line) {
        var help = Cli.run(line.split(" "));

        assertThat(help.code()).isZero();
        assertThat(help.out()).startsWith("Usage: inkbench").contains("Show this help and exit.");
        // Unlike messages with parameters, these texts are shown as they are.
        assertThat(help.out()).doesNotContain("''");
        assertThat(help.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "data",
            "nonsense",
            "data export builtin",
            "data export builtin --to a --format jpeg",
            "data export builtin --to a --part other",
            "data info builtin --fit 28",
            "data info builtin --fit 257x1",
            "data info builtin --fit 0x0",
            "data info builtin --arrays all=x,y",
            "data info",
            "data list mnist",
            "data fetch",
            "train --data builtin --model mlp --epochs 0 --out m.ink",
            "train --data builtin --model mlp --epochs one --out m.ink",
            "train --data builtin --model mlp --epochs 1 --validation 1 --out m.ink",
            "train --data builtin --model mlp --epochs 1 --batch 0 --out m.ink",
            "train --data builtin --model mlp --epochs 1 --learning-rate NaN --out m.ink",
            "train --data builtin --model transformer --epochs 1 --out m.ink",
            "evaluate --data builtin --part other",
            "confusion",
            "confusion a.csv b.csv",
            "classify",
            "classify --strokes a.jsonl --reject 2",
            "classify --number a.png",
            "classify --strokes a.jsonl --model a.ink --models b.ink,c.ink",
            "robustness",
            "robustness --data builtin --images 0",
            "robustness --data builtin --distortions rain",
            "robustness --data builtin --part other",
            "bench",
            "bench train --runs 4",
            "bench train --seconds 0",
            "bench train --seconds NaN",
            "bench train mlp"})
    void badUsageEndsWithTwoAndSaysWhy(String line) {
        var refused = Cli.run(line.split(" "));

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "data info nowhere",
            "data info nowhere --json",
            "data fetch nowhere",
            "data fetch MNIST",
            "data statistics nowhere --out out",
            "data export nowhere --to out",
            "data export builtin --to .",
            "data export builtin --to out --part holdout",
            "train --data nowhere --model mlp --epochs 1 --out m.ink",
            "evaluate --data nowhere --model nowhere.ink",
            "robustness --data nowhere",
            "robustness --data builtin --model nowhere.ink",
            "robustness --data builtin --part holdout",
            "confusion nowhere.csv",
            "confusion .",
            "evaluate --data builtin --part holdout",
            "classify nowhere.png",
            "classify .",
            "classify pom.xml",
            "classify --strokes nowhere.jsonl"})
    void failureEndsWithOneAndOneSentence(String line) {
        var failed = Cli.run(line.split(" "));

        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err().strip()).hasLineCount(1).endsWith(".");
    }

    @Test
    void unknownDataNamesWhatWasAskedFor() {
        assertThat(Cli.run("data", "info", "nowhere").err()).contains("\"nowhere\"").contains("builtin");
    }

    @Test
    void namesThatNoPathCanHaveAreUnknownToo() {
        var failed = Cli.run("data", "info", "no\0where");

        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.err().strip()).hasLineCount(1).endsWith(".");
    }

    @Test
    void trainingSaysBeforehandThatItsModelCanNotBeWritten(@TempDir Path folder) {
        var file = folder.resolve("missing").resolve("m.ink");

        var failed = Cli.run("train", "--data", "builtin", "--model", "mlp", "--epochs", "1", "--out", file.toString());

        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.err()).contains(file.getParent().toString());
        assertThat(Files.exists(file.getParent())).isFalse();
    }
}
