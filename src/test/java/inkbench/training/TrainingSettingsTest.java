package inkbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import inkbench.model.Architectures;
import inkbench.training.optimizer.Optimizer;
import inkbench.training.optimizer.Schedule;

class TrainingSettingsTest {
    private static final TrainingSettings SETTINGS = new TrainingSettings(
            Architectures.mlp(),
            new Optimizer.Sgd(0.1),
            3,
            128,
            0.2,
            1);

    @Test
    void keepsTheLearningRateAndTheLabelsUnlessToldOtherwise() {
        assertThat(SETTINGS.schedule()).isEqualTo(new Schedule.Constant());
        assertThat(SETTINGS.labelSmoothing()).isZero();
    }

    @Test
    void changesOneThingAtATime() {
        var schedule = new Schedule.Step(0.5, 2);
        var optimizer = SETTINGS.optimizer();

        assertThat(SETTINGS.withSchedule(schedule).withLabelSmoothing(0.1)).isEqualTo(
                new TrainingSettings(SETTINGS.architecture(), optimizer, schedule, 0.1, 3, 128, 0.2, 1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, Double.NaN})
    void refusesLabelSmoothingThatLeavesNoTruth(double share) {
        assertThatThrownBy(() -> SETTINGS.withLabelSmoothing(share)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Label smoothing lies in [0, 1): " + share);
    }
}
