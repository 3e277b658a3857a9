package inkbench.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import inkbench.data.DataException;
import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.data.format.idx.IdxBytes;
import inkbench.task.Progress;

class DatasetFilesTest {
    private static final byte[] TWO_IMAGES = IdxBytes.images(2, 1, 2, 10, 20, 30, 40);
    private static final byte[] THREE_IMAGES = IdxBytes.images(3, 1, 2, 1, 2, 3, 4, 5, 6);
    private static final byte[] TWO_LABELS = IdxBytes.labels(3, 5);
    private static final byte[] THREE_LABELS = IdxBytes.labels(0, 9, 1);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(textBlock = """
            train-images-idx3-ubyte.gz,          train-labels-idx1-ubyte.gz,    TRAIN
            t10k-images.idx3-ubyte,              t10k-labels.idx1-ubyte,        TEST
            usps-test-images-16x16-idx3-ubyte,   usps-test-labels-idx1-ubyte,   TEST
            holdout-images-idx3-ubyte,           holdout-labels-idx1-ubyte.gz,  HOLDOUT
            emnist-letters-train-images-idx3,    emnist-letters-train-labels,   TRAIN
            digits,                              digits-labels,                 TRAIN
            latest.images,                       latest.labels,                 TRAIN
            """)
    void findsTheLabelsBesideAnImagesFile(String images, String labels, Part part) throws IOException {
        var imagesFile = write(images, TWO_IMAGES);
        write(labels, TWO_LABELS);
        write("other-labels-idx1-ubyte", THREE_LABELS);

        var data = open(imagesFile);

        assertThat(data.parts()).containsOnlyKeys(part);
        assertThat(data.first().label(1)).isEqualTo(5);
        assertThat(data.first().pixel(1, 1, 0)).isEqualTo(40);
        assertThat(data.first().classNames()).isEqualTo(Dataset.DIGITS);
        assertThat(data.first().provenance().source()).isEqualTo(images);
    }

    @Test
    void readsImagesWithoutLabels() throws IOException {
        var data = open(write("images", TWO_IMAGES));

        assertThat(data.first().labelled()).isFalse();
        assertThat(data.first().size()).isEqualTo(2);
    }

