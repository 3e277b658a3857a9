package inkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;

import inkbench.app.Workbench;
import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.data.format.DatasetFormat;
import inkbench.task.Progress;
import inkbench.testing.SampleDigits;

class TrainCommandTest {
    @TempDir
    private Path folder;
    private Path set;
    private Path out;

    @BeforeEach
    void makeDigits() throws Exception {
        set = folder.resolve("digits.npz");
        out = folder.resolve("m.ink");
        write(SampleDigits.parted("digits", 8), set);
    }

    @Test
    void groupHasTheWeightsOfRunsMadeOnTheirOwn() throws Exception {
        var group = train("--epochs", "2", "--seeds", "3", "--seed", "5", "--json").json();

        assertThat(group.at("/grouping").asText()).isEqualTo("seeds");
        assertThat(group.at("/members")).hasSize(3);
        for (int i = 0; i < 3; i++) {
            var alone = train("--epochs", "2", "--seed", String.valueOf(5 + i), "--json").json();
            assertThat(group.at("/members/" + i + "/weightsSha256")).isEqualTo(alone.at("/weightsSha256"));
            var model = Cli.run(
                    "evaluate", "--data", set.toString(), "--model", folder.resolve("m-" + (i + 1) + ".ink").toString(),
                    "--json");
            assertThat(model.json().at("/accuracy").asDouble())
                    .isEqualTo(group.at("/members/" + i + "/testAccuracy").asDouble());
        }
        assertAverage(group, "testAccuracy", member -> member.at("/testAccuracy"));
        assertAverage(group, "testLoss", member -> member.at("/testLoss"));
        assertAverage(group, "validationLoss", member -> member.at("/history/1/validationLoss"));
        assertAverage(group, "seconds", member -> member.at("/seconds"));
    }

    @Test
    void foldsAreAveragedForReaders() {
        var folds = train("--epochs", "1", "--folds", "4", "--early-stop", "2");

        assertThat(folds.code()).isZero();
        assertThat(folds.out().lines()).hasSize(5).last().asString()
                .startsWith("Mean ± standard deviation of 4 runs: validation accuracy ");
        assertThat(folds.err().lines()).hasSize(4)
                .anyMatch(line -> line.startsWith("Run 3 of 4: Epoch 1 of 1: loss "));
        assertThat(out).doesNotExist();
        assertThat(folder.resolve("m-4.ink")).exists();
    }

    @Test
    void supplementsAndCalibrates() throws Exception {
        var run = train("--epochs", "1", "--generated", "50", "--outliers", "20", "--calibrate", "--json").json();

        assertThat(run.at("/provenance/settings/recipe").asText())
                .contains("with 50 generated digits, with 20 drawings that are no digits");
        var model = Cli.run("evaluate", "--data", set.toString(), "--model", out.toString(), "--json").json();
        assertThat(model.at("/loss").asDouble()).isEqualTo(run.at("/testLoss").asDouble());
    }

