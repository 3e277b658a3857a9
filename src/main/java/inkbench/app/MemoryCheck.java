package inkbench.app;

import java.util.Optional;

import inkbench.app.machine.FreeMemory;
import inkbench.text.Messages;
import inkbench.training.MemoryNeed;
import inkbench.training.recipe.TrainingSettings;

/** Whether there is enough memory for a run. A process that runs out of native memory dies without a word. */
final class MemoryCheck {
    private static final double GIGA = 1 << 30;
    /** The network has buffers for so many images, however small a batch is. */
    private static final int GRANULE = MemoryNeed.SMALLEST_BATCH;
    private static final Messages MESSAGES = Messages.of(MemoryCheck.class);

    private MemoryCheck() {}

    /**
     * Why there isn't, in a sentence; nothing if there is, as far as can be estimated.
     *
     * @param images
     *            of the training set
     */
    static Optional<String> objection(TrainingSettings settings, int images, FreeMemory free) {
        var need = MemoryNeed.of(settings, images);
        // What the heap takes, the system has to give as well.
        return objection("memory.heap", need.heap(), need.batch(), free.heap(), settings)
                .or(() -> objection("memory.system", need.total(), need.batch(), free.system(), settings));
    }

    private static Optional<String> objection(
            String key,
            MemoryNeed.Part need,
            int batch,
            long free,
            TrainingSettings settings) {
        double bytes = need.bytes(batch);
        if (bytes <= free) {
            return Optional.empty();
        }
        int largest = (int) (need.largestBatch(free) / GRANULE) * GRANULE;
        return Optional.of(
                MESSAGES.get(
                        key + (largest >= GRANULE ? ".batch" : ".network"),
                        settings.architecture().name(),
                        settings.batchSize(),
                        (largest >= GRANULE ? bytes : need.bytes(GRANULE)) / GIGA,
                        free / GIGA,
                        largest));
    }
}
