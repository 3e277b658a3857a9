package inkbench.desktop.train.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import inkbench.training.recipe.Preset;

class SettingsFormTest {
    private final SettingsForm form = new SettingsForm(List.of(Preset.mlp(), Preset.cnn()));

    @Test
    void beginsWithSettingsThatCanBeTrained() {
        var settings = form.settings().orElseThrow();
        assertThat(settings.architecture().name()).isEqualTo("mlp");
        assertThat(settings.epochs()).isEqualTo(12);
        assertThat(settings.batchSize()).isEqualTo(128);
        assertThat(settings.recipe().optimizer()).isEqualTo(Preset.mlp().recipe().optimizer());
        assertThat(settings.validationFraction()).isEqualTo(0.2);
        assertThat(settings.seed()).isEqualTo(1);
    }

    @Test
    void takesTheLearningRateOfTheChosenNetwork() {
        form.preset().set(Preset.cnn());
        assertThat(form.learningRate().text().get()).isEqualTo("1");
        form.preset().set(Preset.mlp());
        assertThat(form.learningRate().text().get()).isEqualTo("0.001");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0      | Epochs must be a whole number from 1 to 10,000. Found: 0
            10001  | Epochs must be a whole number from 1 to 10,000. Found: 10001
            2.5    | Epochs must be a whole number from 1 to 10,000. Found: 2.5
            many   | Epochs must be a whole number from 1 to 10,000. Found: many
            ''     | Say how many epochs to train: a whole number from 1 to 10,000.
            """)
    void saysWhatIsWrongWithEpochs(String typed, String problem) {
        form.epochs().text().set(typed);
        assertThat(form.epochs().problem().get()).isEqualTo(problem);
        assertThat(form.settings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0
            -0.1
            101
            NaN
            Infinity
            1e999
            fast
            """)
    void refusesALearningRateThatIsNone(String typed) {
        form.learningRate().text().set(typed);
        assertThat(form.learningRate().problem().get())
                .isEqualTo("The learning rate must be a number above 0, at most 100. Found: " + typed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.01   | 0.01
            0,01   | 0.01
            ' 2 '  | 2
            1e-3   | 0.001
            """)
    void readsDecimalsWithPointOrComma(String typed, double value) {
        form.learningRate().text().set(typed);
        assertThat(form.learningRate().value()).contains(value);
        assertThat(form.learningRate().problem().get()).isNull();
    }

    @Test
    void isRightAgainOnceTheMistakeIsMended() {
        form.seed().text().set("x");
        form.seed().text().set("-7");
        assertThat(form.settings().orElseThrow().seed()).isEqualTo(-7);
    }
}
