package inkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataExportCommandTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(textBlock = """
            made.npz, ,       npz,    1
            made,     ,       idx.gz, 4
            made,     idx,    idx,    4
            made,     csv,    csv,    2
            made,     png,    png,    20
            """)
    void writesWhatIsReadAgainWithTheSameHash(String name, String option, String format, int written) throws Exception {
        var target = folder.resolve(name).toString();
        var set = generated();

        var export = option == null
                ? Cli.run("data", "export", set, "--to", target, "--json")
                : Cli.run("data", "export", set, "--to", target, "--format", option, "--json");

        assertThat(export.err()).isEmpty();
        var document = export.json();
        assertThat(document.at("/format").asText()).isEqualTo(format);
        assertThat(document.at("/images").asInt()).isEqualTo(30);
        assertThat(document.at("/written")).hasSize(written);
        long bytes = StreamSupport.stream(document.at("/written").spliterator(), false)
                .mapToLong(file -> file.at("/bytes").asLong())
                .sum();
        assertThat(document.at("/bytes").asLong()).isEqualTo(bytes).isPositive();
        var hash = Cli.run("data", "info", set, "--json").json().at("/sha256").asText();
        assertThat(document.at("/sha256").asText()).isEqualTo(hash);
        assertThat(Cli.run("data", "info", target, "--json").json().at("/sha256").asText()).isEqualTo(hash);
    }

    @Test
    void writesOnePartAlone() throws Exception {
        var target = folder.resolve("test.csv");

        var export = Cli.run("data", "export", generated(), "--to", target.toString(), "--part", "test");

        assertThat(export.code()).isZero();
        assertThat(export.out()).contains(target.toString(), "10 images");
        assertThat(Files.readAllLines(target)).hasSize(11);
    }

    @Test
    void neverReplacesAFile() throws Exception {
        var target = Files.writeString(folder.resolve("mine.npz"), "mine");

        var refused = Cli.run("data", "export", "builtin", "--to", target.toString());

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("is there already");
        assertThat(target).hasContent("mine");
    }

    @Test
    void infoSeesDarkInkAndInvertsIt() throws Exception {
        var paper = folder.resolve("paper");
        for (int i = 0; i < 10; i++) {
            page(paper.resolve(i + "/page.png"), 40, 30);
        }

        var info = Cli.run("data", "info", paper.toString(), "--fit", "28x28", "--json");
        assertThat(info.err()).contains("--invert");
        assertThat(info.json().at("/darkOnLight").asBoolean()).isTrue();
        assertThat(info.json().at("/width").asInt()).isEqualTo(28);

        var inverted = Cli.run("data", "info", paper.toString(), "--fit", "28x28", "--invert", "--json");
        assertThat(inverted.err()).contains("another size than 28×28 pixels, fitted").doesNotContain("--invert");
        assertThat(inverted.json().at("/darkOnLight").asBoolean()).isFalse();
    }

    @Test
    void infoTellsWhatWasLeftOut() throws Exception {
        page(folder.resolve("pages/1/page.png"), 28, 28);
        Files.writeString(folder.resolve("pages/notes.txt"), "x");

        var info = Cli.run("data", "info", folder.resolve("pages").toString(), "--json");

        assertThat(info.json().at("/notes/0").asText()).startsWith("One file in").contains("was left out");
        assertThat(info.err()).contains("left out");
    }

    @Test
    void readsTheArraysThatAreNamed() throws Exception {
        var target = folder.resolve("made.npz").toString();
        Cli.run("data", "export", generated(), "--to", target);

        var info = Cli.run("data", "info", target, "--arrays", "holdout=x_test,y_test", "--json").json();

        assertThat(info.at("/parts/holdout/count").asInt()).isEqualTo(10);
        assertThat(info.at("/parts/train").isMissingNode()).isTrue();
    }

    private String generated() {
        var made = folder.resolve("generated").toString();
        assertThat(Cli.run("data", "generate", "--out", made, "--train", "20", "--test", "10").code()).isZero();
        return made;
    }

    /** White paper with a black square. */
    private static void page(Path file, int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean ink = x > 10 && x < 20 && y > 10 && y < 20;
                image.getRaster().setSample(x, y, 0, ink ? 0 : 255);
            }
        }
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }
}
