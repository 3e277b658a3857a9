package inkbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    private Path folder;

    @Test
    void writesAFileAndTheFolderItLiesIn() throws IOException {
        var file = folder.resolve("new/deep/file.txt");

        AtomicFile.write(file, out -> out.write("whole".getBytes()));

        assertThat(file).hasContent("whole");
        assertThat(file.getParent()).isDirectoryContaining("glob:**/file.txt").isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void replacesAnOlderFile() throws IOException {
        var file = Files.writeString(folder.resolve("file.txt"), "an older and longer text");

        AtomicFile.write(file, out -> out.write("new".getBytes()));

        assertThat(file).hasContent("new");
    }

    @Test
    void keepsTheOlderFileAndNothingElseWhenWritingFails() throws IOException {
        var file = Files.writeString(folder.resolve("file.txt"), "older");

        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
            out.write("half".getBytes());
            throw new IOException("disk full");
        })).isInstanceOf(IOException.class).hasMessage("disk full");

        assertThat(file).hasContent("older");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }
}
