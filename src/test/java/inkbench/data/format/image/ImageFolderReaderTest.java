package inkbench.data.format.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import inkbench.data.DataException;
import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.data.Remedy;
import inkbench.data.format.DatasetFiles;
import inkbench.data.format.OpenOptions;
import inkbench.data.format.OpenedData;
import inkbench.task.Progress;

class ImageFolderReaderTest {
    @TempDir
    private Path folder;

    @Test
    void takesFoldersForClasses() throws IOException {
        write("3/a.png", TestPictures.grey(2, 1, 10, 20));
        write("3/b.png", TestPictures.grey(2, 1, 30, 40));
        write("0/c.png", TestPictures.grey(2, 1, 0, 255));

        var data = open();

        assertThat(data.parts()).containsOnlyKeys(Part.TRAIN);
        assertThat(data.first().classNames()).isEqualTo(Dataset.DIGITS);
        assertThat(labels(data.first())).containsExactly(0, 3, 3);
        assertThat(data.first().image(0)).containsExactly(0, 255);
        assertThat(data.first().image(2)).containsExactly(30, 40);
    }

    @Test
    void sortsNumbersByValueBeforeNames() throws IOException {
        for (var name : new String[]{"b", "10", "9", "A", "a"}) {
            write(name + "/1" + name + ".png", TestPictures.flat(1, 1, 5));
        }

        assertThat(open().first().classNames()).containsExactly("9", "10", "A", "a", "b");
    }

    @Test
    void numbersClassesUpToTheLargestFolder() throws IOException {
        write("2/a.png", TestPictures.flat(1, 1, 5));
        write("11/b.png", TestPictures.flat(1, 1, 5));

        assertThat(open().first().classCount()).isEqualTo(12);
        assertThat(labels(open().first())).containsExactly(2, 11);
    }

    @Test
    void takesAnEmptyFolderForAClassWithoutPictures() throws IOException {
        write("one/a.png", TestPictures.flat(1, 1, 5));
        Files.createDirectory(folder.resolve("another"));

        assertThat(open().first().classNames()).containsExactly("another", "one");
    }

    @Test
    void keepsTheOrderOfNumberedPictures() throws IOException {
        write("7/10.png", TestPictures.flat(1, 1, 10));
        write("7/9.png", TestPictures.flat(1, 1, 9));
        write("3/008.png", TestPictures.flat(1, 1, 8));
        write("9/1.png", TestPictures.flat(1, 1, 1));

        assertThat(labels(open().first())).containsExactly(9, 3, 7, 7);
    }

    @Test
    void findsPartsWithTheClassesOfAll() throws IOException {
        write("train/b/1.png", TestPictures.flat(1, 1, 5));
        write("test/a/1.png", TestPictures.flat(1, 1, 5));
        write("test/b/2.png", TestPictures.flat(1, 1, 5));

        var data = open();

        assertThat(data.parts()).containsOnlyKeys(Part.TRAIN, Part.TEST);
        assertThat(data.first().classNames()).containsExactly("a", "b");
        assertThat(labels(data.first())).containsExactly(1);
        assertThat(labels(data.part(Part.TEST).orElseThrow())).containsExactly(0, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "file,label\nb.png,4\na.png,2\n",
            "\ufefffile;label\r\n\"b.png\"; 4\r\n\"a.png\" ;\"2\"",
            "id,Label,FileName\n1,4,b.png\n2,2,a.png\n"})
    void readsLabelsFromATable(String table) throws IOException {
        write("a.png", TestPictures.flat(1, 1, 20));
        write("b.png", TestPictures.flat(1, 1, 40));
        write("unnamed.png", TestPictures.flat(1, 1, 60));
        write("labels.csv", table.getBytes(StandardCharsets.UTF_8));

        var opened = openNoted(OpenOptions.NONE);

        assertThat(labels(opened.data().first())).containsExactly(4, 2);
        assertThat(opened.data().first().image(0)).containsExactly(40);
        assertThat(opened.notes()).singleElement().asString().startsWith("One file in ");
    }

    @Test
    void readsPicturesWithoutLabels() throws IOException {
        write("2.png", TestPictures.flat(1, 1, 2));
        write("10.png", TestPictures.flat(1, 1, 10));

        var images = open().first();

        assertThat(images.labelled()).isFalse();
        assertThat(images.image(0)).containsExactly(2);
    }

    @Test
    void leavesOutThousandsOfOtherFilesAndCountsThem() throws IOException {
        write("1/a.png", TestPictures.flat(1, 1, 2));
        for (int i = 0; i < 3000; i++) {
            write("1/other" + i + ".txt", new byte[]{'x'});
        }
        write("readme.md", new byte[]{'x'});
        write(".hidden/a.png", new byte[]{'x'});

        var opened = openNoted(OpenOptions.NONE);

        assertThat(opened.data().size()).isEqualTo(1);
        assertThat(opened.notes()).singleElement().asString().contains("3,001 files");
    }

    @Test
    void takesTheLuminanceOfColoursAndPutsWhatIsTransparentOnWhite() throws IOException {
        write(
                "1/a.png",
                TestPictures.colour(
                        "png",
                        BufferedImage.TYPE_INT_ARGB,
                        3,
                        2,
                        0xffff0000,
                        0xff00ff00,
                        0xff0000ff,
                        0x00000000,
                        0x80000000,
                        0xff404040));

        // 0.299, 0.587 and 0.114 of 255; nothing, a half and all of it.
        assertThat(unsigned(open().first().image(0))).containsExactly(76, 150, 29, 255, 127, 64);
    }

