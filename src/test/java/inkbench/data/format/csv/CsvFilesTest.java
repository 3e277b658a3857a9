package inkbench.data.format.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.data.format.DatasetFiles;
import inkbench.data.format.OpenOptions;
import inkbench.data.format.OpenedData;
import inkbench.data.format.idx.IdxBytes;
import inkbench.task.Progress;

class CsvFilesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {
            "label,pixel0,pixel1,pixel2,pixel3\n7,0,10,200,255\n3,1,2,3,4\n",
            "\ufefflabel,pixel0,pixel1,pixel2,pixel3\n7,0,10,200,255\n3,1,2,3,4",
            "label,pixel0,pixel1,pixel2,pixel3\r\n7,0,10,200,255\r\n3,1,2,3,4\r\n",
            "\"label\",\"pixel0\",\"pixel1\",\"pixel2\",\"pixel3\"\n\"7\",\"0\",\"10\",\"200\",\"255\"\n3,1,2,3,4\n",
            "\ufeff\"label\";\"pixel0\";\"pixel1\";\"pixel2\";\"pixel3\"\r\n7;0;10;200;255\r\n3;1;2;3;4",
            "label, pixel0, pixel1, pixel2, pixel3\n 7 , 0 , 10, 200,255 \n3, \"1\" ,2,3,4\n\n",
            "label\tpixel0\tpixel1\tpixel2\tpixel3\n7\t0\t10\t200\t255\n3\t1\t2\t3\t4\n",
            "label,pixel1,pixel2,pixel3,pixel4\n7,0,10,200,255\n3,1,2,3,4\n",
            "label,1x1,1x2,2x1,2x2\n7,0,10,200,255\n3,1,2,3,4\n",
            "Label,Pixel0,Pixel1,Pixel2,Pixel3\n7,000,010,200,255\n3,1,2,3,4\n",
            "pixel1,pixel2,pixel3,pixel4,class\n0,10,200,255,7\n1,2,3,4,3\n",
            "7,0,10,200,255\n3,1,2,3,4\n",
            "\"7\";0;10;200;255\n3;1;2;3;4"})
    void readsWhatIsCertain(String text) throws IOException {
        var data = open("digits.csv", text).data();

        assertThat(data.width()).isEqualTo(2);
        assertThat(data.size()).isEqualTo(2);
        assertThat(data.first().label(0)).isEqualTo(7);
        assertThat(data.first().label(1)).isEqualTo(3);
        assertThat(data.first().image(0)).containsExactly(0, 10, (byte) 200, (byte) 255);
        assertThat(data.first().image(1)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void saysThatItTookAFileWithoutNames() throws IOException {
        assertThat(open("digits.csv", "7,0,10,200,255\n").notes()).singleElement()
                .asString()
                .contains("first column was taken for the label");
        assertThat(open("digits.csv", "0,10,200,255\n").notes()).singleElement()
                .asString()
                .contains("to have no labels");
    }

    @Test
    void readsLabelsOfLetters() throws IOException {
        var data = open("letters.csv", "label,pixel0\n61,1\n10,2\n").data();

        assertThat(data.first().classCount()).isEqualTo(62);
        assertThat(data.first().label(0)).isEqualTo(61);
    }

    @Test
    void readsMoreRowsThanWereReserved() throws IOException {
        var rows = IntStream.range(0, 5000).mapToObj(i -> i % 62 + ";" + i % 256).collect(Collectors.joining("\n"));

        var images = open("letters.csv", "label;pixel0\n" + rows).data().first();

        assertThat(images.size()).isEqualTo(5000);
        assertThat(IntStream.range(0, 5000))
                .allMatch(i -> images.label(i) == i % 62 && images.pixel(i, 0, 0) == i % 256);
    }

    @Test
    void readsTheLargestImages() throws IOException {
        var header = IntStream.range(0, 65_536).mapToObj(i -> "pixel" + i).collect(Collectors.joining(";"));
        var row = IntStream.range(0, 65_536).mapToObj(i -> Integer.toString(i % 256)).collect(Collectors.joining(";"));

        var images = open("large.csv", header + "\n" + row).data().first();

        assertThat(images.width()).isEqualTo(256);
        assertThat(images.pixel(0, 255, 255)).isEqualTo(255);
    }

    @Test
    void readsGzippedToo() throws IOException {
        var text = "label;pixel0\n3;200\n".getBytes(StandardCharsets.UTF_8);

        var data = DatasetFiles.open(Files.write(folder.resolve("a.csv.gz"), IdxBytes.gzip(text)), Progress.NONE);

        assertThat(data.first().pixel(0, 0, 0)).isEqualTo(200);
    }

    @Test
    void opensKagglesFolder() throws IOException {
        Files.writeString(folder.resolve("train.csv"), "label,pixel0\n3,200\n");
        Files.writeString(folder.resolve("test.csv"), "pixel0\n100\n50\n");
        Files.writeString(folder.resolve("sample_submission.csv"), "ImageId,Label\n1,0\n");

        PartedDataset data = DatasetFiles.open(folder, Progress.NONE);

        assertThat(data.parts()).containsOnlyKeys(Part.TRAIN, Part.TEST);
        assertThat(data.first().label(0)).isEqualTo(3);
        assertThat(data.part(Part.TEST).orElseThrow().labelled()).isFalse();
    }

    private OpenedData open(String name, String text) throws IOException {
        var file = Files.writeString(folder.resolve(name), text);
        return DatasetFiles.open(file, OpenOptions.NONE, Progress.NONE);
    }
}