    @Test
    void saysWhatTheFiguresDependOn() throws Exception {
        var run = train("--epochs", "9", "--early-stop", "1", "--label-smoothing", "0.1", "--learning-rate", "0.02",
                "--json").json();

        assertThat(run.at("/ending").asText()).isEqualTo("stoppedEarly");
        assertThat(run.at("/bestEpoch").asInt()).isLessThan(run.at("/epochs").asInt());
        assertThat(run.at("/file").asText()).isEqualTo(out.toString());
        assertThat(run.at("/provenance/dataSha256").asText()).matches("[0-9a-f]{64}");
        assertThat(run.at("/provenance/seed").asInt()).isOne();
        assertThat(run.at("/provenance/settings/earlyStopping").asInt()).isOne();
        assertThat(run.at("/provenance/settings/validation").asDouble()).isEqualTo(0.2);
        assertThat(run.at("/provenance/settings/recipe").asText()).contains("label smoothing 0.1").contains("0.02");
        assertThat(run.at("/provenance/threads").asInt()).isEqualTo(Runtime.getRuntime().availableProcessors());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --epochs 0                             | --epochs must be at least 1, but is 0.
            --epochs 1 --batch 0                   | --batch must be at least 1, but is 0.
            --epochs 1 --folds 1                   | --folds must be at least 2, but is 1.
            --epochs 1 --seeds 1                   | --seeds must be at least 2, but is 1.
            --epochs 1 --folds 2 --seeds 2         | --folds and --seeds are two ways to train several times; choose one.
            --epochs 1 --folds 2 --validation 0.1  | With --folds every fold is validated with in turn; leave --validation out.
            --epochs 1 --early-stop 0              | --early-stop must be at least 1, but is 0.
            --epochs 1 --early-stop 1 --validation 0 | --early-stop needs images to validate with: give --validation a share above 0.
            --epochs 1 --generated -1              | --generated must be at least 0, but is -1.
            --epochs 1 --outliers -1               | --outliers must be at least 0, but is -1.
            --epochs 1 --calibrate --validation 0  | --calibrate needs one run and images to validate with: leave --folds and --seeds out, and give --validation a share above 0.
            --epochs 1 --schedule up               | --schedule must be one of constant, step, exponential, cosine, one-cycle, but is "up".
            """)
    void refusesBadUsage(String options, String sentence) {
        var refused = train(options.split(" "));

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err().lines()).first().isEqualTo(sentence);
        assertThat(out).doesNotExist();
    }

    @Test
    void breaksOffAtALearningRateOfAThousandMillions() {
        var diverged = train("--epochs", "9", "--learning-rate", "1e9");

        assertThat(diverged.code()).isEqualTo(1);
        assertThat(diverged.err().lines()).last().asString().startsWith("Training broke off: in epoch ")
                .contains("learning rate 1000000000 ");
    }

    @Test
    void trainsANetworkOfSomebodysOwn() throws Exception {
        var network = Files.writeString(folder.resolve("narrow.json"), """
                {"name": "narrow", "input": [28, 28, 1], "layers": [
                  {"kind": "flatten"}, {"kind": "dense", "units": 10, "activation": "identity"}]}
                """);

        var trained = Cli.run("train", "--data", set.toString(), "--model", network.toString(), "--epochs", "1",
                "--out", out.toString(), "--json");

        assertThat(trained.json().at("/model").asText()).isEqualTo("narrow");
        assertThat(trained.json().at("/parameters").asInt()).isEqualTo(7850);
    }

    @Test
    void refusesAFileThatIsNoArchitecture() throws Exception {
        for (var file : List.of(set.toString() + ".json", Files.copy(set, folder.resolve("a.json")).toString())) {
            var refused = Cli.run("train", "--data", set.toString(), "--model", file, "--epochs", "1",
                    "--out", out.toString());
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.err().strip()).hasLineCount(1).contains(file);
        }
    }

    @Test
    void refusesFoldsOfAClassWithOneImage() throws Exception {
        var whole = SampleDigits.dataset("lonely", 8, 1);
        var places = IntStream.range(0, whole.size()).filter(i -> i == 3 || whole.label(i) != 3).toArray();
        write(new PartedDataset("lonely", Map.of(Part.TRAIN, whole.subset(places), Part.TEST, whole)), set);

        var refused = train("--epochs", "1", "--folds", "4");

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err().strip()).hasLineCount(1)
                .startsWith("4 folds need at least 4 images of every class, but class 3 of ")
                .endsWith("has only one; choose fewer folds, or data with more images of it.");
    }

    @Test
    void refusesImagesWithoutLabels() throws Exception {
        var labelled = SampleDigits.dataset("bare", 8, 1);
        var pixels = new byte[labelled.size() * 784];
        write(new PartedDataset("bare", Map.of(Part.TRAIN,
                Dataset.of("bare", 28, 28, Dataset.DIGITS, pixels, new byte[0], "a test"))), set);

        for (var options : List.of(List.of("--epochs", "1"), List.of("--epochs", "1", "--folds", "2"))) {
            var refused = train(options.toArray(String[]::new));
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.err().strip()).hasLineCount(1).contains("no labels");
        }
    }

    private Cli train(String... options) {
        var line = new ArrayList<>(List.of("train", "--data", set.toString(), "--model", "mlp",
                "--out", out.toString()));
        line.addAll(List.of(options));
        return Cli.run(line.toArray(String[]::new));
    }

    private static void write(PartedDataset data, Path file) throws IOException {
        Files.deleteIfExists(file);
        try (var workbench = new Workbench()) {
            workbench.export().write(data, DatasetFormat.NPZ, file, Progress.NONE);
        }
    }

    private static void assertAverage(JsonNode group, String figure,
            Function<JsonNode, JsonNode> ofMember) {
        var figures = StreamSupport.stream(group.at("/members").spliterator(), false)
                .mapToDouble(member -> ofMember.apply(member).asDouble())
                .toArray();
        assertThat(group.at("/mean/" + figure).asDouble()).isCloseTo(StatUtils.mean(figures), within(1e-12));
        assertThat(group.at("/sd/" + figure).asDouble())
                .isCloseTo(Math.sqrt(StatUtils.variance(figures)), within(1e-12));
    }
}
