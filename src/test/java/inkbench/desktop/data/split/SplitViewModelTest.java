package inkbench.desktop.data.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import inkbench.app.DataSplits.Source;
import inkbench.app.Workbench;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.data.split.SplitPlan.By;
import inkbench.desktop.common.Session;
import inkbench.desktop.data.selection.ImagesViewModel;
import inkbench.testing.FxQueue;
import inkbench.testing.SyntheticData;

class SplitViewModelTest {
    private final Workbench workbench = new Workbench();
    private final FxQueue fxThread = new FxQueue();
    private final Session session = new Session(fxThread);
    private final ImagesViewModel images = new ImagesViewModel(workbench.browsing(), session);
    private final OpenSplit open = new OpenSplit(session);
    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void cutsAllImagesOfAFileAsInTheWalkthrough() {
        var viewModel = openOneFile(1_000);
        assertThat(viewModel.sources()).containsExactly(Source.ALL);
        fxThread.runNext();

        viewModel.apply();

        assertThat(sizes()).isEqualTo("TRAIN 600, TEST 200, HOLDOUT 200");
        assertThat(open.describe()).isEqualTo("60/20/20 % · by class · seed 1");
    }

    @Test
    void cutsWhatTheAppHadCutInTwo() {
        var whole = SyntheticData.labelled("Synthetic", 1_000, 1);
        var own = workbench.data().withTestPart(new PartedDataset("Synthetic", Map.of(Part.TRAIN, whole)), 1);
        session.data().set(own);
        var viewModel = viewModel();
        assertThat(viewModel.sources()).containsExactly(Source.ALL, Source.TRAIN);
        assertThat(viewModel.describe(Source.ALL)).isEqualTo("all 1,000");

        viewModel.share(Part.HOLDOUT, 0);
        settle(viewModel);
        viewModel.apply();

        assertThat(sizes()).isEqualTo("TRAIN 800, TEST 200");
    }

    @Test
    void leavesTheTestImagesOfAFileOfTheirOwnAlone() {
        var own = SyntheticData.parted("Synthetic", 1_000, 70);
        session.data().set(own);
        var viewModel = viewModel();
        assertThat(viewModel.sources()).containsExactly(Source.TRAIN);
        assertThat(viewModel.shares().get()).isEqualTo(new Percentages(80, 0, 20));
        assertThat(viewModel.note()).isEqualTo("The 70 images to test with stay what they are.");

        viewModel.boundary(Part.TRAIN, 90);
        settle(viewModel);
        viewModel.apply();

        assertThat(sizes()).isEqualTo("TRAIN 900, TEST 70, HOLDOUT 100");
        assertThat(session.data().get().part(Part.TEST)).containsSame(own.part(Part.TEST).orElseThrow());
        assertThat(open.describe()).isEqualTo("90/0/10 % of the training images · by class · seed 1");
    }

    @Test
    void goesBackToTheVerySetThatWasOpen() {
        var viewModel = openOneFile(100);
        var own = session.data().get();
        settle(viewModel);
        viewModel.apply();
        assertThat(open.own()).isSameAs(own);

        open.undo();

        assertThat(session.data().get()).isSameAs(own);
        assertThat(open.describe()).isEmpty();
    }

    @Test
    void cutsTheOwnSetAgainAndBeginsWithHowItIsCut() {
        var viewModel = openOneFile(1_000);
        viewModel.use().set(50);
        viewModel.seed().set(" 7 ");
        viewModel.share(Part.TEST, 30);
        settle(viewModel);
        viewModel.apply();
        assertThat(sizes()).isEqualTo("TRAIN 250, TEST 150, HOLDOUT 100");
        assertThat(open.describe()).isEqualTo("50/30/20 % of 50% · by class · seed 7");

        var again = viewModel();
        assertThat(again.shares().get()).isEqualTo(new Percentages(50, 30, 20));
        assertThat(again.seed().get()).isEqualTo("7");
        again.use().set(100);
        settle(again);
        again.apply();

        assertThat(session.data().get().size()).isEqualTo(1_000);
    }

    @Test
    void forgetsTheCutWhenAnotherSetIsOpened() {
        var viewModel = openOneFile(100);
        settle(viewModel);
        viewModel.apply();

        session.data().set(SyntheticData.parted("Other", 100, 20));

        assertThat(open.cut().get()).isNull();
        open.undo();
        assertThat(session.data().get().name()).isEqualTo("Other");
    }

    @Test
    void showsTheLatestOfManyChanges() {
        var viewModel = openOneFile(1_000);
        IntStream.rangeClosed(1, 40).forEach(percent -> viewModel.share(Part.TEST, percent));
        assertThat(viewModel.ready()).isFalse();

        settle(viewModel);

        assertThat(viewModel.preview().get().sizes().total(Part.TEST)).isEqualTo(400);
        assertThat(viewModel.csv()).startsWith("part,0,1,2").contains("\ntest,40,40,").hasLineCount(5);
    }

