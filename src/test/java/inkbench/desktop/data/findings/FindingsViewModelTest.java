package inkbench.desktop.data.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import inkbench.app.Workbench;
import inkbench.app.findings.Findings;
import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.desktop.common.Notice;
import inkbench.desktop.common.Session;
import inkbench.desktop.data.findings.DuplicatesViewModel.Which;
import inkbench.desktop.data.selection.ImagesViewModel;
import inkbench.task.Job;
import inkbench.task.Workers;
import inkbench.testing.FxQueue;
import inkbench.testing.SyntheticData;

class FindingsViewModelTest {
    private final Workbench workbench = new Workbench();
    private final FxQueue fxThread = new FxQueue();
    private final Session session = new Session(fxThread);
    private final ImagesViewModel images = new ImagesViewModel(workbench.browsing(), session);
    private final FindingsViewModel viewModel = new FindingsViewModel(workbench.findings(), session, images);
    private final DuplicatesViewModel duplicates = viewModel.duplicates();

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void findsDuplicatesAsSoonAsASetIsOpened() {
        open("1a 2a 1a 3a", "4a 5a");

        assertThat(duplicates.summary()).isEqualTo("1 group of the same images, 2 images in all");
        var group = duplicates.rows().getFirst();
        assertThat(duplicates.labels(group)).isEqualTo("0");
        assertThat(duplicates.places(group)).isEqualTo("Train #0, Train #2");
        assertThat(duplicates.describe(group, 1)).isEqualTo("Train #2 · label 0");
    }

    @Test
    void saysSoWhereThereAreNone() {
        open("1a 2a", "3a");

        assertThat(duplicates.rows()).isEmpty();
        assertThat(duplicates.emptyText()).isEqualTo("No duplicates: no two of the 3 images of digits are the same.");
        assertThat(duplicates.waitsToBeAsked()).isFalse();
        assertThat(session.notices()).isEmpty();
    }

    @Test
    void showsThoseThatAreInBothPartsOrHaveTwoLabels() {
        open("1a 2a 1a 3a 4a 4b", "3a 5a");

        duplicates.which().set(Which.ACROSS_PARTS);
        assertThat(duplicates.rows()).extracting(duplicates::places).containsExactly("Train #3, Test #0");
        duplicates.which().set(Which.LABELS_DIFFER);
        assertThat(duplicates.rows()).extracting(duplicates::labels).containsExactly("0, 1");
    }

    @Test
    void namesTheFirstOfManyAndCountsTheRest() {
        open("1a 1a 1a 1a 1a 1a", "2a");

        assertThat(duplicates.places(duplicates.rows().getFirst()))
                .isEqualTo("Train #0, Train #1, Train #2, Train #3 and 2 more");
    }

