package inkbench.desktop.shell.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import inkbench.app.Workbench;
import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.data.Polarity;
import inkbench.desktop.common.Notice;
import inkbench.desktop.common.Session;
import inkbench.desktop.common.SetChanges;
import inkbench.testing.FxQueue;
import inkbench.testing.SampleDigits;
import inkbench.testing.SampleModels;

class SetOffersTest {
    private final Workbench workbench = new Workbench();
    private final FxQueue fxThread = new FxQueue();
    private final Session session = new Session(fxThread);
    private final PartedDataset digits = SampleDigits.parted("digits", 3);
    private final PartedDataset small = smaller(digits);

    SetOffersTest() {
        new SetOffers(workbench.adjustments(), session);
    }

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void offersNothingForImagesAsNetworksWantThem() {
        session.model().set(SampleModels.untrained("mlp"));
        session.data().set(digits);
        fxThread.runNext();

        assertThat(session.notices()).isEmpty();
    }

    @Test
    void invertsDarkInkAndTakesItBack() {
        var paper = Polarity.inverted(digits);
        session.data().set(paper);
        fxThread.runNext();

        take(SetOffers.INVERT);
        fxThread.runNext();
        var inverted = session.data().get();
        fxThread.runNext();

        assertThat(inverted.sha256()).isEqualTo(digits.sha256());
        assertThat(session.notices()).extracting(Notice::id).containsExactly(SetChanges.CHANGED);

        take(SetChanges.CHANGED);
        assertThat(session.data().get()).isSameAs(paper);
        fxThread.runNext();
        assertThat(session.notices()).extracting(Notice::id).containsExactly(SetOffers.INVERT);
    }

    @Test
    void fitsImagesToWhatTheModelReads() {
        session.data().set(small);
        fxThread.runNext();
        assertThat(session.notices()).as("no model is there yet").isEmpty();
        session.model().set(SampleModels.untrained("mlp"));

        take(SetOffers.FIT);
        fxThread.runNext();

        assertThat(session.data().get().width()).isEqualTo(28);
        assertThat(session.data().get().parts().keySet()).isEqualTo(small.parts().keySet());
        assertThat(session.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.id()).isEqualTo(SetChanges.CHANGED);
            assertThat(notice.text()).startsWith("The images of digits, 20×20 pixels before, were fitted to 28×28");
        });
    }

    @Test
    void doesNotAskAgainWhatWasRefused() {
        session.model().set(SampleModels.untrained("mlp"));
        session.data().set(Polarity.inverted(small));
        fxThread.runNext();
        session.notices().stream().filter(notice -> notice.id().equals(SetOffers.INVERT)).toList().forEach(notice -> {
            session.notices().remove(notice);
            notice.onClose().run();
        });

        take(SetOffers.FIT);
        fxThread.runNext();
        fxThread.runNext();

        assertThat(session.notices()).extracting(Notice::id).containsExactly(SetChanges.CHANGED);
    }

    private void take(String id) {
        var notice = session.notices().stream().filter(told -> told.id().equals(id)).findFirst().orElseThrow();
        session.notices().remove(notice);
        notice.actions().getFirst().run().run();
    }

    /** The middle of the images, 20×20 pixels. */
    private static PartedDataset smaller(PartedDataset set) {
        var parts = new EnumMap<Part, Dataset>(Part.class);
        set.parts().forEach((part, images) -> {
            var pixels = new byte[images.size() * 400];
            var labels = new byte[images.size()];
            for (int i = 0; i < images.size(); i++) {
                labels[i] = (byte) images.label(i);
                for (int p = 0; p < 400; p++) {
                    pixels[i * 400 + p] = (byte) images.pixel(i, 4 + p % 20, 4 + p / 20);
                }
            }
            parts.put(part, Dataset.of(set.name(), 20, 20, Dataset.DIGITS, pixels, labels, "made"));
        });
        return new PartedDataset(set.name(), Map.copyOf(parts));
    }
}
