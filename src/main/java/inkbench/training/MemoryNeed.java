package inkbench.training;

import inkbench.model.Architecture;
import inkbench.model.LayerSpec.Activate;
import inkbench.model.LayerSpec.AveragePooling;
import inkbench.model.LayerSpec.BatchNormalization;
import inkbench.model.LayerSpec.Convolution;
import inkbench.model.LayerSpec.Dense;
import inkbench.model.LayerSpec.Dropout;
import inkbench.model.LayerSpec.Flatten;
import inkbench.model.LayerSpec.GlobalAveragePooling;
import inkbench.model.LayerSpec.MaxPooling;
import inkbench.model.Shape;
import inkbench.model.network.layer.convolution.Convolutions;
import inkbench.training.recipe.TrainingSettings;
import inkbench.training.step.ShardedStep;

/**
 * Estimate of the memory that a run takes beside the program and its data, from the buffers that it makes for each layer.
 *
 * @param batch
 *            images that there are buffers for
 * @param system
 *            native memory, outside the Java heap
 * @param heap
 *            memory on the Java heap
 */
public record MemoryNeed(int batch, Part system, Part heap) {
    /** There are buffers for so many images at least. */
    public static final int SMALLEST_BATCH = ShardedStep.SMALLEST_CAPACITY;

    // Last, published and final weights, and what the most forgetful and the most thoughtful optimizers remember.
    private static final int HEAP_COPIES = 3 + 2;
    // Weights and their gradient.
    private static final int NATIVE_COPIES = 2;
    // The order, and the places of the training and validation images.
    private static final int INDICES = 3;
    // Compiled code, and garbage that nobody has collected yet.
    private static final double OVERHEAD = (64 << 20) / Float.BYTES;
    // What the C library's allocator adds, measured.
    private static final double MARGIN = 1.1;
    // Values and their gradient.
    private static final int BUFFERS = 2;
    // Every thread has a shard's values around a convolution in another form as well: 36 of Winograd's for 16 and a margin, or
    // values and gradients in the order that libnd4j lets oneDNN choose.
    private static final int SCRATCHPAD = 3;
    // A dense layer is computed in so many parts at most.
    private static final int PARTIAL_PRODUCTS = 8;

    /**
     * So many bytes.
     *
     * @param fixed
     *            whatever the batch is
     * @param perImage
     *            for each image of a batch
     */
    public record Part(double fixed, double perImage) {
        /** Bytes for a batch. */
        public double bytes(int batch) {
            return fixed + batch * perImage;
        }

        /** Images for which so many bytes are enough; below 0 where they are too few for any. */
        public double largestBatch(double bytes) {
            return (bytes - fixed) / perImage;
        }

        private Part plus(Part other) {
            return new Part(fixed + other.fixed, perImage + other.perImage);
        }

        private Part floats() {
            return new Part(fixed * Float.BYTES, perImage * Float.BYTES);
        }
    }

    /**
     * Estimates.
     *
     * @param images
     *            labelled images that the run gets, those to validate with included
     */
    public static MemoryNeed of(TrainingSettings settings, int images) {
        int learned = (int) Math.ceil(images * (1 - settings.validationFraction()));
        int batch = Math.max(SMALLEST_BATCH, Math.min(settings.batchSize(), learned));
        int threads = Math.min(ShardedStep.SHARDS, Runtime.getRuntime().availableProcessors());
        var tally = new Tally();
        tally.add(settings.architecture());
        tally.systemPerImage += tally.largestConvolution * SCRATCHPAD * threads / ShardedStep.SHARDS;
        tally.heap += (double) INDICES * images;
        return new MemoryNeed(
                batch,
                new Part((tally.system + OVERHEAD) * MARGIN, tally.systemPerImage * MARGIN).floats(),
                new Part(tally.heap, tally.heapPerImage).floats());
    }

    /** Both together. */
    public Part total() {
        return system.plus(heap);
    }

    /** Counts numbers of four bytes, in floating point because absurd networks exceed every integer. */
    private static final class Tally {
        private double system;
        private double systemPerImage;
        private double largestConvolution;
        private double heap;
        private double heapPerImage;

        void add(Architecture architecture) {
            systemPerImage += architecture.input().size();
            var input = architecture.input();
            boolean first = true;
            for (var row : architecture.summary()) {
                double parameters = row.parameters();
                system += NATIVE_COPIES * parameters;
                heap += HEAP_COPIES * parameters;
                var output = row.outputShape();
                switch (row.layer()) {
                    case Activate _,Dropout _,Flatten _ -> {
                        // They mostly work on what is there.
                    }
                    case Dense _ -> systemPerImage += (BUFFERS + PARTIAL_PRODUCTS) * (double) output.size();
                    case Convolution convolution -> {
                        system += ShardedStep.SHARDS * parameters;
                        systemPerImage += BUFFERS * (double) output.size();
                        if (!first) {
                            largestConvolution = Math.max(largestConvolution, (double) input.size() + output.size());
                        } else if (Convolutions.fastest() == Convolutions.ND4J) {
                            systemPerImage += patches(convolution, input, output);
                        }
                    }
                    // The gradient takes the place of that before.
                    case BatchNormalization _ -> systemPerImage += output.size();
                    case AveragePooling _,GlobalAveragePooling _ ->
                        systemPerImage += BUFFERS * (double) output.size();
                    case MaxPooling _ -> {
                        systemPerImage += BUFFERS * (double) output.size();
                        heapPerImage += output.size();
                    }
                }
                input = output;
                first &= row.parameters() == 0;
            }
        }

        private static double patches(Convolution convolution, Shape input, Shape output) {
            double field = (double) convolution.kernel() * convolution.kernel() * input.channels() + 1;
            return field * output.height() * output.width();
        }
    }
}
