package inkbench.app.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import inkbench.data.DataException;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.data.correction.Correction;
import inkbench.data.correction.Corrections;
import inkbench.data.correction.ImageKey;
import inkbench.task.Progress;
import inkbench.task.Workers;
import inkbench.testing.SyntheticData;

class LabelCorrectionsTest {
    private static final Corrections NINE = Corrections.NONE
            .with(new ImageKey(Part.TRAIN, 17), new Correction.Relabel(9));
    private static final Corrections OUT = NINE.with(new ImageKey(Part.TEST, 3), new Correction.Exclude());

    @TempDir
    private Path folder;
    private Path file;
    private Path beside;
    private Path own;
    private Workers workers;
    private LabelCorrections library;
    private PartedDataset set;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        file = folder.resolve("data/Synthetic.npz");
        beside = folder.resolve("data/Synthetic.corrections.csv");
        own = folder.resolve("home/corrections");
        workers = new Workers("test", 1);
        library = new LabelCorrections(workers, own, folder.resolve("home/datasets"));
        set = SyntheticData.parted("Synthetic", 30, 20).readFrom(Optional.of(file));
    }

    @AfterEach
    void close() {
        library.close();
        workers.close();
    }

    @Test
    void savesBesideTheSetAndFindsThatAgain() throws IOException {
        assertThat(save(set, OUT)).isEmpty();
        assertThat(beside).content().contains("# set " + set.sha256(), "train,17,7,relabel,9", "test,3,3,exclude,");
        assertThat(find(set)).isEqualTo(new CorrectionsStore.Found(OUT, Optional.of(beside), Optional.empty()));
        var applied = library.applied(set, Progress.NONE);
        assertThat(applied.file()).isEqualTo(beside);
        assertThat(applied.corrected().relabelledCount()).isOne();
        assertThat(applied.corrected().excludedCount()).isOne();
    }

    @Test
    void savesInTheOrderInWhichItIsAsked() {
        var store = library.storeOf(set);
        library.save(store, NINE);
        library.save(store, Corrections.NONE);
        library.save(store, OUT).result().join();
        assertThat(find(set).corrections()).isEqualTo(OUT);
    }

    @Test
    void keepsCorrectionsOfSetsWithoutAFileAndOfFetchedOnesInItsOwnFolder() {
        var made = set.readFrom(Optional.empty());
        save(made, OUT);
        assertThat(own.resolve(set.sha256() + ".csv")).isRegularFile();
        assertThat(find(made).corrections()).isEqualTo(OUT);
        var fetched = set.readFrom(Optional.of(folder.resolve("home/datasets/mnist")));
        save(fetched, NINE);
        assertThat(folder.resolve("home/datasets")).doesNotExist();
        assertThat(find(fetched).corrections()).isEqualTo(NINE);
    }

    @Test
    void takesItsOwnFolderWhereNothingCanBeWrittenBesideTheSet() throws IOException {
        var notAFolder = Files.writeString(folder.resolve("archive"), "a file");
        var inside = set.readFrom(Optional.of(notAFolder.resolve("Synthetic.npz")));
        assertThat(save(inside, OUT)).isEmpty();
        assertThat(find(inside).file()).contains(own.resolve(set.sha256() + ".csv"));
    }

    @Test
    void leavesNoFileWhereNothingIsCorrectedAnyMore() {
        var store = library.storeOf(set);
        library.save(store, OUT);
        library.save(store, Corrections.NONE).result().join();
        assertThat(beside).doesNotExist();
        assertThatThrownBy(() -> library.applied(set, Progress.NONE)).isInstanceOf(DataException.class)
                .hasMessageStartingWith("There are no corrections of Synthetic: looked for " + beside + " and ")
                .hasMessageEndingWith("Leave --corrected out to use the set as it is.");
    }

    @Test
    void keepsTheCommentsOfOthers() throws IOException {
        save(set, NINE);
        Files.writeString(beside, Files.readString(beside) + "# to be discussed\n");
        var store = library.storeOf(set);
        library.find(store).result().join();
        library.save(store, OUT).result().join();
        assertThat(beside).content().contains("# to be discussed", "test,3,3,exclude");
        library.save(store, Corrections.NONE).result().join();
        assertThat(beside).content().contains("# to be discussed").doesNotContain("exclude,");
    }

    @Test
    void leavesAFileThatItDoesNotUnderstandAloneAndSaysWhy() throws IOException {
        var damaged = "label;who\n4;me\n";
        Files.writeString(beside, damaged);
        var store = library.storeOf(set);
        var found = library.find(store).result().join();
        assertThat(found.corrections()).isEqualTo(Corrections.NONE);
        assertThat(found.problem()).get().asString().startsWith(beside + " is no file of label corrections");
        assertThatThrownBy(() -> library.applied(set, Progress.NONE)).hasMessageStartingWith(beside.toString());
        library.save(store, OUT).result().join();
        assertThat(beside).hasContent(damaged.strip());
        assertThat(find(set).corrections()).isEqualTo(OUT);
    }

    @Test
    void keepsTheCorrectionsOfAnotherSetOfTheSameName() {
        save(set, OUT);
        var other = SyntheticData.parted("Synthetic", 40, 20).readFrom(Optional.of(file));
        assertThat(find(other).problem()).get().asString().contains("has the corrections of another set");
        save(other, NINE);
        assertThat(find(other).corrections()).isEqualTo(NINE);
        assertThat(find(set).corrections()).isEqualTo(OUT);
    }

    @Test
    void keepsWhatAnotherProgramHasWrittenMeanwhile() throws IOException {
        var store = library.storeOf(set);
        library.save(store, NINE).result().join();
        var theirs = Files.readString(beside) + "test,4,4,exclude,\n";
        Files.writeString(beside, theirs);
        var kept = folder.resolve("data/Synthetic.corrections.csv.1");
        assertThat(library.save(store, OUT).result().join())
                .contains(beside + " was changed by another program; what it held is kept as " + kept + ".");
        assertThat(Files.readString(kept)).isEqualTo(theirs);
        assertThat(find(set).corrections()).isEqualTo(OUT);
    }

    @Test
    void doesNotReadAFileThatIsLongerThanItCanBe() throws IOException {
        Files.write(beside, new byte[(1 << 20) + 50 * 1024 + 1]);
        assertThat(find(set).problem()).get().asString().contains("is longer than any file of corrections");
    }

    private Optional<String> save(PartedDataset of, Corrections corrections) {
        return library.save(library.storeOf(of), corrections).result().join();
    }

    private CorrectionsStore.Found find(PartedDataset of) {
        return library.find(library.storeOf(of)).result().join();
    }
}
