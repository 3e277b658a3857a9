package inkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import inkbench.app.Workbench;
import inkbench.testing.CatalogServer;
import inkbench.testing.FaultyServer.Fault;

class CatalogCommandsTest {
    private final CatalogServer served = new CatalogServer();
    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void listsWhatThereIs() throws Exception {
        var list = run("data", "list", "--json").json();

        assertThat(list).hasSize(2);
        assertThat(list.at("/0/name").asText()).isEqualTo("mnist");
        assertThat(list.at("/0/images/train").asInt()).isEqualTo(CatalogServer.IMAGES);
        assertThat(list.at("/0/installed").asBoolean()).isFalse();
        assertThat(list.at("/0/downloadBytes").asLong())
                .isEqualTo(served.entries().getFirst().downloadSize().orElseThrow());
        assertThat(list.at("/1/downloadBytes").isNull()).isTrue();
        assertThat(list.at("/1/verifiable").asBoolean()).isFalse();
        assertThat(run("data", "list").out().lines()).hasSize(2)
                .anyMatch(line -> line.startsWith("mnist") && line.contains("not installed"))
                .anyMatch(line -> line.startsWith("usps") && line.contains("no known hash"));
    }

    @Test
    void fetchesAndOpens() throws Exception {
        var fetch = run("data", "fetch", "mnist", "--json");

        assertThat(fetch.code()).isZero();
        assertThat(fetch.err()).isEmpty();
        assertThat(fetch.json().at("/0/installed").asBoolean()).isTrue();
        assertThat(run("data", "list", "--json").json().at("/0/installed").asBoolean()).isTrue();
        var info = run("data", "info", "mnist", "--json").json();
        assertThat(info.at("/name").asText()).isEqualTo("MNIST");
        assertThat(info.at("/parts/test/count").asInt()).isEqualTo(CatalogServer.IMAGES / 2);
    }

    @Test
    void saysHowToFetchWhatIsNotThere() {
        var info = run("data", "info", "mnist");

        assertThat(info.code()).isEqualTo(1);
        assertThat(info.err().strip()).hasLineCount(1).contains("“inkbench data fetch mnist”");
    }

    @Test
    void printsTheHashesOfWhatItDoesNotTrust() {
        var refused = run("data", "fetch", "usps");

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err().strip()).hasLineCount(1)
                .containsPattern("t10k-labels-idx1-ubyte.gz \\(\\d+ bytes, SHA-256 [0-9a-f]{64}\\)")
                .endsWith("then install it with \"inkbench data fetch usps --trust\".");

        served.server().requests().clear();
        var trusted = run("data", "fetch", "usps", "--trust");
        assertThat(trusted.out()).isEqualTo("USPS is installed; use it as \"usps\"." + System.lineSeparator());
        assertThat(served.server().requests()).isEmpty();
    }

    @Test
    void saysInASentenceWhyNothingCame() {
        served.damage("mnist", "train-labels-idx1-ubyte.gz", CatalogServer.labels(9), Fault.SERVER_ERROR);

        var failed = run("data", "fetch", "mnist");

        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.err().strip()).isEqualTo(
                "train-labels-idx1-ubyte.gz could not be downloaded: 127.0.0.1 answered with status 500; 127.0.0.1 "
                        + "answered with status 500. Check the network connection and try again.");
    }

    @Test
    void refusesAnUnknownNameBeforeItFetchesAnything() {
        var refused = run("data", "fetch", "mnist", "minst");

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err().strip())
                .isEqualTo("There is no data set “minst” to fetch; choose one of: mnist, usps.");
        assertThat(served.server().requests()).isEmpty();
    }

    private Cli run(String... arguments) {
        return Cli.run(new Workbench(served.sets(folder)), arguments);
    }
}
