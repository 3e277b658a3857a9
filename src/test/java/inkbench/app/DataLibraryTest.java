package inkbench.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import inkbench.data.DataException;
import inkbench.data.catalog.Catalog;
import inkbench.data.catalog.InstalledSets;
import inkbench.data.download.DownloadRules;
import inkbench.data.download.Downloader;
import inkbench.task.Progress;
import inkbench.task.Workers;

class DataLibraryTest {
    private static final long FREE = 1_000_000;

    private final Workers workers = new Workers("data-library-test", 1);
    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        workers.close();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            6400, 250, true,  1.1
            1000, 500, false, 1.2
            """)
    void asksForRoomBeforeDigitsAreMade(int train, int test, boolean packed, String needed) {
        var target = folder.resolve("a/set");

        assertThatThrownBy(() -> library().generate(target, train, test, 1, packed, Progress.NONE))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        target + " needs about " + needed + " MB, but 1.0 MB are free in " + folder
                                + ": free some space there, or choose another place.");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void makesWhatFits() throws IOException {
        library().generate(folder, 30, 10, 1, true, Progress.NONE);

        assertThat(library().read(folder.toString(), Progress.NONE).size()).isEqualTo(40);
    }

    private DataLibrary library() {
        var sets = new InstalledSets(folder, Catalog::shipped, new Downloader(DownloadRules.HTTPS_ONLY));
        return new DataLibrary(workers, sets, where -> FREE);
    }
}
