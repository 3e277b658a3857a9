package inkbench.data.format.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import inkbench.data.DataException;
import inkbench.data.Writers;
import inkbench.testing.TestData;

class WritersFileTest {
    @TempDir
    private Path folder;

    @Test
    void readsTheColumnCalledWriter() throws IOException {
        var file = write("index,writer\r\n0,ann\r\n1,bob\r\n2,ann");

        assertThat(WritersFile.read(file, 3))
                .isEqualTo(new WritersFile.Content(3, Writers.of(List.of("ann", "bob", "ann"))));
    }

    @Test
    void countsTheLinesBeyondTheImages() throws IOException {
        var file = write("writer\nann\nbob\nann\n");

        assertThat(WritersFile.read(file, 2))
                .isEqualTo(new WritersFile.Content(3, Writers.of(List.of("ann", "bob"))));
        assertThat(WritersFile.read(file, 8).lines()).isEqualTo(3);
    }

    @Test
    void readsTheThirdColumnOfQmnist() throws IOException {
        var file = write(
                "5\t4\t2154\t59\t35\t229421\t0\t0\n0\t0\t0\t0\t30\t0\t0\t0\n4\t4\t2154\t65\t34\t238481\t0\t0\n");

        assertThat(WritersFile.read(file, 3).writers()).isEqualTo(Writers.of(List.of("2154", "0", "2154")));
    }

    @Test
    void readsTheWritersOfMnist() throws IOException {
        var file = TestData.folder().resolve("mnist/qmnist-train-labels.tsv.gz");

        assertThat(WritersFile.read(file, 60_000).writers().count()).isBetween(500, 600);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                        | is empty
            index,hand\\n0,ann        | 2 columns
            index,writer\\n0,ann\\n1  | line 3
            """)
    void saysWhatIsWrong(String content, String sentence) throws IOException {
        var file = write(content.replace("\\n", "\n"));

        assertThatThrownBy(() -> WritersFile.read(file, 2)).isInstanceOf(DataException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(sentence);
    }

    @Test
    void refusesEndlessLines() throws IOException {
        var file = write("writer\n" + "x".repeat(10_000));

        assertThatThrownBy(() -> WritersFile.read(file, 1)).isInstanceOf(DataException.class)
                .hasMessageContaining("line 2");
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("writers.csv"), content);
    }
}
