package inkbench.app.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import inkbench.app.Workbench;
import inkbench.data.DataException;
import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.ink.Rasterizer;
import inkbench.model.Activation;
import inkbench.model.Architecture;
import inkbench.model.InitialWeights;
import inkbench.model.LayerSpec.Dense;
import inkbench.model.LayerSpec.Flatten;
import inkbench.model.Model;
import inkbench.model.Shape;
import inkbench.task.Progress;
import inkbench.testing.SampleDigits;
import inkbench.testing.SampleModels;

class FineTuningTest {
    private final Workbench workbench = new Workbench();
    private final PartedDataset known;

    FineTuningTest() throws Exception {
        known = workbench.data().read("builtin", Progress.NONE);
    }

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void learnsAStrangeHandAndKeepsWhatItKnew() throws Exception {
        var model = workbench.models().shipped();

        var tuned = tune(model, drawn(5));

        assertThat(tuned.own().images()).isEqualTo(50);
        assertThat(tuned.own().before()).isLessThan(0.95);
        assertThat(tuned.own().gain()).isGreaterThan(0.02);
        assertThat(tuned.test().gain()).isGreaterThan(-0.002);
        var other = workbench.reading()
                .evaluateNow(tuned.model(), drawn(20).subset(IntStream.range(100, 200).toArray()), Progress.NONE);
        assertThat(other.accuracy()).isGreaterThan(tuned.own().before());
    }

    @Test
    void takesASingleDigit() throws Exception {
        var tuned = tune(workbench.models().shipped(), drawn(1).subset(new int[]{3}));

        assertThat(tuned.own().after()).isNaN();
        assertThat(tuned.test().gain()).isGreaterThan(-0.002);
    }

    @Test
    void changesNothingButTheLastLayer() throws Exception {
        var model = workbench.models().shipped();

        var tuned = tune(model, drawn(1));

        int last = model.architecture().summary().getLast().parameters();
        int first = model.weights().values().length - last;
        assertThat(List.of(tuned.model().weights().values().length)).containsExactly(first + last);
        assertThat(IntStream.range(0, first))
                .allMatch(i -> tuned.model().weights().values()[i] == model.weights().values()[i]);
        assertThat(tuned.model().name()).isEqualTo("best, tuned");
    }

    @Test
    void refusesWhatCannotBeLearned() throws Exception {
        var model = workbench.models().shipped();
        var architecture = new Architecture(
                "odd", new Shape(28, 28, 1), List.of(new Flatten(), new Dense(10, Activation.TANH)));
        var odd = new Model("odd", architecture, InitialWeights.glorotUniform(architecture, 1),
                SampleModels.untrained("odd").origin());

        assertThatThrownBy(() -> tune(model, drawn(1).subset(new int[0]))).isInstanceOf(DataException.class)
                .hasMessageContaining("no digits");
        assertThatThrownBy(() -> tune(odd, drawn(1))).isInstanceOf(DataException.class)
                .hasMessageContaining("last layer");
        assertThatThrownBy(() -> tune(model, drawn(1).withoutLabels())).isInstanceOf(Exception.class)
                .hasMessageContaining("label");
    }

    private TunedModel tune(Model model, Dataset own) throws Exception {
        return workbench.tuning()
                .tuneNow(model, own, known.first(), known.part(Part.TEST).orElseThrow(), Progress.NONE);
    }

    /** Angular digits that lean to the left, as nobody wrote in MNIST. */
    private static Dataset drawn(int perClass) {
        var random = new Random(8);
        int count = 10 * perClass;
        var pixels = new byte[count * 784];
        var labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) (i % 10);
            System.arraycopy(Rasterizer.rasterize(SampleDigits.drawing(i % 10, random)), 0, pixels, i * 784, 784);
        }
        return Dataset.of("mine", 28, 28, Dataset.DIGITS, pixels, labels, "a test");
    }
}
