package inkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import inkbench.testing.TestData;

class DataCommandsTest {
    @TempDir
    private Path folder;

    @Test
    void duplicatesFindsKagglesImagesInMnist() throws Exception {
        var kaggle = TestData.folder().resolve("kaggle/real_kaggle_sample_500rows.csv").toString();
        var mnist = TestData.folder().resolve("mnist").toString();

        var found = Cli.run("data", "duplicates", kaggle, mnist, "--json").json();

        assertThat(found.at("/counts/test").asInt()).isEqualTo(73);
        assertThat(found.at("/counts/train").asInt()).isEqualTo(427);
        assertThat(found.at("/pairs")).hasSize(500);
        assertThat(found.at("/pairs/0/part").asText()).isIn("train", "test");
        assertThat(found.at("/pairs/499/a").asInt()).isEqualTo(499);
    }

    @Test
    void duplicatesOfTheBuiltInSetAreNone() throws Exception {
        var found = Cli.run("data", "duplicates", "builtin", "--json");

        assertThat(found.code()).isZero();
        assertThat(found.json().at("/pairs")).isEmpty();
        assertThat(found.json().at("/counts/train").asInt()).isZero();
        assertThat(Cli.run("data", "duplicates", "builtin").out()).contains("No image in train", "No image in test");
    }

    @Test
    void duplicatesRefusesImagesOfAnotherSize() {
        var usps = TestData.folder().resolve("usps").toString();

        var refused = Cli.run("data", "duplicates", "builtin", usps);

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("28×28", "16×16");
    }

    @Test
    void generateMakesTheSameDigitsPackedOrNot() throws Exception {
        var packed = folder.resolve("packed").toString();
        var unpacked = folder.resolve("unpacked").toString();
        assertThat(Cli.run("data", "generate", "--train", "90", "--test", "20", "--out", packed).code()).isZero();
        assertThat(
                Cli.run("data", "generate", "--train", "90", "--test", "20", "--unpacked", "--out", unpacked).code())
                .isZero();

        assertThat(folder.resolve("unpacked/train-images-idx3-ubyte")).hasSize(16 + 90 * 784);
        assertThat(hash(unpacked)).isEqualTo(hash(packed));
    }

    private static String hash(String set) throws Exception {
        return Cli.run("data", "info", set, "--json").json().at("/sha256").asText();
    }

    @Test
    void generateSaysWhatIsTooLargeToBePacked() {
        var refused = Cli.run("data", "generate", "--train", "8000000", "--out", folder.resolve("large").toString());

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("--unpacked");
        assertThat(folder.resolve("large")).doesNotExist();
    }

    @Test
    void benchMeasuresReadingAndCounting() throws Exception {
        var kaggle = TestData.folder().resolve("kaggle/real_kaggle_sample_500rows.csv").toString();

        var figures = Cli.run("bench", "data", kaggle, "--runs", "2", "--json").json();

        assertThat(figures.at("/images").asInt()).isEqualTo(500);
        assertThat(figures.at("/csvSeconds").asDouble()).isPositive();
        assertThat(figures.at("/statisticsSeconds").asDouble()).isPositive();
    }

    @Test
    void infoLeavesTheHashOutOnRequest() throws Exception {
        var info = Cli.run("data", "info", "builtin", "--no-hash", "--json").json();

        assertThat(info.at("/parts/train/count").asInt()).isEqualTo(10_000);
        assertThat(info.at("/sha256").isNull()).isTrue();
        assertThat(Cli.run("data", "info", "builtin", "--no-hash").out()).doesNotContain("SHA-256");
    }

    @Test
    void splitKeepsTheMixOfClasses() throws Exception {
        var out = folder.resolve("split").toString();

        var split = Cli.run("data", "split", "builtin", "--train", "0.7", "--test", "0.2", "--holdout", "0.1", "--use",
                "0.1", "--out", out, "--json").json();

        assertThat(split.at("/parts/train/count").asInt()).isEqualTo(700);
        assertThat(split.at("/parts/test/classes/7").asInt()).isEqualTo(20);
        assertThat(split.at("/parts/holdout/classes/0").asInt()).isEqualTo(10);
        assertThat(split.at("/sha256").asText()).isEqualTo(hash(out));
        var again = Cli.run("data", "split", "builtin", "--out", out);
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("is there already");
    }

    @Test
    void splitKeepsWritersApart() throws Exception {
        var mnist = TestData.folder().resolve("mnist");
        var writers = mnist.resolve("qmnist-train-labels.tsv.gz").toString();

        var split = Cli.run("data", "split", mnist.toString(), "--part", "train", "--writers", writers, "--out",
                folder.resolve("split").toString(), "--json").json();

        int train = split.at("/parts/train/count").asInt();
        int test = split.at("/parts/test/count").asInt();
        assertThat(train + test).isEqualTo(60_000);
        assertThat(train).isBetween(47_500, 48_500);
    }

    @Test
    void splitTakesTheFirstLinesOfALongerListOfWritersOnRequest() throws Exception {
        var writers = Files.writeString(
                folder.resolve("writers.csv"),
                "writer\n" + "ann\n".repeat(6_000) + "bob\n".repeat(4_000) + "eve\n".repeat(10));
        var out = folder.resolve("split").toString();

        var refused = Cli.run("data", "split", "builtin", "--writers", writers.toString(), "--out", out);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("10010 images, but the set has 10000").contains("--first-writers");

        var split = Cli.run("data", "split", "builtin", "--writers", writers.toString(), "--first-writers", "--train",
                "0.6", "--test", "0.4", "--out", out, "--json").json();
        assertThat(split.at("/parts/train/count").asInt()).isEqualTo(6_000);
        assertThat(split.at("/parts/test/count").asInt()).isEqualTo(4_000);
    }

    @Test
    void splitTakesQmnistsListForMnistsTestImages() throws Exception {
        var mnist = TestData.folder().resolve("mnist");

        var split = Cli.run("data", "split", mnist.toString(), "--part", "test", "--writers",
                mnist.resolve("qmnist-test-labels.tsv.gz").toString(), "--first-writers", "--train", "0.5", "--test",
                "0.5", "--out", folder.resolve("split").toString(), "--json").json();

        int train = split.at("/parts/train/count").asInt();
        assertThat(train).isBetween(4_900, 5_100);
        assertThat(split.at("/parts/test/count").asInt()).isEqualTo(10_000 - train);
    }

    @Test
    void splitAsksForTheListWhoseFirstLinesAreWanted() {
        var refused = Cli.run("data", "split", "builtin", "--first-writers", "--out", folder.resolve("x").toString());

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("--writers");
    }

    @Test
    void splitRefusesSharesThatAreNoWhole() {
        var refused = Cli.run("data", "split", "builtin", "--train", "0.5", "--out", folder.resolve("x").toString());

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("add up to 1");
    }
}
