package inkbench.desktop.train.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import inkbench.app.group.Grouping;
import inkbench.model.Activation;
import inkbench.model.Architecture;
import inkbench.model.LayerSpec.Dense;
import inkbench.model.LayerSpec.Flatten;
import inkbench.model.Shape;
import inkbench.training.augmentation.Augmentation;
import inkbench.training.optimizer.Schedule;
import inkbench.training.recipe.ClassWeighting;
import inkbench.training.recipe.EarlyStopping;
import inkbench.training.recipe.Preset;
import inkbench.training.recipe.TrainingSettings;
import inkbench.training.recipe.Validation;

class RecipeSectionsTest {
    private final SettingsForm form = new SettingsForm(List.of(Preset.mlp(), Preset.cnn(), Preset.best()));

    static List<Preset> presets() {
        return List.of(Preset.mlp(), Preset.cnn(), Preset.best());
    }

    @ParameterizedTest
    @MethodSource("presets")
    void trainsANetworkAsItUsuallyIs(Preset preset) {
        form.preset().set(preset);

        assertThat(settings().recipe()).isEqualTo(preset.recipe());
        assertThat(form.changed().get()).isFalse();
    }

    @Test
    void goesBackToWhatIsUsual() {
        form.preset().set(Preset.best());
        form.learningRate().text().set("7");
        form.schedule().kind().set(ScheduleForm.Kind.STEP);
        form.augmentation().on().set(false);
        form.regularization().classesAlike().set(true);
        assertThat(form.changed().get()).isTrue();
        assertThat(settings().recipe().classWeighting()).isEqualTo(ClassWeighting.BALANCED);
        assertThat(settings().recipe().augmentation()).isEqualTo(Augmentation.NONE);

        form.reset();

        assertThat(form.changed().get()).isFalse();
        assertThat(settings().recipe()).isEqualTo(Preset.best().recipe());
    }

    @Test
    void goesBackFromWhatIsWrong() {
        form.learningRate().text().set("fast");
        assertThat(form.changed().get()).isTrue();

        form.reset();

        assertThat(form.objection()).isEmpty();
    }

    static List<Schedule> schedules() {
        return List.of(
                new Schedule.Constant(),
                new Schedule.Step(0.3, 4),
                new Schedule.Exponential(0.85),
                new Schedule.Cosine(0.05, 0.1),
                new Schedule.OneCycle(0.25, 20, 500));
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void givesASchedulesNumbersBackAsTheyWere(Schedule schedule) {
        form.schedule().take(Preset.mlp().recipe().withSchedule(schedule));

        assertThat(settings().recipe().schedule()).isEqualTo(schedule);
    }

    @Test
    void drawsTheLearningRateOfTheWholeRun() {
        var recipe = Preset.mlp().recipe().withLearningRate(0.4).withSchedule(new Schedule.Step(0.5, 2));

        var curve = ScheduleForm.preview(recipe, 4, 100);

        assertThat(curve.x(0)).isEqualTo(0.01);
        assertThat(curve.y(0)).isEqualTo(0.4);
        assertThat(curve.x(curve.size() - 1)).isEqualTo(4);
        assertThat(curve.y(curve.size() - 1)).isEqualTo(0.2);
    }

    @Test
    void drawsARunOfOneBatch() {
        var curve = ScheduleForm.preview(Preset.cnn().recipe(), 1, 1);

        assertThat(curve.size()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rotation   | 181  | "Rotation, ± degrees" must be a number from 0 to 180. Found: 181
            scale      | 51   | "Size, ± %" must be a number from 0 to 50. Found: 51
            smoothness | 1    | "Wobble, smooth over" must be a number from 2 to 100. Found: 1
            thickness  | much | "Thickness, ± pixels" must be a number from 0 to 1. Found: much
            shear      | ''   | Slant, ±: give a number from 0 to 1.
            plain      | NaN  | "Left as they are, last %" must be a number from 0 to 100. Found: NaN
            """)
    void saysWhatIsWrongWithAChange(String key, String typed, String problem) {
        form.augmentation().on().set(true);
        var setting = form.augmentation().all().stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();

        setting.text().set(typed);

        assertThat(form.objection()).contains(problem);
        assertThat(form.settings()).isEmpty();
    }

    @Test
    void whatIsSwitchedOffMayBeWrong() {
        form.augmentation().on().set(true);
        form.augmentation().all().getFirst().text().set("far");
        form.augmentation().on().set(false);

        assertThat(form.objection()).isEmpty();
    }

    @Test
    void stopsEarlyOnlyWhereSomethingIsMeasured() {
        form.regularization().patience().text().set("4");
        assertThat(settings().earlyStopping()).isEqualTo(new EarlyStopping(4));

        form.validation().text().set("0");
        assertThat(form.objection()).hasValueSatisfying(
                sentence -> assertThat(sentence).startsWith("To stop early, some images must be kept"));

        form.repeat().kind().set(RepeatForm.Kind.FOLDS);
        assertThat(settings().validation()).isEqualTo(new Validation.Fold(0, 5));
    }

    @Test
    void repeatsInFoldsOrFromSeeds() {
        assertThat(form.grouping()).isEmpty();

        form.repeat().kind().set(RepeatForm.Kind.SEEDS);
        form.repeat().seeds().text().set("3");
        assertThat(form.grouping()).contains(new Grouping.Seeds(3));

        form.repeat().kind().set(RepeatForm.Kind.FOLDS);
        assertThat(form.grouping()).contains(new Grouping.Folds(5));
        form.repeat().folds().text().set("1");
        assertThat(form.grouping()).isEmpty();
        assertThat(form.objection()).contains("\"Folds\" must be a whole number from 2 to 100. Found: 1");
    }

    @Test
    void takesANetworkOfTheUsersOwn() {
        form.useNetwork(own("first", 8));
        form.useNetwork(own("second", 16));

        assertThat(form.presets()).extracting(Preset::name).containsExactly("mlp", "cnn", "best", "second");
        assertThat(settings().architecture()).isEqualTo(own("second", 16));
        assertThat(form.given(form.preset().get())).isFalse();
    }

    private static Architecture own(String name, int units) {
        return new Architecture(name, new Shape(28, 28, 1),
                List.of(new Flatten(), new Dense(units, Activation.RELU), new Dense(10, Activation.IDENTITY)));
    }

    private TrainingSettings settings() {
        return form.settings().orElseThrow();
    }
}
