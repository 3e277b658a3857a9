package inkbench.desktop.data.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import inkbench.app.Workbench;
import inkbench.app.browse.ImageOrder;
import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.data.Writers;
import inkbench.desktop.common.Session;
import inkbench.desktop.data.selection.ImagesViewModel;
import inkbench.testing.FxQueue;
import inkbench.testing.SyntheticData;

class GridViewModelTest {
    private final Workbench workbench = new Workbench();
    private final FxQueue fxThread = new FxQueue();
    private final Session session = new Session(fxThread);
    private final ImagesViewModel images = new ImagesViewModel(workbench.browsing(), session);
    private final GridViewModel viewModel = new GridViewModel(images);

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void goesToANumberAndThenToItInTheNextPart() {
        session.data().set(SyntheticData.parted("Synthetic", 1500, 50));
        assertThat(viewModel.goTo("#20")).isNull();
        assertThat(images.selected().get()).isEqualTo(20);
        viewModel.goTo("20");
        assertThat(images.selected().get()).isEqualTo(1520);
        viewModel.goTo("1,234");
        assertThat(images.selected().get()).isEqualTo(1234);
    }

    @Test
    void saysWhatIsWrongWithANumber() {
        session.data().set(SyntheticData.parted("Synthetic", 100, 50));
        assertThat(viewModel.goTo("four")).isEqualTo("Type the number of an image, such as 31207.");
        assertThat(viewModel.goTo("100")).isEqualTo("None of the images shown has the number 100.");
        images.toggleOnly(4);
        assertThat(viewModel.goTo("3")).isEqualTo("None of the images shown has the number 3.");
        assertThat(images.selected().get()).isEqualTo(ImagesViewModel.NONE);
    }

    @Test
    void showsOnlyTheWriterOfTheChosenImageAndAllAgain() {
        var sixty = SyntheticData.labelled("Synthetic", 60, 1);
        var names = IntStream.range(0, 60).mapToObj(i -> "w" + i % 3).toList();
        session.data()
                .set(new PartedDataset("Synthetic", Map.of(Part.TRAIN, sixty.withWriters(Writers.of(names)))));
        images.selected().set(4);

        assertThat(viewModel.writer()).contains("w1");
        assertThat(viewModel.describeWriter("w1")).isEqualTo("Show only the images by writer w1");
        viewModel.toggleWriter();
        assertThat(images.countText()).isEqualTo("20 of 60");
        assertThat(viewModel.describeWriter("w1")).isEqualTo("Show the images by others than writer w1 as well");
        viewModel.toggleWriter();
        assertThat(images.countText()).isEqualTo("60 images");
    }

    @Test
    void walksThroughTheShownImagesAndStopsAtTheEnds() {
        session.data().set(SyntheticData.parted("Synthetic", 100, 50));
        images.toggleOnly(4);
        viewModel.move(1);
        assertThat(images.selected().get()).isEqualTo(4);
        viewModel.move(1);
        assertThat(images.selected().get()).isEqualTo(14);
        viewModel.move(-5);
        assertThat(images.selected().get()).isEqualTo(4);
        viewModel.move(100);
        assertThat(images.selected().get()).isEqualTo(144);
    }

    @Test
    void offersTheOrdersThatArePossible() {
        assertThat(viewModel.orders()).containsExactly(ImageOrder.INDEX);
        session.data().set(SyntheticData.parted("Synthetic", 100, 50));
        assertThat(viewModel.orders())
                .containsExactly(ImageOrder.INDEX, ImageOrder.LABEL, ImageOrder.FARTHEST, ImageOrder.NEAREST);
        session.data().set(new PartedDataset("Bare", Map.of(Part.TEST, SyntheticData.unlabelled("Bare", 40, 1))));
        assertThat(viewModel.orders()).containsExactly(ImageOrder.INDEX);
    }

    @Test
    void readsTheFiguresOfTheChosenImage() {
        var image = Dataset.of("one", 2, 2, Dataset.DIGITS, new byte[]{0, 100, 0, 100}, new byte[]{1}, "test");
        session.data().set(new PartedDataset("one", Map.of(Part.TRAIN, image)));
        images.selected().set(0);
        assertThat(viewModel.figures())
                .containsExactly("mean 50.0 · ink 50.0% of the pixels", "centre of mass (1.00, 0.50)");
        assertThat(viewModel.describePixel(1)).isEqualTo("pixel (1, 0): 100");
        assertThat(viewModel.pixelsCsv()).isEqualTo("0,100\n0,100\n");
    }

    @Test
    void writesTheShownImagesAsCsv() throws Exception {
        session.data().set(SyntheticData.parted("Synthetic", 20, 10));
        images.toggleOnly(4);
        assertThat(viewModel.csv().call()).isEqualTo("""
                part,index,label
                train,4,4
                train,14,4
                test,4,4
                """);
        images.order().set(ImageOrder.NEAREST);
        fxThread.runNext();
        assertThat(viewModel.csv().call()).startsWith("part,index,label,distance\n").hasLineCount(4);
    }
}
