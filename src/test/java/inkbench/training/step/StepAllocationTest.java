package inkbench.training.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.sun.management.ThreadMXBean;

import inkbench.data.Dataset;
import inkbench.model.Activation;
import inkbench.model.Architecture;
import inkbench.model.InitialWeights;
import inkbench.model.LayerSpec.Activate;
import inkbench.model.LayerSpec.AveragePooling;
import inkbench.model.LayerSpec.BatchNormalization;
import inkbench.model.LayerSpec.Convolution;
import inkbench.model.LayerSpec.Dense;
import inkbench.model.LayerSpec.Dropout;
import inkbench.model.LayerSpec.GlobalAveragePooling;
import inkbench.model.Padding;
import inkbench.model.Shape;
import inkbench.task.Team;
import inkbench.testing.SyntheticDigits;
import inkbench.training.optimizer.Optimizer;
import inkbench.training.recipe.Recipe;
import inkbench.training.recipe.Preset;

/** What a training step takes from the heap and from native memory once it has seen a batch. */
class StepAllocationTest {
    private static final int BATCH = 32;
    private static final int WARM_UP = 40;
    private static final int STEPS = 20;
    private static final long MOST_HEAP_BYTES = 16_384;
    private static final Dataset DATA = SyntheticDigits.of(BATCH, 28, 3);

    static Stream<Preset> presets() {
        return Stream.of(Preset.mlp(), Preset.cnn(), Preset.best(),
                new Preset("others", others(), Recipe.of(new Optimizer.Adam(1e-3))));
    }

    /** The layers that the presets don't have. */
    private static Architecture others() {
        return new Architecture(
                "others",
                new Shape(28, 28, 1),
                List.of(
                        new Convolution(8, 3, 1, Padding.SAME, Activation.IDENTITY),
                        new BatchNormalization(),
                        new Activate(Activation.LEAKY_RELU),
                        new AveragePooling(2),
                        new Convolution(16, 3, 2, Padding.SAME, Activation.ELU),
                        new Dropout(0.2),
                        new Convolution(16, 3, 1, Padding.SAME, Activation.TANH),
                        new BatchNormalization(),
                        new GlobalAveragePooling(),
                        new Dense(10, Activation.IDENTITY)));
    }

    @ParameterizedTest
    @MethodSource("presets")
    void allocatesNoNativeArrayAndLittleHeap(Preset preset) {
        var settings = preset.settings(1, BATCH, 0, 1);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var places = IntStream.range(0, BATCH).toArray();
        // Alone, so that all there is to count is on this thread.
        try (var team = Team.ofCaller();
                var step = new ShardedStep(settings, InitialWeights.glorotUniform(settings.architecture(), 1), BATCH,
                        new float[0], team)) {
            learn(step, places, WARM_UP);
            // These may fall, when garbage of before is collected.
            long nativeBytes = Pointer.totalBytes();
            long nativeArrays = Pointer.totalCount();
            long heapBytes = threads.getCurrentThreadAllocatedBytes();
            learn(step, places, STEPS);
            long heapBytesPerStep = (threads.getCurrentThreadAllocatedBytes() - heapBytes) / STEPS;

            assertThat(Pointer.totalBytes()).as("native bytes").isLessThanOrEqualTo(nativeBytes);
            assertThat(Pointer.totalCount()).as("native arrays").isLessThanOrEqualTo(nativeArrays);
            assertThat(heapBytesPerStep).as("heap bytes per step").isLessThan(MOST_HEAP_BYTES);
        }
    }

    private static void learn(ShardedStep step, int[] places, int times) {
        for (int i = 0; i < times; i++) {
            step.learn(DATA, places, 0, BATCH, i + 1, 1e-3, false);
        }
    }
}
