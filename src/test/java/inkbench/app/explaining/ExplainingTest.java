package inkbench.app.explaining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import inkbench.data.DataException;
import inkbench.explain.NearestImages.Neighbour;
import inkbench.model.InitialWeights;
import inkbench.model.Model;
import inkbench.task.Job;
import inkbench.task.Workers;
import inkbench.testing.SampleDigits;
import inkbench.testing.SampleModels;
import inkbench.testing.SyntheticDigits;

class ExplainingTest {
    private static final Model MODEL = random();

    private final Workers workers = new Workers("test", 2);
    private final Explaining explaining = new Explaining(workers);

    @AfterEach
    void close() {
        explaining.close();
        workers.close();
    }

    @Test
    void explainsTheClassThatWasAskedFor() throws Exception {
        var digit = SampleDigits.dataset("digits", 1, 3).image(4);

        var explanation = result(explaining.explain(MODEL, digit, 7));

        assertThat(explanation.pixels()).isSameAs(digit);
        assertThat(explanation.prediction().probabilities()).hasSize(10);
        assertThat(explanation.occlusion().classIndex()).isEqualTo(7);
        assertThat(explanation.saliency().classIndex()).isEqualTo(7);
        assertThat(explanation.saliency().gradient()).hasSize(784);
    }

    @Test
    void findsTheImageItselfAmongTheTrainingImages() throws Exception {
        var digits = SampleDigits.dataset("digits", 20, 3);
        var index = result(explaining.index(MODEL, digits));

        var nearest = result(explaining.nearest(index, MODEL, digits.image(77), 3));

        assertThat(nearest).hasSize(3).extracting(Neighbour::index).startsWith(77);
    }

    @Test
    void readsTheSameImagesOnce() throws Exception {
        var digits = SampleDigits.dataset("digits", 2, 3);
        var first = result(explaining.index(MODEL, digits));
        var same = result(explaining.index(MODEL, digits));
        var others = result(explaining.index(MODEL, SampleDigits.dataset("others", 2, 3)));
        var otherModel = result(explaining.index(SampleModels.untrained("other"), digits));

        assertThat(same).isSameAs(first);
        assertThat(others).isNotSameAs(first);
        assertThat(otherModel).isNotSameAs(first);
    }

    @Test
    void readsNothingAgainWhereOnlyLabelsWereCorrected() throws Exception {
        var digits = SampleDigits.dataset("digits", 2, 3);
        var first = result(explaining.index(MODEL, digits));
        var corrected = digits.relabelled(Map.of(4, 9));

        var same = result(explaining.index(MODEL, corrected));

        assertThat(same.dataset()).isSameAs(corrected);
        assertThat(first.on(corrected)).isPresent();
        assertThat(first.on(corrected.subset(new int[]{0, 1}))).isEmpty();
    }

    @Test
    void endsWhatIsExplainedWhenItIsClosed() throws Exception {
        var job = explaining.explain(MODEL, SampleDigits.dataset("digits", 1, 3).image(4), 7);

        explaining.close();

        assertThat(result(job).saliency().gradient()).hasSize(784);
    }

    @Test
    void refusesImagesOfAnotherSizeInASentence() {
        assertThatThrownBy(() -> result(explaining.index(MODEL, SyntheticDigits.of(10, 16, 1))))
                .cause()
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("The images of synthetic are 16×16 pixels and the network random reads 28×28;");
        assertThatThrownBy(
                () -> result(explaining.index(MODEL, SyntheticDigits.of(10, 28, 1).subset(new int[0]))))
                .cause()
                .hasMessage("synthetic has no images to compare with; open a data set that has some.");
    }

    private static <T> T result(Job<T> job) throws Exception {
        return job.result().get(60, TimeUnit.SECONDS);
    }

    private static Model random() {
        var untrained = SampleModels.untrained("random");
        var architecture = untrained.architecture();
        return new Model("random", architecture, InitialWeights.glorotUniform(architecture, 4), untrained.origin());
    }
}
