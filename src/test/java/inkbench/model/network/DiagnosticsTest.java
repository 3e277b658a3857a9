package inkbench.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import inkbench.task.Workers;

class DiagnosticsTest {
    @Test
    void namesTheLibrary() {
        var diagnostics = Diagnostics.read();

        assertThat(diagnostics.library()).matches("(linux|windows|macosx)-[a-z0-9_-]+");
        assertThat(diagnostics.blas()).isEqualTo("OPENBLAS");
        assertThat(diagnostics.processors()).isPositive();
    }

    /** Without it everything works, but slower; so nobody would notice that the build has lost it. */
    @Test
    void hasOneDnnWhereTheBuildBringsIt() {
        assumeThat(System.getProperty("os.name") + " " + System.getProperty("os.arch")).isEqualTo("Linux amd64");

        assertThat(Diagnostics.read().oneDnn()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(Diagnostics.read().arithmetic()).contains("oneDNN");
    }

    /** Nothing in the environment of the tests says so; it holds for every thread, not only for the one that loaded. */
    @Test
    void hasOneNativeThreadForEveryThreadThatAsks() {
        assertThat(Diagnostics.read().nativeThreads()).isEqualTo(1);
        assertThat(CompletableFuture
                .supplyAsync(Diagnostics::read, task -> Workers.daemons("test").newThread(task).start()).join())
                .isEqualTo(Diagnostics.read());
    }
}
