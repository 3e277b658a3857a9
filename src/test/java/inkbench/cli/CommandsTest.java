package inkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

import inkbench.testing.TestData;

class CommandsTest {
    @TempDir
    private Path folder;

    @Test
    void infoCountsTheBuiltInSet() throws Exception {
        var info = Cli.run("data", "info", "builtin", "--json").json();

        assertThat(info.at("/width").asInt()).isEqualTo(28);
        assertThat(info.at("/height").asInt()).isEqualTo(28);
        assertThat(info.at("/parts/train/count").asInt()).isEqualTo(10_000);
        assertThat(info.at("/parts/test/count").asInt()).isEqualTo(2_000);
        assertThat(info.at("/parts/train/classes/7").asInt()).isEqualTo(1_000);
        assertThat(info.at("/sha256").asText()).matches("[0-9a-f]{64}");
    }

    @Test
    void infoCountsMnist() throws Exception {
        var info = Cli.run("data", "info", TestData.folder().resolve("mnist").toString(), "--json").json();

        assertThat(info.at("/parts/train/count").asInt()).isEqualTo(60_000);
        assertThat(info.at("/parts/test/count").asInt()).isEqualTo(10_000);
        assertThat(info.at("/parts/train/classes/5").asInt()).isEqualTo(5_421);
        assertThat(info.at("/parts/test/classes/1").asInt()).isEqualTo(1_135);
    }

    @Test
    void infoSaysThatForeignSizesCanNotBeTrainedOn() throws Exception {
        var usps = TestData.folder().resolve("usps").toString();
        var info = Cli.run("data", "info", usps, "--json");

        assertThat(info.code()).isZero();
        assertThat(info.json().at("/width").asInt()).isEqualTo(16);
        assertThat(info.json().at("/note").asText()).contains("16×16").contains("28×28");

        var out = folder.resolve("m.ink");
        var train = Cli.run("train", "--data", usps, "--model", "mlp", "--epochs", "1", "--out", out.toString());
        assertThat(train.code()).isEqualTo(1);
        assertThat(train.err()).contains("16×16");
        assertThat(out).doesNotExist();
    }

    @Test
    void generatedDigitsAreReadBack() throws Exception {
        var made = folder.resolve("made");
        var generate = Cli
                .run("data", "generate", "--out", made.toString(), "--train", "50", "--test", "20", "--seed", "3");

        assertThat(generate.code()).isZero();
        var info = Cli.run("data", "info", made.toString(), "--json").json();
        assertThat(info.at("/parts/train/count").asInt()).isEqualTo(50);
        assertThat(info.at("/parts/test/count").asInt()).isEqualTo(20);
    }

    @Test
    void statisticsBecomePicturesAndTables() throws Exception {
        var made = folder.resolve("statistics");

        assertThat(Cli.run("data", "statistics", "builtin", "--out", made.toString()).code()).isZero();

        try (var files = Files.walk(made)) {
            var names = files.map(file -> file.getFileName().toString()).toList();
            assertThat(names).anyMatch(name -> name.endsWith(".png")).anyMatch(name -> name.endsWith(".csv"));
        }
    }

