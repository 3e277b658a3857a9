package inkbench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import inkbench.data.DataException;

class ConfusionMatrixFileTest {
    @TempDir
    Path folder;

    @Test
    void rowsAreThePredictionAndColumnsTheTruth() throws IOException {
        var matrix = read("40,12\n7,61\n");

        assertThat(matrix).isEqualTo(new ConfusionMatrix(List.of("0", "1"), new long[][]{{40, 7}, {12, 61}}));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "a,b|40,12|7,61",
            "a,40,12|b,7,61",
            ",a,b|a,40,12|b,7,61",
            "\"\",\"a\",\"b\"|\"a\",40,12|\"b\",7,61",
            "Prediction,a,b|a,40,12|b,7,61",
            "a,b|a,40,12|b,7,61",
            ";a;b|a;40;12|b;7;61",
            "a\tb|40\t12|7\t61",
            " a , b | 40 , 12 | 7 , 61 ",
            "a,b|40,12||7,61||",
            "a,b|4e+01,12.0|7,61"})
    void namesMayStandAboveBeforeOrBoth(String lines) throws IOException {
        var matrix = read(lines.replace('|', '\n'));

        assertThat(matrix).isEqualTo(new ConfusionMatrix(List.of("a", "b"), new long[][]{{40, 7}, {12, 61}}));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '=', textBlock = """
            0,1|40,12|7,61               = 0,1
            0,40,12|1,7,61               = 0,1
            ,3,8|3,40,12|8,7,61          = 3,8
            read,3,8|3,40,12|8,7,61      = 3,8
            "3","8"|40,12|7,61           = 3,8
            "3",40,12|"8",7,61           = 3,8
            "3","8"|"3",40,12|"8",7,61   = 3,8
            0,1|0,40,12|1,7,61           = 0,1
            """)
    void namesThatAreNumbersAreKnownByTheirPlace(String lines, String names) throws IOException {
        var matrix = read(lines.replace('|', '\n'));

        assertThat(matrix)
                .isEqualTo(new ConfusionMatrix(List.of(names.split(",")), new long[][]{{40, 7}, {12, 61}}));
    }

    @Test
    void countsMayBeLargerThanAnInt() throws IOException {
        var matrix = read("3000000000,1\n2,9007190000000000\n");

        assertThat(matrix.count(0, 0)).isEqualTo(3_000_000_000L);
        assertThat(matrix.total()).isEqualTo(9_007_193_000_000_003L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '=', textBlock = """
            1,2,3|4,5,6                 = 2 rows and 3 columns
            1,2|3,4|5,6                 = 3 rows and 2 columns
            40,12                       = 1 rows and 2 columns
            a,b,c|1,2,3|4,5,6           = 2 rows and 3 columns
            1,2|3                       = line 1, has 2 columns, but line 2 has 1
            1,2,3|1,2|1,2,3             = line 2, has 2 columns
            1,-2|3,4                    = line 1, column 2: -2 was found
            1,2|3.5,4                   = line 2, column 1: 3.5 was found
            1,two|3,4                   = line 1, column 2: “two” was found
            x,2|3,4                     = line 1, column 1: “x” was found
            1,NaN|3,4                   = “NaN”
            1,|3,4                      = line 1, column 2: nothing was found
            5                           = one class only
            ,a|a,5                      = one class only
            word                        = “word”
            0,0|0,0                     = no image at all
            9007199254740992,1|0,1      = 9007199254740992 images
            1e400,1|0,1                 = 9007199254740992 images
            ,a,b|b,1,2|a,3,4            = class 1 “a” above its column and “b” before its row
            a,a|1,2|3,4                 = two classes called “a”
            a,""|1,2|3,4                = no name for class 2
            "a"x,b|1,2|3,4              = rows and columns at row 1
            a,"b|1,2|3,4                = “b 1,2 3,4”
            """)
    void saysWhatIsWrong(String lines, String said) {
        assertThatThrownBy(() -> read(lines.replace('|', '\n'))).isInstanceOf(DataException.class)
                .hasMessageStartingWith(folder.toString())
                .hasMessageContaining(said)
                .hasMessageEndingWith(".")
                .hasMessageNotContainingAny("{", "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\uFEFF"})
    void saysThatNothingIsInIt(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(DataException.class).hasMessageContaining("is empty");
    }

    @Test
    void refusesMoreClassesThanThereAreCharacters() {
        var wide = "1,".repeat(1200) + "1\n";

        assertThatThrownBy(() -> read(wide.repeat(2))).isInstanceOf(DataException.class).hasMessageContaining("1000");
        assertThatThrownBy(() -> read("1\n".repeat(1200))).isInstanceOf(DataException.class)
                .hasMessageContaining("1000");
    }

    @Test
    void skipsTheByteOrderMarkOfSpreadsheets() throws IOException {
        assertThat(read("\uFEFFa,b\n40,12\n7,61\n").classNames()).containsExactly("a", "b");
    }

    @Test
    void saysThatAFolderIsNone() {
        assertThatThrownBy(() -> ConfusionMatrixFile.read(folder)).isInstanceOf(DataException.class)
                .hasMessageContaining("is a folder");
    }

    @Test
    void leavesMissingFilesToTheCaller() {
        assertThatThrownBy(() -> ConfusionMatrixFile.read(folder.resolve("none.csv")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void binaryFilesAreRefused() throws IOException {
        var file = folder.resolve("picture.csv");
        var bytes = new byte[4096];
        new Random(3).nextBytes(bytes);
        Files.write(file, bytes);

        assertThatThrownBy(() -> ConfusionMatrixFile.read(file)).isInstanceOf(DataException.class);
    }

    private ConfusionMatrix read(String text) throws IOException {
        var file = folder.resolve("matrix.csv");
        Files.writeString(file, text, StandardCharsets.UTF_8);
        return ConfusionMatrixFile.read(file);
    }
}
