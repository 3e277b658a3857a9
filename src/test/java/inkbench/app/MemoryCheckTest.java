package inkbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import inkbench.app.machine.FreeMemory;
import inkbench.model.Activation;
import inkbench.model.Architecture;
import inkbench.model.Architectures;
import inkbench.model.LayerSpec.Dense;
import inkbench.model.LayerSpec.Flatten;
import inkbench.training.recipe.Preset;
import inkbench.training.recipe.TrainingSettings;

class MemoryCheckTest {
    private static final long GIGA = 1L << 30;
    private static final FreeMemory USUAL = new FreeMemory(8 * GIGA, 2 * GIGA);
    private static final int MANY = 5_000_000;

    @Test
    void usualRunsFit() {
        for (var preset : List.of(Preset.mlp(), Preset.cnn(), Preset.best())) {
            assertThat(MemoryCheck.objection(settings(preset.architecture(), 128), 60_000, USUAL)).isEmpty();
        }
    }

    @Test
    void absurdBatchIsRefusedWithFiguresAndABatchThatFits() {
        var absurd = settings(Architectures.cnn(), 2_000_000);

        var sentence = MemoryCheck.objection(absurd, MANY, new FreeMemory(8 * GIGA, 1_000 * GIGA)).orElseThrow();

        assertThat(sentence).matches(
                "Training cnn in batches of 2,000,000 images takes about 1,\\d{3}\\.\\d GB of memory, and 8\\.0 GB are free; "
                        + "choose a batch size of at most [\\d,]+, or close other programs\\.");
        int most = Integer.parseInt(sentence.replaceAll(".*at most ([\\d,]+),.*", "$1").replace(",", ""));
        assertThat(MemoryCheck.objection(settings(Architectures.cnn(), most), MANY, USUAL)).isEmpty();
        assertThat(MemoryCheck.objection(settings(Architectures.cnn(), most + 128), MANY, USUAL)).isPresent();
    }

    @Test
    void batchCountsNoMoreThanThereAreImages() {
        assertThat(MemoryCheck.objection(settings(Architectures.cnn(), 2_000_000), 1_000, USUAL)).isEmpty();
    }

    @Test
    void absurdNetworkIsRefusedWhateverTheBatch() {
        var absurd = new Architecture(
                "broad",
                Architectures.mlp().input(),
                List.of(new Flatten(), new Dense(2_000_000, Activation.RELU), new Dense(10, Activation.IDENTITY)));

        assertThat(
                MemoryCheck.objection(settings(absurd, 1), 100, new FreeMemory(8 * GIGA, 1_000 * GIGA)).orElseThrow())
                .matches(
                        "Training broad takes about \\d+\\.\\d GB of memory even in small batches, and 8\\.0 GB are free; "
                                + "choose a smaller network, or close other programs\\.");
        assertThat(MemoryCheck.objection(settings(absurd, 1), 100, USUAL).orElseThrow())
                .contains("Java's heap", "2.0 GB of that are free", "smaller network", "-Xmx");
    }

    @Test
    void smallHeapIsNamedApartFromTheSystemsMemory() {
        var large = settings(Architectures.cnn(), 20_000);

        assertThat(MemoryCheck.objection(large, MANY, new FreeMemory(100 * GIGA, GIGA / 2)).orElseThrow())
                .startsWith("Training cnn in batches of 20,000 images")
                .contains("0.5 GB of that are free", "choose a batch size of at most");
    }

    private static TrainingSettings settings(Architecture architecture, int batch) {
        return new TrainingSettings(architecture, Preset.cnn().recipe(), 1, batch, 0, 1);
    }
}
