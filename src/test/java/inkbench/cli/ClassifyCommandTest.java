package inkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import inkbench.model.Activation;
import inkbench.model.Architecture;
import inkbench.model.InitialWeights;
import inkbench.model.LayerSpec;
import inkbench.model.Model;
import inkbench.model.ModelOrigin;
import inkbench.model.Reproducibility;
import inkbench.model.Shape;
import inkbench.model.file.ModelFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifyCommandTest {
    @TempDir
    private Path folder;
    private Path strokes;
    private Path photo;

    @BeforeEach
    void write() throws IOException {
        strokes = folder.resolve("strokes.jsonl");
        Files.writeString(strokes, """
                {"id": "seven", "label": 7, "strokes": [[[10, 10], [60, 10], [30, 100]]]}
                {"strokes": [[[50, 10], [50, 100]]]}
                """);
        photo = folder.resolve("seven.png");
        var image = new BufferedImage(200, 200, BufferedImage.TYPE_BYTE_GRAY);
        var graphics = image.createGraphics();
        graphics.setColor(Color.LIGHT_GRAY);
        graphics.fillRect(0, 0, 200, 200);
        graphics.setColor(Color.DARK_GRAY);
        graphics.setStroke(new BasicStroke(12, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.drawPolyline(new int[]{60, 130, 90}, new int[]{40, 40, 160}, 3);
        graphics.dispose();
        ImageIO.write(image, "png", photo.toFile());
    }

    @Test
    void readsPicturesAndStrokesIntoOneArray() throws Exception {
        var classify = Cli.run("classify", photo.toString(), "--strokes", strokes.toString(), "--json");

        assertThat(classify.code()).as(classify.err()).isZero();
        assertThat(classify.json()).hasSize(3);
        assertThat(classify.json().findValuesAsText("id")).containsExactly("seven.png", "seven", "2");
        assertThat(classify.json().findValuesAsText("digit")).containsExactly("7", "7", "1");
        for (var entry : classify.json()) {
            assertThat(entry.fieldNames()).toIterable()
                    .containsExactly("id", "digit", "probabilities", "confidence", "novelty", "rejected");
            assertThat(entry.get("confidence").asDouble()).isBetween(0.0, 1.0);
            assertThat(entry.get("novelty").asDouble()).isBetween(0.0, 1.0);
            assertThat(entry.get("rejected").asBoolean()).isFalse();
        }
        assertThat(classify.err()).contains("1 of 1 right");
    }

    @Test
    void rejectsWhatIsLessSureThanAskedFor() throws Exception {
        var classify = Cli.run("classify", "--strokes", strokes.toString(), "--reject", "1", "--json");

        for (var entry : classify.json()) {
            assertThat(entry.get("rejected").asBoolean()).isEqualTo(entry.get("confidence").asDouble() < 1);
        }
        assertThat(Cli.run("classify", "--strokes", strokes.toString(), "--reject", "1").out()).contains("not sure");
    }

    @Test
    void explainsEveryAnswerInAPictureOfItsOwn() throws Exception {
        Files.writeString(strokes, """
                {"id": "../7 / slanted", "strokes": [[[10, 10], [60, 10], [30, 100]]]}
                {"id": "..?7 ? slanted", "strokes": [[[10, 10], [60, 10], [30, 100]]]}
                """);
        var why = folder.resolve("why");

        var classify = Cli.run(
                "classify",
                photo.toString(),
                "--strokes",
                strokes.toString(),
                "--explain",
                why.toString(),
                "--json");

        assertThat(classify.code()).as(classify.err()).isZero();
        assertThat(classify.json().findValuesAsText("explanation")).containsExactly(
                why.resolve("seven.png.png").toString(),
                why.resolve("_._7___slanted.png").toString(),
                why.resolve("_._7___slanted-2.png").toString());
        assertThat(why).isDirectoryNotContaining(file -> file.getFileName().toString().startsWith("."));
        // Of a photo there are no strokes.
        assertThat(ImageIO.read(why.resolve("seven.png.png").toFile()).getWidth()).isEqualTo(3 * 352 + 16);
        assertThat(ImageIO.read(why.resolve("_._7___slanted.png").toFile()).getWidth()).isEqualTo(5 * 352 + 16);
        assertThat(classify.err())
                .contains("3 answers were explained in " + why + ": red speaks for the answer, blue against it.");
    }

    @Test
    void refusesToExplainNumbersAndIntoFiles() throws Exception {
        var number = Cli.run("classify", "--number", "--strokes", strokes.toString(), "--explain", "why");
        var file = Cli.run("classify", photo.toString(), "--explain", strokes.toString());

        assertThat(number.code()).isEqualTo(2);
        assertThat(number.err()).contains("--explain says why single digits were read; leave out --number.");
        assertThat(file.code()).isEqualTo(2);
        assertThat(file.err()).contains("but " + strokes + " is a file: name another one.");
    }

    @Test
    void showsSeveralModelsSideBySide() throws Exception {
        var assets = Path.of("assets");
        var models = assets.resolve("cnn.ink") + "," + assets.resolve("mlp.ink");

        var classify = Cli.run("classify", photo.toString(), "--models", models, "--json");

        var entry = classify.json().get(0);
        assertThat(entry.at("/models").findValuesAsText("model")).containsExactly("cnn", "mlp");
        assertThat(entry.at("/models/0/probabilities")).isEqualTo(entry.get("probabilities"));
        assertThat(entry.at("/models/1/digit").asInt()).isEqualTo(7);
        assertThat(entry.at("/models/1/probabilities")).hasSize(10);
    }

    @Test
    void readsNumbersWithTheBoxesOfTheirDigits() throws Exception {
        var numbers = folder.resolve("numbers.jsonl");
        Files.writeString(numbers, """
                {"id": "a", "label": 17, "strokes": [[[10, 10], [10, 100]], [[40, 10], [90, 10], [60, 100]]]}
                {"id": "b", "label": "071", "strokes": [[[10, 10], [10, 100]]]}
                """);

        var classify = Cli.run("classify", "--number", "--strokes", numbers.toString(), "--json");

        assertThat(classify.code()).as(classify.err()).isZero();
        var entry = classify.json().get(0);
        assertThat(entry.fieldNames()).toIterable()
                .containsExactly("id", "number", "confidence", "novelty", "rejected", "digits");
        assertThat(entry.get("number").asText()).isEqualTo("17");
        assertThat(entry.at("/digits").findValuesAsText("digit")).containsExactly("1", "7");
        assertThat(entry.at("/digits/0/probabilities")).hasSize(10);
        assertThat(entry.at("/digits/1/box").toString())
                .isEqualTo("{\"left\":40.0,\"top\":10.0,\"right\":90.0,\"bottom\":100.0}");
        assertThat(classify.err()).contains("1 of 2 read whole");
    }

    @Test
    void readsWithModelsOfOtherClassesButNoNumbers() throws Exception {
        var letters = model("letters", new Shape(28, 28, 1), 26);

        var classify = Cli.run("classify", photo.toString(), "--model", letters, "--json");
        var number = Cli.run("classify", "--number", "--strokes", strokes.toString(), "--model", letters);

        assertThat(classify.code()).as(classify.err()).isZero();
        assertThat(classify.json().at("/0/probabilities")).hasSize(26);
        assertThat(number.code()).isEqualTo(1);
        assertThat(number.err().strip()).hasLineCount(1).contains("letters", "26", "10 digits");
    }

    @Test
    void refusesModelsOfOtherPictures() throws Exception {
        var colours = model("colours", new Shape(32, 32, 3), 10);

        var classify = Cli.run("classify", photo.toString(), "--model", colours);

        assertThat(classify.code()).isEqualTo(1);
        assertThat(classify.out()).isEmpty();
        assertThat(classify.err().strip()).hasLineCount(1).contains("colours", "32×32×3", "28×28");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"strokes\": [[[NaN, 1], [2, 3]]]}",
            "{\"strokes\": [[[1e999, 1], [2, 3]]]}",
            "{\"strokes\": [[]]}",
            "{\"strokes\": []}",
            "{\"strokes\": [[[1]]]}",
            "{}",
            ""})
    void saysWhatIsWrongWithAStrokeFile(String line) throws Exception {
        Files.writeString(strokes, line + "\n");
        for (var arguments : List.of(List.of("classify"), List.of("classify", "--number"))) {
            var all = new ArrayList<>(arguments);
            all.addAll(List.of("--strokes", strokes.toString(), "--json"));

            var failed = Cli.run(all.toArray(String[]::new));

            assertThat(failed.code()).isEqualTo(1);
            assertThat(failed.out()).isEmpty();
            assertThat(failed.err().strip()).hasLineCount(1).contains(strokes.toString()).endsWith(".");
        }
    }

    @Test
    void answersToClicksLinesAndScribbles() throws Exception {
        var random = new Random(4);
        var scribble = IntStream.range(0, 100_000)
                .mapToObj(i -> "[" + random.nextInt(1000) + "," + random.nextInt(1000) + "]")
                .collect(Collectors.joining(","));
        Files.writeString(strokes, """
                {"id": "click", "strokes": [[[5, 5]]]}
                {"id": "line", "strokes": [[[0, 500], [2000, 510]]]}
                {"id": "scribble", "strokes": [[%s]]}
                """.formatted(scribble));

        var classify = Cli.run("classify", "--strokes", strokes.toString(), "--json");

        assertThat(classify.code()).as(classify.err()).isZero();
        assertThat(classify.json()).hasSize(3);
    }

    @Test
    void readsTenMillionPointsOneDrawingAfterTheOther() throws Exception {
        int points = 250_000;
        try (var writer = Files.newBufferedWriter(strokes)) {
            for (int line = 0; line < 40; line++) {
                writer.write("{\"strokes\": [[");
                for (int i = 0; i < points; i++) {
                    writer.write((i == 0 ? "[3," : ",[3,") + i + "]");
                }
                writer.write("]]}\n");
            }
        }

        var classify = Cli.run("classify", "--strokes", strokes.toString(), "--json");

        assertThat(classify.code()).as(classify.err()).isZero();
        assertThat(classify.json().findValuesAsText("digit")).hasSize(40).containsOnly("1");
    }

    private String model(String name, Shape input, int classes) throws IOException {
        var architecture = new Architecture(
                name,
                input,
                List.of(new LayerSpec.Flatten(), new LayerSpec.Dense(classes, Activation.IDENTITY)));
        var origin = new ModelOrigin("a test", "", "none", 1, 1, 1, 0, Double.NaN, 1, "here", Reproducibility.UNKNOWN);
        var file = folder.resolve(name + ".ink");
        ModelFile.write(
                new Model(name, architecture, InitialWeights.glorotUniform(architecture, 1), origin),
                file);
        return file.toString();
    }
}
