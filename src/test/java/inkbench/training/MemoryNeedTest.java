package inkbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import inkbench.model.Architecture;
import inkbench.training.recipe.Preset;
import inkbench.training.recipe.TrainingSettings;

class MemoryNeedTest {
    @Test
    void everyImageOfABatchNeedsItsShareOfEveryBuffer() {
        int images = 100_000;
        var small = MemoryNeed.of(settings(Preset.mlp().architecture(), 1_000, 0), images);
        var large = MemoryNeed.of(settings(Preset.mlp().architecture(), 2_000, 0), images);

        // The picture, and of each unit its value, its gradient and eight parts of its sum; a tenth more.
        double perImage = (784 + (512 + 256 + 64 + 10) * 10) * 4 * 1.1;
        assertThat(large.system().bytes(large.batch()) - small.system().bytes(small.batch()))
                .isCloseTo(1_000 * perImage, within(1.0));
        assertThat(small.system().largestBatch(small.system().bytes(1_000))).isCloseTo(1_000, within(1e-6));
    }

    @Test
    void batchIsNoLargerThanWhatIsLearnedFromAndNoSmallerThanTheBuffers() {
        assertThat(MemoryNeed.of(settings(Preset.mlp().architecture(), 1_000_000, 0.2), 1_000).batch()).isEqualTo(800);
        assertThat(MemoryNeed.of(settings(Preset.mlp().architecture(), 1, 0.2), 1_000).batch()).isEqualTo(128);
    }

    private static TrainingSettings settings(Architecture architecture, int batch, double validation) {
        return new TrainingSettings(architecture, Preset.mlp().recipe(), 1, batch, validation, 1);
    }
}