    @Test
    void saysThatASeedIsNoNumber() {
        var viewModel = openOneFile(100);
        settle(viewModel);
        viewModel.seed().set("seven");

        assertThat(viewModel.problem().get()).isEqualTo("The seed “seven” is no whole number: type one such as 1.");
        assertThat(viewModel.ready()).isFalse();
        viewModel.seed().set("-7");
        settle(viewModel);
        assertThat(viewModel.ready()).isTrue();
    }

    @Test
    void keepsWritersInOnePartAndSaysHowMany() throws IOException {
        var viewModel = openOneFile(1_000);
        settle(viewModel);
        viewModel.by().set(By.WRITER);
        assertThat(viewModel.problem().get()).startsWith("Choose the file that names the writer");

        viewModel.chooseFile(writers(1_000, 50));
        fxThread.runNext();
        settle(viewModel);
        viewModel.apply();

        assertThat(viewModel.note())
                .startsWith(
                        "Writers: Train 30 · Test 10 · Holdout 10. No writer is in two of the parts that were cut.");
        assertThat(viewModel.describeWriters()).isEqualTo("writers.csv: 1,000 lines");
        assertThat(open.describe()).isEqualTo("60/20/20 % · by writer · seed 1");
        assertThat(images.collection().get().writersKnown()).isTrue();
        open.undo();
        assertThat(images.collection().get().writersKnown()).isTrue();
    }

    @Test
    void takesTheFirstLinesOfALongerFileOnRequest() throws IOException {
        var viewModel = openOneFile(100);
        settle(viewModel);
        viewModel.by().set(By.WRITER);
        viewModel.chooseFile(writers(600, 50));
        fxThread.runNext();
        assertThat(viewModel.problem().get()).contains("600 images, but the set has 100");
        assertThat(viewModel.fileIsLonger()).isTrue();
        assertThat(viewModel.describeFirstLines()).isEqualTo("Take the first 100 lines");

        viewModel.firstLines().set(true);
        settle(viewModel);

        assertThat(viewModel.ready()).isTrue();
        assertThat(viewModel.preview().get().writers()).containsEntry(Part.TRAIN, 30);
    }

    @Test
    void saysThatAFileIsTooShortOrNone() throws IOException {
        var viewModel = openOneFile(100);
        settle(viewModel);
        viewModel.by().set(By.WRITER);
        viewModel.chooseFile(writers(60, 5));
        fxThread.runNext();
        assertThat(viewModel.problem().get()).contains("60 images, but the set has 100");
        assertThat(viewModel.fileIsLonger()).isFalse();

        viewModel.chooseFile(Files.createFile(folder.resolve("nothing.csv")));
        fxThread.runNext();

        assertThat(viewModel.problem().get()).contains("nothing.csv is empty");
        assertThat(viewModel.ready()).isFalse();
        assertThat(session.problem().get()).isNull();
    }

    @Test
    void saysThatAPartGetsNoImage() {
        var viewModel = openOneFile(100);
        settle(viewModel);
        assertThat(viewModel.note()).isEmpty();

        viewModel.share(Part.HOLDOUT, 1);
        settle(viewModel);

        assertThat(viewModel.note()).isEqualTo("Holdout gets no image.");
    }

    @Test
    void saysWhichClassesAPartLacks() throws IOException {
        var viewModel = openOneFile(100);
        settle(viewModel);
        viewModel.by().set(By.WRITER);
        // Whoever writes only one digit takes that digit along.
        viewModel.chooseFile(writers(100, 10));
        fxThread.runNext();
        settle(viewModel);

        var test = viewModel.preview().get().sizes();
        var absent = IntStream.range(0, 10)
                .filter(label -> test.count(Part.TEST, label) == 0)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(" "));
        assertThat(absent).hasSize(15);
        assertThat(viewModel.note()).contains("Test has no image of " + absent + ".");
    }

    private SplitViewModel openOneFile(int count) {
        var whole = SyntheticData.labelled("Synthetic", count, 1);
        session.data().set(new PartedDataset("Synthetic", Map.of(Part.TRAIN, whole)));
        return viewModel();
    }

    private SplitViewModel viewModel() {
        return new SplitViewModel(workbench.splits(), session, images, open);
    }

    private void settle(SplitViewModel viewModel) {
        while (viewModel.busy().get()) {
            fxThread.runNext();
        }
    }

    private Path writers(int lines, int count) throws IOException {
        var text = IntStream.range(0, lines).mapToObj(i -> "w" + i % count).collect(Collectors.joining("\n"));
        return Files.writeString(folder.resolve("writers.csv"), "writer\n" + text + "\n");
    }

    private String sizes() {
        return session.data()
                .get()
                .parts()
                .entrySet()
                .stream()
                .map(part -> part.getKey() + " " + part.getValue().size())
                .collect(Collectors.joining(", "));
    }
}
