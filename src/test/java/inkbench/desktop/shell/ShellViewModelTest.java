package inkbench.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import inkbench.app.Workbench;
import inkbench.data.format.DatasetFormat;
import inkbench.data.format.DatasetWriter;
import inkbench.data.format.OpenOptions;
import inkbench.data.format.image.ImageSize;
import inkbench.data.format.image.TestPictures;
import inkbench.desktop.common.Session;
import inkbench.desktop.shell.opening.OpeningQuestion;
import inkbench.task.Progress;
import inkbench.testing.FxQueue;
import inkbench.testing.SyntheticData;

class ShellViewModelTest {
    private final Locale locale = Locale.getDefault();
    private final Workbench workbench = new Workbench();
    private final FxQueue fxThread = new FxQueue();
    private final Session session = new Session(fxThread);
    private final ShellViewModel viewModel = new ShellViewModel(workbench, session);
    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        workbench.close();
        Locale.setDefault(locale);
    }

    @Test
    void saysWhatIsOpen() {
        assertThat(viewModel.dataTitle().get()).isEqualTo("No data set");
        session.data().set(SyntheticData.parted("MNIST", 1200, 40));
        assertThat(viewModel.dataTitle().get()).isEqualTo("MNIST · 1,200 + 40");
    }

    @Test
    void opensAFileAndRemembersIt() throws IOException {
        var file = csv("digits.csv");
        viewModel.open(file);
        fxThread.runNext();
        assertThat(session.data().get().size()).isEqualTo(2);
        assertThat(viewModel.recent()).containsExactly(file);
    }

    @Test
    void keepsTheOldSetWhenAnotherCantBeOpened() throws IOException {
        var open = SyntheticData.parted("open", 20, 10);
        session.data().set(open);
        viewModel.open(Files.writeString(folder.resolve("broken.csv"), "label,pixel0\n7,x\n"));
        fxThread.runNext();
        assertThat(session.data().get()).isSameAs(open);
        assertThat(session.problem().get()).contains("broken.csv");
        assertThat(viewModel.recent()).isEmpty();
    }

    @Test
    void saysInASentenceThatAFileIsMissing() {
        viewModel.open(folder.resolve("missing.csv"));
        fxThread.runNext();
        assertThat(session.problem().get()).contains("missing.csv").doesNotContain("Exception");
    }

    @Test
    void opensModelFilesAsModels() throws IOException {
        viewModel.open(Files.writeString(folder.resolve("noise.INK"), "not a model"));
        fxThread.runNext();
        assertThat(session.model().get()).isNull();
        assertThat(session.problem().get()).contains("noise.INK");
    }

    @Test
    void takesAProblemAwayOnceSomethingIsOpened() throws IOException {
        session.problem().set("old");
        viewModel.open(csv("digits.csv"));
        fxThread.runNext();
        assertThat(session.problem().get()).isNull();
    }

    @Test
    void tellsHowDataWasTaken() throws IOException {
        viewModel.open(Files.writeString(folder.resolve("bare.csv"), "7" + ",0".repeat(784) + "\n"));
        fxThread.runNext();

        assertThat(session.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.text()).contains("bare.csv has no names of columns");
            assertThat(notice.about()).isSameAs(session.data().get());
        });

        session.data().set(SyntheticData.parted("other", 20, 10));
        assertThat(session.notices()).as("it is of another set").isEmpty();
    }

    @Test
    void asksForWhatWouldHelp() throws IOException {
        for (var name : new String[]{"0/a.png", "1/b.png"}) {
            var file = folder.resolve("mixed").resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, TestPictures.bar(20 + name.charAt(0), 30, 0, 255));
        }
        viewModel.open(folder.resolve("mixed"));
        fxThread.runNext();

        assertThat(session.problem().get()).isNull();
        assertThat(viewModel.question().get()).isInstanceOf(OpeningQuestion.Fit.class);
        assertThat(viewModel.question().get().sentence()).contains("all pictures of a set must have one size");

        viewModel.answer(Optional.of(OpenOptions.NONE.withFit(new ImageSize(28, 28))));
        assertThat(viewModel.question().get()).isNull();
        fxThread.runNext();
        assertThat(session.data().get().width()).isEqualTo(28);
        assertThat(viewModel.recent()).containsExactly(folder.resolve("mixed"));
    }

    @Test
    void showsTheSetThatWasAskedForLast() throws IOException {
        viewModel.open(csv("first.csv"));
        viewModel.open(csv("second.csv"));
        fxThread.runNext();
        fxThread.runNext();
        assertThat(viewModel.recent()).containsExactly(folder.resolve("second.csv"));
    }

    @Test
    void takesFilesThatAreDroppedTogetherForOneSet() throws IOException {
        var parted = SyntheticData.parted("digits", 30, 10);
        new DatasetWriter().write(parted, DatasetFormat.IDX_GZ, folder.resolve("four"), Progress.NONE);
        List<Path> files;
        try (var list = Files.list(folder.resolve("four"))) {
            files = list.toList();
        }
        viewModel.open(files);
        fxThread.runNext();

        assertThat(files).hasSize(4);
        assertThat(session.data().get().sha256()).isEqualTo(parted.sha256());
        assertThat(viewModel.recent()).containsExactly(folder.resolve("four"));
    }

    @Test
    void remembersTheNewestEight() {
        List<Path> many = IntStream.range(0, 12).mapToObj(i -> folder.resolve("set" + i)).toList();
        viewModel.remember(many);
        assertThat(viewModel.recent()).isEqualTo(many.subList(0, 8));
    }

    private Path csv(String name) throws IOException {
        var text = new StringBuilder("label");
        IntStream.range(0, 784).forEach(i -> text.append(",pixel").append(i));
        for (int label = 3; label < 5; label++) {
            text.append('\n').append(label).append(",0".repeat(784));
        }
        return Files.writeString(folder.resolve(name), text.append('\n'));
    }
}
