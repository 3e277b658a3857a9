package inkbench.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import inkbench.data.format.DatasetFiles;
import inkbench.task.Progress;
import inkbench.testing.SyntheticData;
import inkbench.testing.TestData;

class PolarityTest {
    @Test
    void seesDarkInkOnPaper() {
        var digits = SyntheticData.labelled("digits", 50, 1);

        assertThat(Polarity.isDarkOnLight(digits)).isFalse();
        assertThat(Polarity.isDarkOnLight(Polarity.inverted(digits))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mnist/t10k-images-idx3-ubyte.gz", "usps", "kaggle/real_kaggle_sample_500rows.csv"})
    void seesTheInkOfRealDigits(String name) throws IOException {
        var digits = DatasetFiles.open(TestData.folder().resolve(name), Progress.NONE).first();

        assertThat(Polarity.isDarkOnLight(digits)).isFalse();
        assertThat(Polarity.isDarkOnLight(Polarity.inverted(digits))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 128, 255})
    void seesNoInkOnEmptyPaper(int grey) {
        var pixels = new byte[100];
        Arrays.fill(pixels, (byte) grey);

        assertThat(Polarity.isDarkOnLight(Dataset.of("flat", 5, 4, Dataset.DIGITS, pixels, new byte[5], "test")))
                .isFalse();
    }

    @Test
    void invertsEveryValueOfAViewAndNothingElse() {
        var images = Dataset.of("two", 2, 1, Dataset.DIGITS, new byte[]{0, 1, (byte) 255, 100}, new byte[]{3, 4},
                "test");

        var inverted = Polarity.inverted(images.subset(new int[]{1}));

        assertThat(inverted.size()).isEqualTo(1);
        assertThat(inverted.image(0)).containsExactly(0, 155);
        assertThat(inverted.label(0)).isEqualTo(4);
        assertThat(inverted.provenance().source()).isEqualTo("test");
    }

    @Test
    void keepsPartsOfOneFileViewsOfIt() {
        var file = SyntheticData.labelled("digits", 10, 1);
        var set = new PartedDataset(
                "digits",
                Map.of(
                        Part.TRAIN, file.subset(new int[]{1, 4, 7}),
                        Part.TEST, file.subset(new int[]{8, 2})));

        var inverted = Polarity.inverted(set);

        assertThat(inverted.part(Part.TEST).orElseThrow().sourceIndex(0)).isEqualTo(8);
        assertThat(inverted.part(Part.TEST).orElseThrow().label(1)).isEqualTo(2);
        assertThat(Dataset.joined(inverted.parts().values()).orElseThrow().size()).isEqualTo(5);
    }

    @Test
    void invertedTwiceIsTheSame() {
        var set = new PartedDataset("set", Map.of(Part.TEST, SyntheticData.unlabelled("digits", 5, 1)));

        assertThat(Polarity.inverted(Polarity.inverted(set)).sha256()).isEqualTo(set.sha256());
    }
}
