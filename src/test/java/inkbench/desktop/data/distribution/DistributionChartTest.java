package inkbench.desktop.data.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import inkbench.data.Part;
import inkbench.statistics.ClassDistribution;
import inkbench.testing.FxStage;

class DistributionChartTest {
    private static final ClassDistribution COUNTED = new ClassDistribution(
            List.of("zero", "<one>"),
            Map.of(Part.TRAIN, List.of(30, 10), Part.TEST, List.of(5, 5)));

    @Test
    void drawsABarForEachClassAndPartInProportionToItsShare() throws IOException {
        FxStage.startToolkit();

        var svg = FxStage.onFx(() -> new DistributionChart("Digits & co", COUNTED, Part::key).svg());

        Files.writeString(Files.createDirectories(Path.of("target", "pictures")).resolve("distribution.svg"), svg);
        assertThat(svg).contains("<title>Digits &amp; co</title>").contains(">&lt;one&gt;</text>")
                .contains(">70.0%</text>").contains(">30</text>").contains(">test</text>");
        // Background, two bars each; the second class has a third of the first one's share of the training part.
        assertThat(svg.split("<rect ", -1)).hasSize(1 + 1 + 4);
        assertThat(3 * widthOfBar(svg, 4)).isCloseTo(widthOfBar(svg, 2),
                within(0.05));
    }

    @Test
    void drawsAnEmptyPartWithoutBars() {
        FxStage.startToolkit();
        var empty = new ClassDistribution(List.of("0"), Map.of(Part.TRAIN, List.of(0)));

        assertThat(FxStage.onFx(() -> new DistributionChart("Digits", empty, Part::key).svg()))
                .contains("width=\"0\"").endsWith("</svg>\n");
    }

    private static double widthOfBar(String svg, int rectangle) {
        var found = svg.split("<rect ", -1)[rectangle];
        return Double.parseDouble(found.replaceAll("(?s).*?width=\"([0-9.]+)\".*", "$1"));
    }
}
