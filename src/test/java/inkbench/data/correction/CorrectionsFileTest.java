package inkbench.data.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import inkbench.data.DataException;
import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.testing.SyntheticData;

class CorrectionsFileTest {
    private static final String HASH = "ab".repeat(32);
    private static final String HEAD = """
            # Inkbench label corrections, version 1
            # set %s
            part,index,was,action,now
            """.formatted(HASH);

    private final PartedDataset set = SyntheticData.parted("Synthetic", 30, 20);

    @Test
    void writesARowForEachImageInTheirOrder() {
        var corrections = Corrections.NONE.with(new ImageKey(Part.TEST, 3), new Correction.Exclude())
                .with(new ImageKey(Part.TRAIN, 17), new Correction.Relabel(9))
                .with(new ImageKey(Part.TRAIN, 4), new Correction.Confirm());
        assertThat(text(CorrectionsFile.EMPTY.with(corrections))).isEqualTo(HEAD + """
                train,4,4,confirm,
                train,17,7,relabel,9
                test,3,3,exclude,
                """);
    }

    @Test
    void readsWhatItWritesWithTheCommentsOfOthers() throws IOException {
        var text = HEAD.replace("part,", "# by Ada and Grace\n#\npart,") + """
                test,3,3,exclude,
                # not sure about this one
                train,17,7,relabel,9
                test,4,4,confirm,
                """;
        var read = read(text);
        assertThat(read.comments()).containsExactly(" by Ada and Grace", "", " not sure about this one");
        assertThat(read.corrections().byImage()).containsOnlyKeys(
                new ImageKey(Part.TRAIN, 17),
                new ImageKey(Part.TEST, 3),
                new ImageKey(Part.TEST, 4));
        assertThat(read(text(read))).isEqualTo(read);
    }

    @Test
    void readsWindowsLinesAndAByteOrderMark() throws IOException {
        var text = "\ufeff" + HEAD.replace("\n", "\r\n") + "train,17,7,relabel,9\r\n";
        assertThat(read(text).corrections().byImage()).hasSize(1);
    }

    @Test
    void keepsNamesOfClassesThatNeedQuotes() throws IOException {
        var names = List.of("T-shirt, top", "the \"bag\"");
        var images = Dataset.of("Clothes", 1, 1, names, new byte[]{1, 2}, new byte[]{0, 1}, "test");
        var clothes = new PartedDataset("Clothes", Map.of(Part.TRAIN, images));
        var file = CorrectionsFile.EMPTY.with(
                Corrections.NONE.with(new ImageKey(Part.TRAIN, 0), new Correction.Relabel(1)));
        var bytes = file.toBytes(clothes, HASH);
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .endsWith("train,0,\"T-shirt, top\",relabel,\"the \"\"bag\"\"\"\n");
        assertThat(CorrectionsFile.read(bytes, "f.csv", clothes, HASH)).isEqualTo(file);
    }

    @Test
    void takesImagesOutOfASetWithoutLabelsButGivesThemNone() throws IOException {
        var bare = new PartedDataset("Bare", Map.of(Part.TEST, SyntheticData.unlabelled("Bare", 5, 1)));
        var row = HEAD + "test,3,,exclude,\n";
        assertThat(CorrectionsFile.read(bytes(row), "f.csv", bare, HASH).corrections().byImage()).hasSize(1);
        assertThatThrownBy(
                () -> CorrectionsFile.read(bytes(HEAD + "test,3,,relabel,4\n"), "f.csv", bare, HASH))
                .isInstanceOf(DataException.class);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            train,30,0,exclude,           | f.csv, line 4: expected the number of an image from 0 to 29 in train, found “30”
            train,-1,0,exclude,           | found “-1”
            train,99999999999,0,exclude,  | found “99999999999”
            train,1e3,0,exclude,          | found “1e3”
            holdout,3,3,exclude,          | line 4: expected a part of the set (train, test), found “holdout”
            train,17,4,relabel,9          | the label of train 17 is “7” in the set, but the line says that it was “4”
            train,17,7,relabel,ten        | line 4: expected a class of the set (0, 1, 2, 3, 4, 5, 6, 7, 8, 9), found “ten”
            train,17,7,relabel,           | found “”
            train,17,7,rename,9           | expected the action “relabel”, “confirm” or “exclude”, found “rename”
            train,17,7,confirm,7          | expected nothing in the last column after “confirm”, found “7”
            train,17,7,exclude,9          | expected nothing in the last column after “exclude”, found “9”
            train,17,7,relabel            | line 4: expected 5 columns, found 4
            train,17,7,relabel,9,because  | line 4: expected 5 columns, found 6
            train,17,7,relabel,"9         | found “9”
            """)
    void refusesRowsThatItDoesNotUnderstand(String row, String message) {
        assertThatThrownBy(() -> read(HEAD + row + "\n")).isInstanceOf(DataException.class)
                .hasMessageStartingWith("f.csv")
                .hasMessageContaining(message);
    }

    @Test
    void refusesAnImageThatIsThereTwice() {
        assertThatThrownBy(() -> read(HEAD + "train,17,7,relabel,9\ntrain,17,7,exclude,\n"))
                .hasMessage(
                        "f.csv, line 5: train 17 has a line before this one; expected one line for each image."
                                + " Remove one of the two.");
    }

    @Test
    void refusesCorrectionsOfAnotherSet() {
        var other = "cd".repeat(32);
        assertThatThrownBy(() -> read(HEAD.replace(HASH, other)))
                .hasMessageStartingWith("f.csv has the corrections of another set: expected “# set " + HASH)
                .hasMessageContaining("for Synthetic");
    }

    @Test
    void refusesFilesThatAreNoCorrections() {
        assertThatThrownBy(() -> read("")).hasMessageContaining("expected a line “part,index,was,action,now”");
        assertThatThrownBy(() -> read("label,pixel0\n1,2\n")).hasMessageContaining("begins with “label,pixel0”");
        assertThatThrownBy(() -> read(HEAD.replace("version 1", "version 2"))).hasMessageContaining("version 2");
        assertThatThrownBy(() -> read(HEAD.replace("# set", "# of"))).hasMessageContaining("doesn't say which set");
        assertThatThrownBy(() -> read(HEAD.replace("was,", ""))).hasMessageContaining("line 3: expected the columns");
        assertThatThrownBy(() -> CorrectionsFile.read(new byte[]{'#', (byte) 0xff}, "f.csv", set, HASH))
                .hasMessageContaining("isn't UTF-8");
    }

    private CorrectionsFile read(String text) throws IOException {
        return CorrectionsFile.read(bytes(text), "f.csv", set, HASH);
    }

    private String text(CorrectionsFile file) {
        return new String(file.toBytes(set, HASH), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
