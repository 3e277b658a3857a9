package inkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
