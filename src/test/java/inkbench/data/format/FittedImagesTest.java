package inkbench.data.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.data.Polarity;
import inkbench.data.format.image.ImageSize;
import inkbench.task.Progress;

class FittedImagesTest {
    private static final ImageSize MNIST = new ImageSize(28, 28);

    @Test
    void keepsPartsLabelsAndNames() {
        var set = new PartedDataset("bars", Map.of(Part.TRAIN, bars(3000, 0, 255), Part.TEST, bars(7, 0, 255)));

        var fitted = FittedImages.of(set, MNIST, Progress.NONE);

        assertThat(fitted.name()).isEqualTo("bars");
        assertThat(fitted.part(Part.TRAIN).orElseThrow().size()).isEqualTo(3000);
        assertThat(fitted.part(Part.TRAIN).orElseThrow().label(2997)).isEqualTo(7);
        assertThat(fitted.part(Part.TEST).orElseThrow().size()).isEqualTo(7);
        assertThat(fitted.width()).isEqualTo(28);
        assertThat(fitted.first().pixel(1, 14, 14)).isEqualTo(255);
        assertThat(fitted.first().pixel(1, 2, 2)).isZero();
        assertThat(fitted.first().image(2999)).isEqualTo(fitted.first().image(2));
    }

    @Test
    void keepsDarkInkDark() {
        var paper = new PartedDataset("paper", Map.of(Part.TRAIN, bars(20, 255, 0)));
        var chalk = new PartedDataset("chalk", Map.of(Part.TRAIN, bars(20, 0, 255)));

        var fitted = FittedImages.of(paper, MNIST, Progress.NONE);

        assertThat(Polarity.isDarkOnLight(fitted.first())).isTrue();
        assertThat(Polarity.inverted(fitted).sha256())
                .isEqualTo(FittedImages.of(chalk, MNIST, Progress.NONE).sha256());
    }

    @Test
    void leavesImagesOfTheSizeAlone() {
        var set = new PartedDataset("bars", Map.of(Part.TRAIN, bars(3, 0, 255)));
        var options = OpenOptions.NONE.withFit(new ImageSize(16, 12));

        var opened = OpenedData.of(set, options, Progress.NONE);

        assertThat(opened.data()).isSameAs(set);
        assertThat(opened.notes()).isEmpty();
    }

    @Test
    void saysWhatWasDone() {
        var set = new PartedDataset("bars", Map.of(Part.TRAIN, bars(3, 255, 0)));

        var opened = OpenedData.of(set, OpenOptions.NONE.withFit(MNIST).withInverted(true), Progress.NONE);

        assertThat(opened.data().first().pixel(0, 0, 0)).isZero();
        assertThat(opened.notes()).singleElement().asString()
                .startsWith("The images of 16×12 pixels were fitted to 28×28");
    }

    /** Images of 16×12 with a bar each, in places of its own; the classes take turns. */
    private static Dataset bars(int count, int ground, int ink) {
        var pixels = new byte[count * 16 * 12];
        var labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) (i % 10);
            for (int p = 0; p < 16 * 12; p++) {
                int x = p % 16;
                int y = p / 16;
                boolean inside = x >= 2 + i % 9 && x < 5 + i % 9 && y >= 1 && y < 10;
                pixels[i * 16 * 12 + p] = (byte) (inside ? ink : ground);
            }
        }
        return Dataset.of("bars", 16, 12, Dataset.DIGITS, pixels, labels, "made");
    }
}
