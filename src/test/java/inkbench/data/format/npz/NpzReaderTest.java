package inkbench.data.format.npz;

import static inkbench.data.format.npz.NpyBytes.bytes;
import static inkbench.data.format.npz.NpyBytes.dictionary;
import static inkbench.data.format.npz.NpyBytes.npy;
import static inkbench.data.format.npz.NpyBytes.values;
import static inkbench.data.format.npz.NpyBytes.zip;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.data.format.DatasetFiles;
import inkbench.data.format.OpenOptions;
import inkbench.data.format.OpenedData;
import inkbench.task.Progress;

class NpzReaderTest {
    private static final byte[] TWO_IMAGES = npy("|u1", false, "(2, 1, 3)", bytes(1, 2, 3, 4, 5, 255));
    private static final byte[] TWO_LABELS = npy("|u1", false, "(2,)", bytes(7, 9));

    @TempDir
    private Path folder;

    @Test
    void findsKerasKeys() throws IOException {
        var data = open(
                zip(
                        "x_test.npy",
                        npy("|u1", false, "(1, 1, 3)", bytes(9, 8, 7)),
                        "x_train.npy",
                        TWO_IMAGES,
                        "y_train.npy",
                        TWO_LABELS,
                        "y_test.npy",
                        npy("<i8", false, "(1,)", values("<i8", 3)),
                        "extra.npy",
                        TWO_IMAGES));

        assertThat(data.parts()).containsOnlyKeys(Part.TRAIN, Part.TEST);
        assertThat(pixels(data.first())).containsExactly(1, 2, 3, 4, 5, 255);
        assertThat(data.first().label(1)).isEqualTo(9);
        assertThat(pixels(data.part(Part.TEST).orElseThrow())).containsExactly(9, 8, 7);
        assertThat(data.part(Part.TEST).orElseThrow().label(0)).isEqualTo(3);
        assertThat(data.name()).isEqualTo("digits");
        assertThat(data.first().provenance().source()).isEqualTo("digits.npz");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            images      | labels
            train_data  | train_targets
            arr_0       | arr_1
            pictures    | what
            """)
    void findsOtherPairsByTheirShape(String images, String labels) throws IOException {
        var data = open(zip(labels + ".npy", TWO_LABELS, images + ".npy", TWO_IMAGES));

        assertThat(data.parts()).containsOnlyKeys(Part.TRAIN);
        assertThat(data.first().label(0)).isEqualTo(7);
    }

    @Test
    void readsThePairThatIsChosen() throws IOException {
        var file = Files.write(
                folder.resolve("digits.npz"),
                zip("a.npy", TWO_IMAGES, "b.npy", npy("|u1", false, "(2, 1, 3)", bytes(6, 5, 4, 3, 2, 1)), "l.npy",
                        TWO_LABELS));
        var keys = new NpzKeys(Map.of(Part.TEST, new NpzKeys.Pair("b", Optional.of("l"))));

        var data = DatasetFiles.open(file, OpenOptions.NONE.withArrays(keys), Progress.NONE).data();

        assertThat(data.parts()).containsOnlyKeys(Part.TEST);
        assertThat(pixels(data.first())).containsExactly(6, 5, 4, 3, 2, 1);
    }

    @Test
    void listsArraysForSomebodyWhoHasToChoose() throws IOException {
        var file = Files.write(
                folder.resolve("digits.npz"),
                zip("a.npy", TWO_IMAGES, "l.npy", TWO_LABELS, "o.npy", npy("|O", false, "(2,)", bytes(1))));

        assertThat(NpzReader.list(file)).containsExactly(
                new NpzArray("a", Optional.of("uint8"), List.of(2L, 1L, 3L), true),
                new NpzArray("l", Optional.of("uint8"), List.of(2L), false),
                new NpzArray("o", Optional.empty(), List.of(), false));
    }

    @Test
    void readsImagesWithoutLabels() throws IOException {
        assertThat(open(zip("arr_0.npy", TWO_IMAGES)).first().labelled()).isFalse();
        assertThat(open(zip("x_train.npy", TWO_IMAGES)).first().labelled()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"|u1", "<i2", ">i2", "<u2", "<i4", ">u4", "<i8", ">i8", "<u8", "<f2", "<f4", ">f4", "<f8"})
    void readsWholeNumbersOfEveryType(String type) throws IOException {
        var data = open(zip("x_train.npy", npy(type, false, "(1, 2, 3)", values(type, 0, 1, 2, 128, 254, 255))));

        assertThat(pixels(data.first())).containsExactly(0, 1, 2, 128, 254, 255);
    }

    @Test
    void takesTrueForFullInk() throws IOException {
        var data = open(zip("x_train.npy", npy("|b1", false, "(1, 1, 3)", bytes(0, 1, 1))));

        assertThat(pixels(data.first())).containsExactly(0, 255, 255);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<f4", ">f8", "<f2"})
    void scalesFloatingPointNumbersUpToOne(String type) throws IOException {
        var opened = openNoted(zip("x_train.npy", npy(type, false, "(1, 1, 4)", values(type, 0, 0.5, 1, 0.2))));

        assertThat(pixels(opened.data().first())).containsExactly(0, 128, 255, 51);
        assertThat(opened.notes()).isEmpty();
    }

    @Test
    void takesLargerFloatingPointNumbersForGreyValuesAndSaysSo() throws IOException {
        var opened = openNoted(zip("x_train.npy", npy("<f4", false, "(1, 1, 3)", values("<f4", 0.5, 1.5, 200))));

        assertThat(pixels(opened.data().first())).containsExactly(1, 2, 200);
        assertThat(opened.notes()).singleElement().asString().contains("0.5").contains("200").contains("rounded");
    }

    @Test
    void readsFortranOrder() throws IOException {
        // np.asfortranarray(np.arange(12).reshape(2, 2, 3)): the first index runs fastest.
        var values = bytes(0, 6, 3, 9, 1, 7, 4, 10, 2, 8, 5, 11);

        var data = open(zip("x_train.npy", npy("|u1", true, "(2, 2, 3)", values)));

        assertThat(pixels(data.first())).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (2, 2, 3)    | 3 | 2
            (2, 2, 3, 1) | 3 | 2
            (2, 1, 2, 3) | 3 | 2
            (3, 4)       | 2 | 2
            (12, 1, 1)   | 1 | 1
            """)
    void seesImagesInTheirShape(String shape, int width, int height) throws IOException {
        var data = open(zip("arr_0.npy", npy("|u1", false, shape, bytes(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11))));

        assertThat(data.width()).isEqualTo(width);
        assertThat(data.height()).isEqualTo(height);
        assertThat(pixels(data.first())).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void readsAllVersions(int version) throws IOException {
        var array = npy(version, dictionary("|u1", false, "(1, 1, 2)"), bytes(3, 4));

        assertThat(pixels(open(zip("x_train.npy", array)).first())).containsExactly(3, 4);
    }

    @Test
    void readsHeadersAsOtherProgramsWriteThem() throws IOException {
        var array = npy(1, "{\"shape\":(1L,1,2),\"descr\":\"u1\",\"fortran_order\":False}", bytes(3, 4));

        assertThat(pixels(open(zip("x_train.npy", array)).first())).containsExactly(3, 4);
    }

    @Test
    void opensAnArrayAlone() throws IOException {
        var data = DatasetFiles.open(Files.write(folder.resolve("test_images.npy"), TWO_IMAGES), Progress.NONE);

        assertThat(data.parts()).containsOnlyKeys(Part.TEST);
        assertThat(pixels(data.first())).containsExactly(1, 2, 3, 4, 5, 255);
        assertThat(data.first().labelled()).isFalse();
    }

    @Test
    void numbersClassesBeyondTheDigits() throws IOException {
        var data = open(zip("x.npy", TWO_IMAGES, "y.npy", npy("<i4", false, "(2, 1)", values("<i4", 0, 61))));

        assertThat(data.first().classCount()).isEqualTo(62);
    }

    @Test
    void reportsProgressUpToTheEnd() throws IOException {
        var file = Files.write(folder.resolve("digits.npz"), zip("x_train.npy", TWO_IMAGES, "y_train.npy", TWO_LABELS));
        var shares = new ArrayList<Double>();

        DatasetFiles.open(file, new Progress() {
            @Override
            public void report(long done, long total) {
                shares.add((double) done / total);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        });

        assertThat(shares).isSorted().endsWith(1.0).allMatch(share -> share <= 1);
    }

    private OpenedData openNoted(byte[] content) throws IOException {
        var file = Files.write(folder.resolve("digits.npz"), content);
        return DatasetFiles.open(file, OpenOptions.NONE, Progress.NONE);
    }

    private PartedDataset open(byte[] content) throws IOException {
        return openNoted(content).data();
    }

    private static List<Integer> pixels(Dataset images) {
        var pixels = new ArrayList<Integer>();
        for (int i = 0; i < images.size(); i++) {
            for (byte pixel : images.image(i)) {
                pixels.add(Byte.toUnsignedInt(pixel));
            }
        }
        return pixels;
    }
}
