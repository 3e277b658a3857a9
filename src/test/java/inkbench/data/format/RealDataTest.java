package inkbench.data.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.task.Progress;
import inkbench.testing.TestData;

/** The sets that people have, with the counts that others published. */
class RealDataTest {
    @Test
    void readsMnist() throws IOException {
        var mnist = open("mnist");

        assertThat(mnist.name()).isEqualTo("mnist");
        assertThat(mnist.parts()).containsOnlyKeys(Part.TRAIN, Part.TEST);
        assertThat(mnist.width()).isEqualTo(28);
        assertThat(mnist.height()).isEqualTo(28);
        var train = mnist.part(Part.TRAIN).orElseThrow();
        assertThat(train.size()).isEqualTo(60_000);
        assertThat(train.classCounts())
                .containsExactly(5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949);
        assertThat(train.label(0)).isEqualTo(5);
        var test = mnist.part(Part.TEST).orElseThrow();
        assertThat(test.size()).isEqualTo(10_000);
        assertThat(test.classCounts()).containsExactly(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009);
        assertThat(test.label(0)).isEqualTo(7);
    }

    @Test
    void hasTheMeanAndDeviationOfMnistThatEveryTutorialNormalizesWith() throws IOException {
        var train = open("mnist/train-images-idx3-ubyte.gz").first();

        long sum = 0;
        long squares = 0;
        for (int i = 0; i < train.size(); i++) {
            for (byte pixel : train.image(i)) {
                int value = Byte.toUnsignedInt(pixel);
                sum += value;
                squares += (long) value * value;
            }
        }

        double n = 784.0 * train.size();
        double mean = sum / n;
        assertThat(mean / 255).isBetween(0.13065, 0.13067);
        assertThat(Math.sqrt(squares / n - mean * mean) / 255).isBetween(0.30810, 0.30812);
    }

    @Test
    void readsKagglesFormAsLargeAsItIs() throws IOException {
        var data = open("kaggle/made_train_42000.csv");

        assertThat(data.name()).isEqualTo("made_train_42000");
        assertThat(data.parts()).containsOnlyKeys(Part.TRAIN);
        assertThat(data.first().size()).isEqualTo(42_000);
        assertThat(data.width()).isEqualTo(28);
        assertThat(data.first().classCounts()).containsExactly(4146, 4696, 4154, 4299, 4127, 3844, 4149, 4392, 4060,
                4133);
    }

    @Test
    void readsRowsOfKagglesOwnFile() throws IOException {
        var data = open("kaggle/real_kaggle_sample_500rows.csv").first();

        assertThat(data.size()).isEqualTo(500);
        assertThat(data.classCounts()).containsExactly(42, 52, 60, 43, 55, 41, 49, 55, 48, 55);
        assertThat(IntStream.range(0, 500).map(i -> sum(data.image(i))).sum()).isEqualTo(12_927_092);
        assertThat(sum(data.image(499))).isEqualTo(18_916);
    }

    @Test
    void readsUspsInItsOwnSize() throws IOException {
        var usps = open("usps");

        assertThat(usps.width()).isEqualTo(16);
        assertThat(usps.height()).isEqualTo(16);
        assertThat(usps.part(Part.TRAIN)).get().extracting(Dataset::size).isEqualTo(7291);
        assertThat(usps.part(Part.TEST)).get().extracting(Dataset::size).isEqualTo(2007);
        assertThat(usps.first().classNames()).isEqualTo(Dataset.DIGITS);
    }

    private static int sum(byte[] image) {
        int sum = 0;
        for (byte pixel : image) {
            sum += Byte.toUnsignedInt(pixel);
        }
        return sum;
    }

    private static PartedDataset open(String path) throws IOException {
        return DatasetFiles.open(TestData.folder().resolve(path), Progress.NONE);
    }
}