    @Test
    void trainedModelIsReportedWrittenAndUsed() throws Exception {
        var made = folder.resolve("made");
        Cli.run("data", "generate", "--out", made.toString(), "--train", "600", "--test", "100");
        var file = folder.resolve("m.ink");

        var train = Cli.run(
                "train",
                "--data",
                made.toString(),
                "--model",
                "mlp",
                "--epochs",
                "2",
                "--out",
                file.toString(),
                "--json");

        assertThat(train.err()).contains("Epoch 2 of 2");
        var report = train.json();
        assertThat(report.at("/model").asText()).isEqualTo("mlp");
        assertThat(report.at("/parameters").asInt()).isEqualTo(550_346);
        assertThat(learnedParameters(report)).containsExactly(401_920, 131_328, 16_448, 650);
        assertThat(report.at("/epochs").asInt()).isEqualTo(2);
        assertThat(report.at("/history")).hasSize(2);
        assertThat(report.at("/history/1/validationAccuracy").isNumber()).isTrue();
        assertThat(report.at("/weightsSha256").asText()).matches("[0-9a-f]{64}");

        var evaluation = Cli.run("evaluate", "--model", file.toString(), "--data", made.toString(), "--json").json();
        assertThat(evaluation.at("/count").asInt()).isEqualTo(100);
        assertThat(evaluation.at("/accuracy").asDouble())
                .isCloseTo(report.at("/testAccuracy").asDouble(), within(1e-12));
        assertThat(evaluation.at("/overall/Accuracy").asDouble()).isEqualTo(evaluation.at("/accuracy").asDouble());
        assertThat(evaluation.at("/byClass")).hasSize(10);
        assertThat(evaluation.at("/confusion/9")).hasSize(10);
        assertThat(evaluation.at("/measures/calibration/bins")).hasSize(15);
        assertThat(evaluation.at("/measures/rocArea/byClass")).hasSize(10);
        assertThat(evaluation.at("/measures/coverage/5/accuracy").asDouble())
                .isEqualTo(evaluation.at("/accuracy").asDouble());
        assertThat(evaluation.at("/measures/top2Accuracy").asDouble())
                .isGreaterThanOrEqualTo(evaluation.at("/accuracy").asDouble());

        var printed = Cli.run("evaluate", "--model", file.toString(), "--data", made.toString());
        assertThat(printed.out().lines().skip(2)).startsWith("Confusion Matrix and Statistics", "")
                .contains("Overall Statistics", "Statistics by Class:");
    }

    @Test
    void convolutionalNetworkHasTheWalkthroughsParameters() throws Exception {
        var made = folder.resolve("made");
        Cli.run("data", "generate", "--out", made.toString(), "--train", "40", "--test", "10");
        var file = folder.resolve("m.ink").toString();

        var report = Cli
                .run("train", "--data", made.toString(), "--model", "cnn", "--epochs", "1", "--out", file, "--json")
                .json();

        assertThat(report.at("/parameters").asInt()).isEqualTo(1_199_882);
        assertThat(learnedParameters(report)).containsExactly(320, 18_496, 1_179_776, 1_290);
    }

    @Test
    void shippedModelReadsPenStrokes() throws Exception {
        var strokes = TestData.folder().resolve("strokes").resolve("pendigits_strokes.jsonl");

        var classify = Cli.run("classify", "--strokes", strokes.toString(), "--json");

        var answers = classify.json();
        assertThat(answers).hasSize(1_500);
        for (var answer : answers) {
            double sum = StreamSupport.stream(answer.at("/probabilities").spliterator(), false)
                    .mapToDouble(JsonNode::asDouble)
                    .sum();
            assertThat(answer.at("/probabilities")).hasSize(10);
            assertThat(sum).isCloseTo(1, within(1e-5));
        }
        var accuracy = classify.err().replaceAll("(?s).*accuracy ([0-9.]+).*", "$1");
        assertThat(Double.parseDouble(accuracy)).isGreaterThanOrEqualTo(0.93);
    }

    @Test
    void benchTrainMeasuresBothNetworks() throws Exception {
        var bench = Cli.run("bench", "train", "--seconds", "0.01", "--json");

        var report = bench.json();
        assertThat(bench.err()).isEmpty();
        assertThat(report.fieldNames()).toIterable().containsExactly("mlp", "cnn", "threads", "native");
        for (var network : List.of("mlp", "cnn")) {
            assertThat(report.get(network).fieldNames()).toIterable()
                    .containsExactly("train", "infer", "singleP50Ms", "singleP99Ms");
            assertThat(report.get(network)).allMatch(figure -> figure.asDouble() > 0);
        }
        assertThat(report.at("/threads").asInt()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(report.at("/native").asText()).contains("-");
    }

    private static int[] learnedParameters(JsonNode report) {
        return StreamSupport.stream(report.at("/layers").spliterator(), false)
                .mapToInt(layer -> layer.at("/parameters").asInt())
                .filter(count -> count > 0)
                .toArray();
    }
}
