package inkbench.app.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import inkbench.data.DataException;
import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.evaluation.Evaluation;
import inkbench.model.Model;
import inkbench.model.ModelOrigin;
import inkbench.model.Reproducibility;
import inkbench.task.Progress;
import inkbench.task.Workers;
import inkbench.testing.SampleDigits;
import inkbench.testing.SampleModels;

class LabelReviewsTest {
    private final Dataset images = SampleDigits.dataset("digits", 3, 1);
    private final List<String> asked = new ArrayList<>();
    private final Workers workers = new Workers("test", 1);
    private final LabelReviews reviews = new LabelReviews(
            workers,
            () -> List.of(model("sure", "other images"), model("unsure", "other images")),
            this::read);

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void takesTheMeanOfTheModelsThatComeWithTheApp() {
        var reviewed = reviews.review(images).result().join();

        assertThat(reviewed.models()).containsExactly("sure", "unsure");
        assertThat(reviewed.crossValidated()).isFalse();
        assertThat(reviewed.review().doubts()).hasSize(images.size());
        assertThat(reviewed.review().doubts().getFirst().givenProbability()).isCloseTo(0.75, within(1e-6));
    }

    @Test
    void doesNotAskAModelThatLearnedTheImages() throws Exception {
        var learned = model("learned", images.provenance().sha256());

        var reviewed = reviews.reviewNow(List.of(learned, model("sure", "other")), images, 5, Progress.NONE);

        assertThat(asked).containsExactly("sure");
        assertThat(reviewed.models()).containsExactly("sure");
        assertThat(reviewed.review().doubts()).hasSize(5);
    }

    @Test
    void knowsLearnedImagesByThoseTheyAreASelectionOf() {
        var learned = model("learned", images.provenance().sha256());

        assertThatThrownBy(
                () -> reviews.reviewNow(List.of(learned), images.subset(new int[]{4, 2}), 5, Progress.NONE))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("digits")
                .hasMessageContaining("learned these images")
                .hasMessageContaining("cross-validate");
        assertThat(asked).isEmpty();
    }

    @Test
    void joinsTheFoldsOfACrossValidation() {
        var whole = SampleDigits.parted("digits", 4).part(Part.TRAIN).orElseThrow();
        var folds = List.of(whole.subset(new int[]{1, 3, 5}), whole.subset(new int[]{0, 2, 4}));
        var joined = Evaluation.join(
                folds.stream().map(fold -> SampleModels.evaluation("network", fold)).toList());

        var reviewed = LabelReviews.of(joined, 6);

        assertThat(reviewed.crossValidated()).isTrue();
        assertThat(joined.dataset().size()).isEqualTo(6);
        assertThat(joined.probabilities()[3])
                .isEqualTo(SampleModels.evaluation("network", folds.getFirst()).probabilities()[1]);
        assertThat(reviewed.review().doubts()).hasSize(6);
    }

    private Evaluation read(Model model, Dataset read, Progress progress) {
        asked.add(model.name());
        var rows = new float[read.size()][read.classCount()];
        for (int i = 0; i < rows.length; i++) {
            rows[i][read.label(i)] = model.name().equals("sure") ? 1 : 0.5f;
        }
        return Evaluation.of(model.name(), read, rows);
    }

    private static Model model(String name, String learned) {
        var origin = new ModelOrigin("samples", learned, "none", 1, 128, 1, 0, Double.NaN, 1, "a test",
                Reproducibility.UNKNOWN);
        var sample = SampleModels.untrained(name);
        return new Model(name, sample.architecture(), sample.weights(), origin);
    }
}
