package inkbench.cli.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

import inkbench.training.augmentation.Augmentation;
import inkbench.training.optimizer.Schedule;
import inkbench.training.recipe.ClassWeighting;
import inkbench.training.recipe.Preset;
import inkbench.training.recipe.Recipe;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class RecipeOptionsTest {
    private static final Recipe USUAL = Preset.best().recipe();
    static final List<Arguments> SCHEDULES = List.of(
            Arguments.of("constant", new Schedule.Constant()),
            Arguments.of("step", new Schedule.Step(0.5, 5)),
            Arguments.of("step:epochs=3", new Schedule.Step(0.5, 3)),
            Arguments.of("step:factor=0.1,epochs=2", new Schedule.Step(0.1, 2)),
            Arguments.of("exponential", new Schedule.Exponential(0.9)),
            Arguments.of("exponential:factor=0.8", new Schedule.Exponential(0.8)),
            Arguments.of("cosine", new Schedule.Cosine(0.01)),
            Arguments.of("cosine:warm-up=0.1", new Schedule.Cosine(0.01, 0.1)),
            Arguments.of("one-cycle", new Schedule.OneCycle()),
            Arguments.of("one-cycle:start=10,end=1000", new Schedule.OneCycle(0.3, 10, 1000)));

    @Test
    void leavesTheRecipeAsItIsWithoutOptions() {
        assertThat(recipe()).isEqualTo(USUAL);
    }

    @ParameterizedTest
    @FieldSource("SCHEDULES")
    void takesSchedules(String text, Schedule schedule) {
        assertThat(recipe("--schedule", text)).isEqualTo(USUAL.withSchedule(schedule));
    }

    @Test
    void takesAugmentations() {
        assertThat(recipe("--augment", "none"))
                .isEqualTo(USUAL.withAugmentation(Augmentation.NONE).withPlainShare(0));
        assertThat(recipe("--augment", "digits").augmentation()).isEqualTo(Augmentation.DIGITS);
        var own = recipe("--augment", "digits:rotation=5,shift=1.5,elastic=0,plain=0.2");
        assertThat(own.augmentation()).isEqualTo(
                Augmentation.DIGITS.withRotation(5).withShift(1.5, 1.5).withElastic(0, 4));
        assertThat(own.plainShare()).isEqualTo(0.2);
        assertThat(recipe("--augment", "none:thickness=0.4").augmentation())
                .isEqualTo(Augmentation.NONE.withThickness(0.4));
    }

    @Test
    void takesEverythingElse() {
        var recipe = recipe("--class-weights", "--label-smoothing", "0.1", "--learning-rate", "0.02");

        assertThat(recipe).isEqualTo(
                USUAL.with(ClassWeighting.BALANCED).withLabelSmoothing(0.1).withLearningRate(0.02));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --schedule        | steps            | --schedule must be one of constant, step, exponential, cosine, one-cycle, but is "steps".
            --schedule        | constant:final=1 | --schedule constant takes no numbers, but has "final=1".
            --schedule        | step:epochs=0    | --schedule: epochs must be a number from 1 to 1000000, but is "0".
            --schedule        | step:factor=two  | --schedule: factor must be a number from 0.001 to 1, but is "two".
            --schedule        | step:factor=NaN  | --schedule: factor must be a number from 0.001 to 1, but is "NaN".
            --schedule        | step:factor      | --schedule: factor must be a number from 0.001 to 1, but is "".
            --schedule        | step:            | --schedule step takes factor=N, epochs=N, but has "".
            --schedule        | cosine:start=2   | --schedule cosine takes final=N, warm-up=N, but has "start=2".
            --augment         | some             | --augment must be one of none, digits, but is "some".
            --augment         | none:scale=2     | --augment: scale must be a number from 0 to 0.5, but is "2".
            --label-smoothing | 1                | --label-smoothing must be from 0 up to, but not including, 1, but is 1.
            --learning-rate   | 0                | --learning-rate must be above 0, but is 0.
            """)
    void refusesInASentence(String option, String value, String sentence) {
        assertThatThrownBy(() -> recipe(option, value)).isInstanceOf(ParameterException.class).hasMessage(sentence);
    }

    @Test
    void refusesALearningRateThatNoWeightCanHold() {
        assertThatThrownBy(() -> recipe("--learning-rate", "1e39")).isInstanceOf(ParameterException.class)
                .hasMessageStartingWith("--learning-rate must be at most 3.4028234663852886E38");
    }

    private static Recipe recipe(String... arguments) {
        var holder = new Holder();
        new CommandLine(holder).parseArgs(arguments);
        return holder.options.applyTo(USUAL);
    }

    @CommandLine.Command(name = "holder")
    private static final class Holder {
        @Mixin
        private RecipeOptions options;
    }
}
