package inkbench.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import inkbench.app.CatalogLibrary;
import inkbench.app.Workbench;
import inkbench.data.catalog.CatalogEntry;
import inkbench.data.catalog.Trust;
import inkbench.desktop.common.Session;
import inkbench.task.Progress;
import inkbench.testing.CatalogServer;
import inkbench.testing.FaultyServer.Fault;
import inkbench.testing.FxQueue;

class CatalogViewModelTest {
    private final CatalogServer served = new CatalogServer();
    private final FxQueue fxThread = new FxQueue();
    private final Session session = new Session(fxThread);
    private final List<String> opened = new ArrayList<>();
    private Workbench workbench;
    private CatalogViewModel viewModel;
    private Path folder;

    @AfterEach
    void close() {
        workbench.close();
        served.close();
    }

    /** A view model that has looked around. */
    private void begin(Path sets) {
        folder = sets;
        workbench = new Workbench(served.sets(sets));
        viewModel = new CatalogViewModel(workbench.catalog(), session, entry -> opened.add(entry.name()));
        viewModel.begin();
        settle();
    }

    private void settle() {
        while (!session.jobs().isEmpty()) {
            fxThread.runNext();
        }
    }

    @Test
    void knowsWhatIsInstalled(@TempDir Path sets) throws Exception {
        served.sets(sets).fetch(entry("mnist"), Trust.NONE, Progress.NONE);

        begin(sets);

        assertThat(viewModel.items()).extracting(CatalogLibrary.Item::installed).containsExactly(true, false);
        assertThat(viewModel.describeInstalled(item("mnist"))).isEqualTo("MNIST · 60 images");
        assertThat(viewModel.describe(item("usps")))
                .isEqualTo("USPS · 60 images · size unknown · licence: CC BY-SA 3.0");
    }

    @Test
    void opensAtOnceWhatIsInstalled(@TempDir Path sets) throws Exception {
        served.sets(sets).fetch(entry("mnist"), Trust.NONE, Progress.NONE);
        begin(sets);

        viewModel.choose(item("mnist"));

        assertThat(opened).containsExactly("mnist");
        assertThat(session.jobs()).isEmpty();
    }

    @Test
    void opensWhatIsFetched(@TempDir Path sets) {
        begin(sets);

        viewModel.choose(item("mnist"));
        assertThat(session.jobs()).extracting(job -> job.title()).containsExactly("Fetching MNIST");
        settle();

        assertThat(opened).containsExactly("mnist");
        assertThat(item("mnist").installed()).isTrue();
    }

    @Test
    void fetchesOnceWhatIsChosenTwice(@TempDir Path sets) {
        begin(sets);

        viewModel.choose(item("mnist"));
        viewModel.choose(item("mnist"));

        assertThat(session.jobs()).hasSize(1);
        settle();
    }

    @Test
    void saysWhyNothingCame(@TempDir Path sets) {
        served.damage("mnist", "train-labels-idx1-ubyte.gz", CatalogServer.labels(3), Fault.NOT_FOUND);
        begin(sets);

        viewModel.choose(item("mnist"));
        settle();

        assertThat(session.problem().get()).startsWith("train-labels-idx1-ubyte.gz could not be downloaded");
        assertThat(opened).isEmpty();
        assertThat(item("mnist").installed()).isFalse();
    }

    @Test
    void leavesEverythingAsItWasWhenCancelled(@TempDir Path sets) {
        served.damage("mnist", "train-labels-idx1-ubyte.gz", CatalogServer.labels(3), Fault.STALL_BEFORE_HEADERS);
        begin(sets);

        viewModel.choose(item("mnist"));
        session.jobs().getFirst().cancel();
        settle();

        assertThat(session.problem().get()).isNull();
        assertThat(opened).isEmpty();
        assertThat(item("mnist").installed()).isFalse();
    }

    @Test
    void asksBeforeItTrusts(@TempDir Path sets) {
        begin(sets);

        viewModel.choose(item("usps"));
        settle();

        var question = viewModel.question().get();
        assertThat(viewModel.describeFiles(question)).hasLineCount(8)
                .containsPattern("train-images-idx3-ubyte.gz, [\\d,]+ bytes\nSHA-256 [0-9a-f]{64}\n");
        assertThat(opened).isEmpty();

        viewModel.answer(question, true);
        settle();
        assertThat(opened).containsExactly("usps");
        assertThat(viewModel.question().get()).isNull();
    }

    @Test
    void installsNothingThatIsNotTrusted(@TempDir Path sets) {
        begin(sets);
        viewModel.choose(item("usps"));
        settle();

        viewModel.answer(viewModel.question().get(), false);

        assertThat(session.jobs()).isEmpty();
        assertThat(item("usps").installed()).isFalse();
        assertThat(folder.resolve("usps")).doesNotExist();
    }

    @Test
    void offersMnistUntilThatIsAnswered(@TempDir Path sets) {
        begin(sets);

        assertThat(viewModel.offer().get()).isTrue();
        assertThat(viewModel.describeOffer()).startsWith("Inkbench can fetch MNIST for you: 60 handwritten digits, ");

        viewModel.refuseOffer();
        assertThat(viewModel.offer().get()).isFalse();
        assertThat(viewModel.offerAnswered().get()).isTrue();
        assertThat(session.jobs()).isEmpty();
    }

    @Test
    void fetchesWhatItOffered(@TempDir Path sets) {
        begin(sets);

        viewModel.takeOffer();
        assertThat(viewModel.offer().get()).isFalse();
        settle();

        assertThat(opened).containsExactly("mnist");
    }

    @Test
    void offersNothingThatIsInstalled(@TempDir Path sets) throws Exception {
        served.sets(sets).fetch(entry("mnist"), Trust.NONE, Progress.NONE);

        begin(sets);

        assertThat(viewModel.offer().get()).isFalse();
    }

    private CatalogEntry entry(String name) {
        return served.entries().stream().filter(entry -> entry.name().equals(name)).findFirst().orElseThrow();
    }

    private CatalogLibrary.Item item(String name) {
        return viewModel.items().stream().filter(item -> item.entry().name().equals(name)).findFirst().orElseThrow();
    }
}
