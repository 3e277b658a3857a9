package inkbench.desktop.data.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import inkbench.app.Workbench;
import inkbench.app.browse.Browsing;
import inkbench.app.browse.ImageCollection;
import inkbench.app.browse.ImageFilter;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.data.format.DatasetFiles;
import inkbench.data.format.DatasetFormat;
import inkbench.desktop.common.Session;
import inkbench.task.Progress;
import inkbench.testing.FxQueue;
import inkbench.testing.SyntheticData;

class ExportViewModelTest {
    private final Workbench workbench = new Workbench();
    private final FxQueue fxThread = new FxQueue();
    private final Session session = new Session(fxThread);
    private final PartedDataset digits = SyntheticData.parted("Digits: mine", 200, 50);
    @TempDir
    private Path folder;
    private ExportViewModel viewModel;

    @BeforeEach
    void open() {
        viewModel = new ExportViewModel(workbench.export(), session, folder);
        session.data().set(digits);
    }

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void needsAnOpenSet() {
        session.data().set(null);

        assertThat(viewModel.begin()).isFalse();
    }

    @Test
    void proposesANameThatFollowsTheFormatUntilOneIsTyped() {
        viewModel.begin();
        assertThat(viewModel.target().get()).isEqualTo(folder.resolve("Digits_ mine-idx-gz").toString());
        viewModel.format().set(DatasetFormat.NPZ);
        assertThat(viewModel.target().get()).isEqualTo(folder.resolve("Digits_ mine.npz").toString());
        viewModel.format().set(DatasetFormat.CSV);
        assertThat(viewModel.target().get()).as("a file for each part").endsWith("Digits_ mine-csv");

        viewModel.target().set("typed");
        viewModel.format().set(DatasetFormat.IDX);
        assertThat(viewModel.target().get()).isEqualTo("typed");

        viewModel.into(folder.resolve("other"));
        assertThat(viewModel.target().get()).endsWith("other" + folder.getFileSystem().getSeparator()
                + "Digits_ mine-idx");
    }

    @Test
    void writesAllImagesAndSaysSo() throws IOException {
        viewModel.begin();
        viewModel.format().set(DatasetFormat.NPZ);
        var target = viewModel.target().get();
        viewModel.export();
        assertThat(viewModel.job().get()).isNotNull();
        fxThread.runNext();

        assertThat(viewModel.job().get()).isNull();
        assertThat(viewModel.problem().get()).isNull();
        assertThat(session.notices()).singleElement()
                .satisfies(
                        notice -> assertThat(notice.text()).startsWith(
                                "250 images of Digits: mine were exported to " + target + " (numpy (.npz), "));
        assertThat(read(target).sha256()).isEqualTo(digits.sha256());
    }

    @Test
    void writesOnlyWhatDataShows() throws IOException {
        show(ImageFilter.NONE.withLabels(Set.of(3)).withParts(Set.of(Part.TEST)));
        viewModel.begin();
        viewModel.format().set(DatasetFormat.CSV);
        assertThat(viewModel.shownOnly().get()).isTrue();
        assertThat(viewModel.shownText()).startsWith("Only the 5 images");
        assertThat(viewModel.target().get()).as("one part is one file").endsWith(".csv");
        viewModel.target().set(folder.resolve("threes-test.csv").toString());
        viewModel.export();
        fxThread.runNext();

        var written = read(viewModel.target().get());
        assertThat(written.parts().keySet()).containsExactly(Part.TEST);
        assertThat(written.first().size()).isEqualTo(5);
        assertThat(written.first().label(4)).isEqualTo(3);
        assertThat(written.first().image(1)).isEqualTo(digits.part(Part.TEST).orElseThrow().image(13));
    }

    @Test
    void leavesTheLabelsOutWhereTheyAreNotWanted() throws IOException {
        viewModel.begin();
        viewModel.format().set(DatasetFormat.CSV);
        viewModel.labels().set(false);
        viewModel.export();
        fxThread.runNext();

        var file = folder.resolve("Digits_ mine-csv").resolve("train.csv");
        assertThat(Files.readAllLines(file).getFirst()).startsWith("pixel0,pixel1,");
        assertThat(read(file.toString()).first().labelled()).isFalse();
    }

    @Test
    void saysWhyItFailedAndLetsItBeTriedOtherwise() throws IOException {
        var mine = Files.writeString(folder.resolve("mine.npz"), "mine");
        viewModel.begin();
        viewModel.format().set(DatasetFormat.NPZ);
        viewModel.target().set(mine.toString());
        viewModel.export();
        fxThread.runNext();

        assertThat(viewModel.problem().get()).startsWith(mine + " is there already");
        assertThat(session.problem().get()).as("it is told where it happened").isNull();
        assertThat(mine).hasContent("mine");
        viewModel.target().set(folder.resolve("other.npz").toString());
        assertThat(viewModel.problem().get()).isNull();
    }

    @Test
    void refusesWhatIsNoPath() {
        viewModel.begin();
        viewModel.target().set("a\0b");
        viewModel.export();
        assertThat(viewModel.problem().get()).contains("is no path of a file or folder");

        viewModel.target().set(" ");
        viewModel.export();
        assertThat(viewModel.job().get()).isNull();
        assertThat(viewModel.problem().get()).contains("is no path of a file or folder");
    }

    @Test
    void leavesNothingOfAnExportThatIsCancelled() throws IOException {
        viewModel.begin();
        viewModel.format().set(DatasetFormat.PNG);
        viewModel.export();
        viewModel.cancel();
        fxThread.runNext();

        assertThat(viewModel.job().get()).isNull();
        assertThat(viewModel.problem().get()).isNull();
        assertThat(session.notices()).isEmpty();
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void followsWhatIsOpenedAndFilteredMeanwhile() {
        show(ImageFilter.NONE.withLabels(Set.of(3)));
        viewModel.begin();
        show(ImageFilter.NONE);
        assertThat(viewModel.follow()).isTrue();
        assertThat(viewModel.shownOnly().get()).isFalse();

        session.data().set(SyntheticData.parted("other", 20, 10));
        assertThat(viewModel.follow()).isTrue();
        assertThat(viewModel.setName()).isEqualTo("other");
        assertThat(viewModel.target().get()).isEqualTo(folder.resolve("other-idx-gz").toString());

        session.data().set(null);
        assertThat(viewModel.follow()).isFalse();
    }

    @Test
    void hasNoFilterOfAnotherSet() {
        show(ImageFilter.NONE.withLabels(Set.of(3)));
        session.data().set(new PartedDataset("other", Map.of(Part.TRAIN, digits.first())));
        viewModel.begin();

        assertThat(viewModel.filtered()).isFalse();
        assertThat(viewModel.shownOnly().get()).isFalse();
        assertThat(viewModel.allText()).isEqualTo("All 200 images");
    }

    private void show(ImageFilter filter) {
        session.shown().set(Browsing.filter(ImageCollection.of(digits), filter));
    }

    private static PartedDataset read(String path) throws IOException {
        return DatasetFiles.open(Path.of(path), Progress.NONE);
    }
}