    @Test
    void warnsOfTestImagesThatAreInTheTrainingImages() {
        open("1a 2a 3a", "4a 2a 1a 5a");

        assertThat(session.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.text()).isEqualTo(
                    "2 of 4 test images are also in the training images; accuracy on them says little.");
            assertThat(notice.actions()).extracting(Notice.Action::name).containsExactly("Show", "Leave them out");
        });
    }

    @Test
    void showsTheImagesThatItWarnsOf() {
        open("1a 1a 2a", "4a 2a");

        act("Show");
        assertThat(session.place().get()).isEqualTo("data");
        assertThat(viewModel.view().get()).isEqualTo(DataView.DUPLICATES);
        assertThat(duplicates.rows()).extracting(duplicates::places).containsExactly("Train #2, Test #1");
    }

    @Test
    void leavesThemOutAndTakesThatBack() {
        open("1a 2a 3a", "4a 2a 5a");
        var before = session.data().get();

        act("Leave them out");
        assertThat(session.data().get().part(Part.TEST).orElseThrow().size()).isEqualTo(2);
        assertThat(session.notices()).extracting(Notice::text)
                .containsExactly("1 image was left out that the training part has as well.");
        await(() -> duplicates.own().get() != null);
        assertThat(session.notices()).extracting(Notice::id).containsExactly(LeakNotice.LEFT_OUT);

        act("Undo");
        assertThat(session.data().get()).isSameAs(before);
        await(() -> duplicates.own().get() != null);
        assertThat(session.notices()).extracting(Notice::id).containsExactly(LeakNotice.LEAK);
    }

    @Test
    void doesNotWarnAgainOfASetOnceThatWasRefused() {
        open("1a 2a", "2a 3a");
        session.notices().getFirst().onClose().run();
        open("1a 2a", "2a 3a");

        assertThat(session.notices()).isEmpty();
    }

    @Test
    void doesNotOfferToLeaveOutAllTestImages() {
        open("1a 2a", "2a");

        assertThat(session.notices().getFirst().actions()).extracting(Notice.Action::name).containsExactly("Show");
        assertThat(session.notices().getFirst().text()).startsWith("1 of 1 test images is also in");
    }

    @Test
    void comparesWithAnotherSetAndGoesBack() {
        open("1a 2a 3a", "4a 4a");
        duplicates.compareWith("others", progress -> set("others", "2b 9a", "1a 7a"));
        await(() -> duplicates.compared().get() != null);

        assertThat(duplicates.summary()).isEqualTo("2 of 5 images are in others as well: 1 in Train, 1 in Test");
        assertThat(duplicates.rows()).extracting(duplicates::places)
                .containsExactly("Train #1, others Train #0", "Train #0, others Test #0");
        assertThat(duplicates.labels(duplicates.rows().getFirst())).isEqualTo("0, 1");

        duplicates.showOwn();
        assertThat(duplicates.rows()).extracting(duplicates::places).containsExactly("Test #0, Test #1");
    }

    @Test
    void saysThatAnotherSetHasNoneOfTheImages() {
        open("1a 2a", "4a");
        duplicates.compareWith("others", progress -> set("others", "8a", "9a"));
        await(() -> duplicates.compared().get() != null);

        assertThat(duplicates.emptyText()).isEqualTo("No image of digits is in others.");
    }

    @Test
    void tellsWhyASetCanNotBeComparedWith() {
        open("1a 2a", "4a");
        duplicates.compareWith("Synthetic", progress -> SyntheticData.parted("Synthetic", 10, 10));
        await(() -> session.problem().get() != null);

        assertThat(session.problem().get()).isEqualTo(
                "digits has images of 2×2 pixels and Synthetic of 28×28: only images of one size can be the same.");
        assertThat(duplicates.looking().get()).isFalse();
        assertThat(duplicates.shown()).isNotNull();
    }

    @Test
    void offersToLookAgainWhenTheWorkWasStopped() {
        var busy = new CountDownLatch(1);
        try (var workers = new Workers("busy", 1)) {
            workers.submit("keeps the only thread", progress -> busy.await(20, TimeUnit.SECONDS));
            var stopped = new DuplicatesViewModel(new Findings(workers), session, images);
            session.data().set(set("digits", "1a 1a", "2a"));
            session.jobs().forEach(Job::cancel);
            busy.countDown();
            await(() -> session.jobs().isEmpty());

            assertThat(stopped.waitsToBeAsked()).isTrue();
            assertThat(stopped.emptyText()).startsWith("Nobody has looked for duplicates among the 3 images yet");
            stopped.look();
            await(() -> stopped.own().get() != null);
            assertThat(stopped.rows()).hasSize(1);
        }
    }

    @Test
    void writesTheGroupsAsCsv() throws Exception {
        open("1a 2a 1a", "3a");

        assertThat(duplicates.csv(duplicates.rows()).call()).isEqualTo("""
                group,set,part,index,label
                1,digits,train,0,0
                1,digits,train,2,0
                """);
    }

    @Test
    void goesToAnImageThoughTheFilterHasKeptItBack() {
        open("1a 2b 3a", "4a");
        images.toggleOnly(0);
        viewModel.view().set(DataView.OUTLIERS);

        viewModel.goTo(1);
        assertThat(viewModel.view().get()).isEqualTo(DataView.IMAGES);
        assertThat(images.selected().get()).isEqualTo(1);
        assertThat(images.shown().get().find(1)).isEqualTo(1);
    }

    @Test
    void measuresOutliersWhenSomebodyLooks() throws Exception {
        session.data().set(withStain());
        await(() -> duplicates.own().get() != null);
        var outliers = viewModel.outliers();
        assertThat(outliers.found().get()).isNull();

        viewModel.view().set(DataView.OUTLIERS);
        await(() -> outliers.found().get() != null);
        var stain = outliers.rows().getFirst();
        assertThat(outliers.place(stain)).isEqualTo("Train #42");
        assertThat(outliers.className(stain.label())).isEqualTo("2");
        assertThat(outliers.explain(stain)).startsWith("Distance ").contains(" from the mean of 2, score ");
        assertThat(outliers.summary()).endsWith("among 400 images");
        assertThat(outliers.csv(List.of(stain)).call())
                .startsWith("part,index,label,score,distance,nearest,nearestDistance\ntrain,42,2,");
    }

    @Test
    void saysThatImagesWithoutLabelsHaveNoOutliers() {
        session.data().set(new PartedDataset("Bare", Map.of(Part.TEST, SyntheticData.unlabelled("Bare", 40, 1))));
        viewModel.view().set(DataView.OUTLIERS);

        assertThat(viewModel.outliers().emptyText()).startsWith("The images of Bare have no labels");
        assertThat(viewModel.outliers().waitsToBeAsked()).isFalse();
    }

    private void act(String action) {
        var notice = session.notices().getFirst();
        session.notices().remove(notice);
        notice.actions().stream().filter(offered -> offered.name().equals(action)).findFirst().orElseThrow().run()
                .run();
    }

    private void open(String train, String test) {
        session.data().set(set("digits", train, test));
        await(() -> duplicates.own().get() != null);
    }

    private void await(BooleanSupplier done) {
        while (!done.getAsBoolean()) {
            fxThread.runNext();
        }
    }

    private static PartedDataset withStain() {
        var digits = SyntheticData.labelled("digits", 400, 5);
        int size = digits.imageSize();
        var pixels = new byte[400 * size];
        var labels = new byte[400];
        for (int i = 0; i < labels.length; i++) {
            digits.copyPixels(i, pixels, i * size);
            labels[i] = (byte) digits.label(i);
        }
        Arrays.fill(pixels, 42 * size, 43 * size, (byte) 255);
        var stained = Dataset.of("stained", 28, 28, Dataset.DIGITS, pixels, labels, "made up");
        return new PartedDataset("stained", Map.of(Part.TRAIN, stained));
    }

    /** Images of 2×2 pixels: what each shows as a figure, and its class as a letter. */
    private static PartedDataset set(String name, String train, String test) {
        var parts = new EnumMap<Part, Dataset>(Part.class);
        parts.put(Part.TRAIN, images(name, train));
        parts.put(Part.TEST, images(name, test));
        return new PartedDataset(name, parts);
    }

    private static Dataset images(String name, String described) {
        var words = described.split(" ");
        var pixels = new byte[4 * words.length];
        var labels = new byte[words.length];
        for (int i = 0; i < words.length; i++) {
            Arrays.fill(pixels, 4 * i, 4 * i + 4, (byte) words[i].charAt(0));
            labels[i] = (byte) (words[i].charAt(1) - 'a');
        }
        return Dataset.of(name, 2, 2, Dataset.DIGITS, pixels, labels, "made up");
    }
}
