package inkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import inkbench.model.file.ModelFile;
import inkbench.testing.SampleModels;

class RobustnessCommandTest {
    @TempDir
    Path folder;

    @Test
    void printsATableForEachDistortion() {
        var printed = Cli.run("robustness", "--data", "builtin", "--images", "60", "--distortions", "rotation,noise");

        assertThat(printed.code()).isZero();
        assertThat(printed.err()).isEmpty();
        assertThat(printed.out().lines()).hasSize(9)
                .anySatisfy(line -> assertThat(line).startsWith("Accuracy on ").contains("test: 60 images"))
                .anySatisfy(line -> assertThat(line).matches(" +0 +10 +20 +30 +40 +50 +60"))
                .anySatisfy(line -> assertThat(line).matches(" +0 +5 +10 +15 +20 +30 +40 +60"))
                .contains("Rotation: degrees, to the left or right", "Noise: σ in % of full ink");
        assertThat(printed.out()).containsPattern("\nbest +\\d+\\.\\d\\d%");
    }

    @Test
    void putsAllDigitsAndIntervalsIntoJson() throws IOException {
        var file = folder.resolve("blank.ink");
        ModelFile.write(SampleModels.untrained("blank"), file);
        var arguments = new String[]{"robustness", "--data", "builtin", "--images", "50", "--distortions", "shift",
                "--seed", "3", "--json", "--model", file.toString(), "--model", file.toString()};
        var printed = Cli.run(arguments);

        assertThat(printed.code()).isZero();
        var document = printed.json();
        assertThat(document.get("part").asText()).isEqualTo("test");
        assertThat(document.get("count").asInt()).isEqualTo(50);
        assertThat(document.get("seed").asLong()).isEqualTo(3);
        assertThat(document.get("models").toString()).isEqualTo("[\"blank\",\"blank (2)\"]");
        var shift = document.get("distortions").get(0);
        assertThat(shift.get("distortion").asText()).isEqualTo("shift");
        assertThat(shift.get("curves")).hasSize(2);
        var points = shift.get("curves").get(1).get("points");
        assertThat(points).hasSize(8);
        var last = points.get(7);
        assertThat(last.get("strength").asDouble()).isEqualTo(8);
        // A network that has learned nothing gives the same answer whatever it sees.
        assertThat(last.get("correct")).isEqualTo(points.get(0).get("correct"));
        assertThat(last.get("accuracy").asDouble()).isEqualTo(last.get("correct").asLong() / 50.0, within(1e-15));
        assertThat(last.get("lower").asDouble()).isLessThan(last.get("accuracy").asDouble());
        assertThat(last.get("upper").asDouble()).isGreaterThan(last.get("accuracy").asDouble());
        assertThat(Cli.run(arguments).out()).isEqualTo(printed.out());
    }

    @Test
    void namesTheDistortionsThereAre() {
        var refused = Cli.run("robustness", "--data", "builtin", "--distortions", "blur,rain");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("\"rain\"").contains("shift, rotation, scale, thickening");
    }

    @Test
    void saysWhichModelCanNotReadTheImages() {
        var failed = Cli.run("robustness", "--data", "builtin", "--fit", "20x20");

        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.err()).contains("20×20").contains("28×28");
    }
}
