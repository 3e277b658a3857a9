package inkbench.training.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import inkbench.model.InitialWeights.Scale;
import inkbench.training.augmentation.Augmentation;
import inkbench.training.optimizer.Optimizer;
import inkbench.training.optimizer.Schedule;

class RecipeTest {
    private static final Recipe PLAIN = Recipe.of(new Optimizer.Sgd(0.1));

    @Test
    void leavesRateLabelsAndImagesAloneUnlessToldOtherwise() {
        assertThat(PLAIN.schedule()).isEqualTo(new Schedule.Constant());
        assertThat(PLAIN.labelSmoothing()).isZero();
        assertThat(PLAIN.augmentation().isNone()).isTrue();
    }

    @Test
    void changesOneThingAtATime() {
        var schedule = new Schedule.Step(0.5, 2);

        assertThat(
                PLAIN.withSchedule(schedule)
                        .withLabelSmoothing(0.1)
                        .withLearningRate(0.2)
                        .withAugmentation(Augmentation.DIGITS)
                        .withInitialScale(Scale.HE)
                        .with(ClassWeighting.BALANCED)
                        .with(new Supplement(5, 7)))
                .isEqualTo(new Recipe(new Optimizer.Sgd(0.2), schedule, 0.1, Augmentation.DIGITS, 0, Scale.HE,
                        ClassWeighting.BALANCED, new Supplement(5, 7)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, Double.NaN})
    void refusesLabelSmoothingThatLeavesNoTruth(double share) {
        assertThatThrownBy(() -> PLAIN.withLabelSmoothing(share)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Label smoothing lies in [0, 1): " + share);
    }

    @Test
    void leavesImagesAsTheyAreAtTheEndOfTheRun() {
        var recipe = PLAIN.withAugmentation(Augmentation.DIGITS).withPlainShare(0.25);

        assertThat(recipe.leavesImages(new Schedule.Moment(75, 10, 100))).isFalse();
        assertThat(recipe.leavesImages(new Schedule.Moment(76, 10, 100))).isTrue();
        assertThat(recipe.leavesImages(new Schedule.Moment(100, 10, 100))).isTrue();
        assertThat(recipe.withPlainShare(0).leavesImages(new Schedule.Moment(100, 10, 100))).isFalse();
        assertThat(recipe.description()).contains("none of it in the last 25%");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void refusesShareOfTheRunThatIsNone(double share) {
        assertThatThrownBy(() -> PLAIN.withPlainShare(share)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The share without augmentation lies in [0, 1]: " + share);
    }
}