    @Test
    void readsBmp() throws IOException {
        write("1/a.bmp", TestPictures.colour("bmp", BufferedImage.TYPE_INT_RGB, 2, 1, 0xffffff, 0x101010));

        assertThat(unsigned(open().first().image(0))).containsExactly(255, 16);
    }

    @Test
    void readsGreyJpegWithItsOwnValues() throws IOException {
        var image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 64; i++) {
            image.getRaster().setSample(i % 8, i / 8, 0, 100);
        }
        write("1/a.JPG", TestPictures.encode(image, "jpg"));

        assertThat(unsigned(open().first().image(0))).containsOnly(100);
    }

    @Test
    void readsSixteenBitsByTheirUpperHalf() throws IOException {
        var image = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setPixels(0, 0, 2, 1, new int[]{0xffff, 0x8012});
        write("1/a.png", TestPictures.encode(image, "png"));

        assertThat(unsigned(open().first().image(0))).containsExactly(255, 128);
    }

    @Test
    void readsTwoColoursAndPalettes() throws IOException {
        write("1/1.png", TestPictures.colour("png", BufferedImage.TYPE_BYTE_BINARY, 2, 1, 0xff000000, 0xffffffff));
        write("1/2.png", TestPictures.colour("png", BufferedImage.TYPE_BYTE_INDEXED, 2, 1, 0xff000000, 0xffffffff));

        assertThat(unsigned(open().first().image(0))).containsExactly(0, 255);
        assertThat(unsigned(open().first().image(1))).containsExactly(0, 255);
    }

    @Test
    void fitsPicturesToOneSizeWhereThatIsAskedFor() throws IOException {
        write("1/1.png", TestPictures.bar(300, 600, 0, 255));
        write("1/2.png", TestPictures.bar(30, 60, 0, 255));
        write("1/3.png", TestPictures.flat(28, 28, 7));
        write("1/4.png", TestPictures.flat(1, 1, 50));

        var opened = openNoted(OpenOptions.NONE.withFit(new ImageSize(28, 28)));

        var images = opened.data().first();
        assertThat(images.image(0)).isEqualTo(images.image(1));
        assertThat(images.pixel(0, 14, 14)).isEqualTo(255);
        assertThat(images.pixel(0, 14, 3)).isZero();
        assertThat(unsigned(images.image(2))).as("of that size already").containsOnly(7);
        assertThat(unsigned(images.image(3))).as("no ink").containsOnly(0);
        assertThat(opened.notes()).singleElement().asString().contains(
                "3 pictures of another size than 28×28 pixels");
    }

    @Test
    void fitsDarkInkAsItFitsLight() throws IOException {
        for (int i = 0; i < 5; i++) {
            write(i + "/page.png", TestPictures.bar(40 + i, 90, 255, 0));
        }
        var fit = OpenOptions.NONE.withFit(new ImageSize(28, 28));

        var dark = openNoted(fit).data().first();
        var light = openNoted(fit.withInverted(true)).data().first();

        assertThat(dark.pixel(0, 14, 14)).isZero();
        assertThat(dark.pixel(0, 0, 0)).isEqualTo(255);
        assertThat(light.pixel(0, 14, 14)).isEqualTo(255);
        assertThat(light.pixel(0, 0, 0)).isZero();
    }

    @Test
    void saysThatFittingHelpsPicturesOfOtherSizes() throws IOException {
        write("1/1.png", TestPictures.flat(4, 2, 0));
        write("1/2.png", TestPictures.flat(2, 2, 0));

        assertThatThrownBy(this::open).isInstanceOfSatisfying(
                DataException.class,
                fault -> assertThat(fault.remedy()).contains(Remedy.FIT_IMAGES));

        write("1/1.png", TestPictures.flat(300, 2, 0));
        assertThatThrownBy(this::open).isInstanceOfSatisfying(
                DataException.class,
                fault -> assertThat(fault.remedy()).contains(Remedy.FIT_IMAGES));
    }

    @Test
    void readsManyPicturesInTheirOrder() throws IOException {
        for (int i = 0; i < 1200; i++) {
            write(i % 10 + "/" + i + ".png", TestPictures.flat(2, 2, i % 256));
        }

        var images = open().first();

        assertThat(IntStream.range(0, 1200)).allMatch(
                i -> images.pixel(i, 1, 1) == i % 256 && images.label(i) == i % 10);
    }

    private void write(String name, byte[] content) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private OpenedData openNoted(OpenOptions options) throws IOException {
        return DatasetFiles.open(folder, options, Progress.NONE);
    }

    private PartedDataset open() throws IOException {
        return openNoted(OpenOptions.NONE).data();
    }

    private static int[] labels(Dataset images) {
        return IntStream.range(0, images.size()).map(images::label).toArray();
    }

    private static int[] unsigned(byte[] pixels) {
        return IntStream.range(0, pixels.length).map(i -> Byte.toUnsignedInt(pixels[i])).toArray();
    }
}
