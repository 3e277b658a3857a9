package inkbench.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import inkbench.data.DataException;
import inkbench.data.format.MalformedFiles.Malformed;
import inkbench.task.Progress;

class MalformedFilesTest {
    @TempDir
    private Path folder;

    static List<Malformed> all() {
        return MalformedFiles.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void saysInOneSentenceWhatIsWrongWhereAndWhatWasExpected(Malformed malformed) throws IOException {
        malformed.maker().makeIn(folder);
        var path = malformed.open().equals(".") ? folder : folder.resolve(malformed.open());

        var failure = catchThrowable(() -> DatasetFiles.open(path, Progress.NONE));

        assertThat(failure).isExactlyInstanceOf(DataException.class);
        var sentence = failure.getMessage().replace(folder + File.separator, "@").replace(folder.toString(), "@");
        assertThat(sentence).isEqualTo(malformed.sentence());
        assertThat(sentence).startsWith("@").containsPattern("expected|, but |but no rows").endsWith(".")
                .doesNotContain("\n", "null",
                        "Exception");
    }

    @Test
    void makesEnoughOfThem() {
        assertThat(all()).hasSizeGreaterThanOrEqualTo(40).extracting(Malformed::what).doesNotHaveDuplicates();
    }
}
