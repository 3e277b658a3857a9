package inkbench.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class TestDataTest {
    @TempDir
    private Path folder;

    @Test
    void namesTheFolderOfTheVariable() {
        assertThat(TestData.folder(folder.toString(), true)).isEqualTo(folder);
    }

    @Test
    void skipsTheTestWhereTheVariableIsUnset() {
        assertThatThrownBy(() -> TestData.folder(null, false)).isInstanceOf(TestAbortedException.class);
    }

    @Test
    void failsTheTestWhereTheVariableIsUnsetInContinuousIntegration() {
        assertThatThrownBy(() -> TestData.folder(null, true)).isInstanceOf(AssertionFailedError.class);
    }

    @Test
    void failsTheTestWhereTheVariablePointsNowhere() {
        var nowhere = folder.resolve("nowhere").toString();
        assertThatThrownBy(() -> TestData.folder(nowhere, false)).isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("nowhere");
    }
}