    @Test
    void opensAFolderWithAllItsPartsAndLeavesOutTheRest() throws IOException {
        write("train-images-idx3-ubyte.gz", IdxBytes.gzip(THREE_IMAGES));
        write("train-labels-idx1-ubyte.gz", IdxBytes.gzip(THREE_LABELS));
        write("t10k-images-idx3-ubyte", TWO_IMAGES);
        write("t10k-labels-idx1-ubyte", TWO_LABELS);
        write("holdout-images-idx3-ubyte", TWO_IMAGES);
        write("notes.csv", "index,given,expected\n".getBytes(StandardCharsets.UTF_8));
        write(".train-images-idx3-ubyte.77-1.part", TWO_IMAGES);
        write(".train.csv", "label,pixel0\n3,200\n".getBytes(StandardCharsets.UTF_8));
        write("small.npz", new byte[]{'P', 'K', 3, 4});
        write("qmnist-train-labels.tsv.gz", IdxBytes.gzip("a\tb\n".getBytes(StandardCharsets.UTF_8)));
        write("damaged.tsv.gz", new byte[]{0x1f, (byte) 0x8b, 8});
        write("qmnist-labels-idx2-int", IdxBytes.idx(0x0c02, new int[]{1, 1}, 0, 0, 0, 1));
        Files.createDirectory(folder.resolve("test-images-idx3-ubyte"));

        var data = open(folder);

        assertThat(data.name()).isEqualTo(folder.getFileName().toString());
        assertThat(data.parts()).containsOnlyKeys(Part.TRAIN, Part.TEST, Part.HOLDOUT);
        assertThat(data.part(Part.TRAIN)).get().extracting(Dataset::size).isEqualTo(3);
        assertThat(data.part(Part.TEST)).get().extracting(Dataset::labelled).isEqualTo(true);
        assertThat(data.part(Part.HOLDOUT)).get().extracting(Dataset::labelled).isEqualTo(false);
        assertThat(data.size()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"train.csv, TRAIN, train", "test.csv, TEST, test", "my.digits.CSV, TRAIN, my.digits",
            ".csv, TRAIN, .csv"})
    void opensKagglesCsv(String file, Part part, String name) throws IOException {
        var data = open(write(file, "label,pixel0\n3,200\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(data.name()).isEqualTo(name);
        assertThat(data.parts()).containsOnlyKeys(part);
        assertThat(data.first().label(0)).isEqualTo(3);
        assertThat(data.first().pixel(0, 0, 0)).isEqualTo(200);
    }

    @Test
    void namesMoreClassesThanDigitsByTheirNumberInAllParts() throws IOException {
        write("train-images-idx3-ubyte", TWO_IMAGES);
        write("train-labels-idx1-ubyte", IdxBytes.labels(0, 11));
        write("test-images-idx3-ubyte", TWO_IMAGES);
        write("test-labels-idx1-ubyte", IdxBytes.labels(0, 1));

        var data = open(folder);

        assertThat(data.parts().values()).extracting(Dataset::classCount).containsOnly(12);
        assertThat(data.first().classNames()).startsWith("0", "1").endsWith("10", "11");
    }

    @Test
    void saysThatAPathDoesNotExist() {
        assertFault(folder.resolve("nowhere"), " does not exist: check the name, or choose another file or folder.");
    }

    @Test
    void saysThatAFileIsEmpty() throws IOException {
        assertFault(
                write("train-images-idx3-ubyte", new byte[0]),
                " is empty, but data was expected: download or copy it again.");
    }

    @Test
    void saysWhatAnUnknownFileBeginsWith() throws IOException {
        assertFault(
                write("digits.dat", new byte[]{(byte) 0x89, 'P', 'N', 'G', 13, 10}),
                " begins with the bytes 89 50 4e 47, but an IDX file of images begins with 00 00 08 03, a CSV with the"
                        + " names of its columns, .npz with 50 4b 03 04 and .npy with 93 4e 55 4d 50 59: choose another"
                        + " file.");
    }

    @Test
    void saysThatLabelsAreNoImages() throws IOException {
        assertFault(
                write("train-labels-idx1-ubyte", TWO_LABELS),
                " begins with the bytes 00 00 08 01, but an IDX file of images begins with 00 00 08 03: choose the images"
                        + " file.");
    }

    @Test
    void saysWhatWasLookedForInAFolderWithoutData() throws IOException {
        write("readme.txt", new byte[]{'h', 'i'});

        assertFault(
                folder,
                " has no data, but pairs of IDX files such as train-images-idx3-ubyte.gz and train-labels-idx1-ubyte.gz, a"
                        + " folder of pictures for each class, pictures with a labels.csv, or Kaggle's train.csv were"
                        + " expected: choose another folder, or the file itself.");
    }

    @Test
    void saysThatImagesAndLabelsAreOfDifferentCounts() throws IOException {
        var images = write("train-images-idx3-ubyte", TWO_IMAGES);
        var labels = write("train-labels-idx1-ubyte", THREE_LABELS);

        assertFault(
                images,
                " has 2 images, but " + labels + " has 3 labels: use the two files that belong together.");
    }

    @Test
    void refusesAFolderWithTwoFilesForOnePart() throws IOException {
        write("train-images-idx3-ubyte", TWO_IMAGES);
        write("train-images-idx3-ubyte.gz", IdxBytes.gzip(TWO_IMAGES));

        assertFault(
                folder,
                " has two files for the part “train”, train-images-idx3-ubyte and train-images-idx3-ubyte.gz: choose one of"
                        + " them, or move one away.");
    }

    @Test
    void refusesImagesWithTwoLabelsFiles() throws IOException {
        var images = write("train-images-idx3-ubyte", TWO_IMAGES);
        write("train-labels-idx1-ubyte", TWO_LABELS);
        write("train-labels.gz", IdxBytes.gzip(TWO_LABELS));

        assertFault(
                images,
                " has two labels files beside it, train-labels-idx1-ubyte and train-labels.gz: move one away.");
    }

    @Test
    void refusesAFolderWithLabelsThatBelongToNoImages() throws IOException {
        write("train-images-idx3-ubyte", TWO_IMAGES);
        var labels = write("t10k-labels-idx1-ubyte", TWO_LABELS);

        var sentence = " holds labels, but there are no images of the same name beside it: put the images file there, or"
                + " move the labels away.";
        assertThatThrownBy(() -> open(folder)).isInstanceOf(DataException.class).hasMessage(labels + sentence);
    }

    @Test
    void refusesPartsWithImagesOfDifferentSizes() throws IOException {
        var train = write("train-images-idx3-ubyte", TWO_IMAGES);
        var test = write("test-images-idx3-ubyte", IdxBytes.images(1, 2, 1, 0, 0));

        assertThatThrownBy(() -> open(folder)).isInstanceOf(DataException.class)
                .hasMessage(
                        test + " has images of 1×2 pixels, but " + train
                                + " has 2×1: keep images of different sizes in different folders, or let them be fitted to one size.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"train-images-idx3-ubyte", "train-labels-idx1-ubyte"})
    void doesNotOverlookADamagedFileWhoseNameSaysThatItIsData(String name) throws IOException {
        write("train-images-idx3-ubyte", TWO_IMAGES);
        write("train-labels-idx1-ubyte", TWO_LABELS);
        var damaged = write(name, new byte[0]);

        assertThatThrownBy(() -> open(folder)).isInstanceOf(DataException.class)
                .hasMessageStartingWith(damaged + " is empty");
    }

    @Test
    void reportsEveryByteOfEveryFile() throws IOException {
        write("train-images-idx3-ubyte", TWO_IMAGES);
        write("train-labels-idx1-ubyte", TWO_LABELS);
        var reports = new ArrayList<List<Long>>();

        DatasetFiles.open(folder, new Progress() {
            @Override
            public void report(long done, long total) {
                reports.add(List.of(done, total));
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        });

        long size = TWO_IMAGES.length + TWO_LABELS.length;
        assertThat(reports).endsWith(List.of(size, size)).allSatisfy(report -> assertThat(report).endsWith(size));
    }

    @Test
    void stopsWhenItIsCancelled() throws IOException {
        var file = write("images", TWO_IMAGES);

        assertThatThrownBy(() -> DatasetFiles.open(file, new Progress() {
            @Override
            public void report(long done, long total) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        })).isInstanceOf(CancellationException.class);
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static PartedDataset open(Path path) throws IOException {
        return DatasetFiles.open(path, Progress.NONE);
    }

    private static void assertFault(Path path, String sentence) {
        assertThatThrownBy(() -> open(path)).isInstanceOf(DataException.class).hasMessage(path + sentence);
    }
}
