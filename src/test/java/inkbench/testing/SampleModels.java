package inkbench.testing;

import java.util.Random;

import inkbench.data.Dataset;
import inkbench.evaluation.Evaluation;
import inkbench.model.Architectures;
import inkbench.model.Model;
import inkbench.model.ModelOrigin;
import inkbench.model.Reproducibility;
import inkbench.model.Weights;

/** Models and answers for tests that need none that are right. */
public final class SampleModels {
    private SampleModels() {}

    /** A dense network that has learned nothing. */
    public static Model untrained(String name) {
        var architecture = Architectures.mlp();
        var origin = new ModelOrigin("samples", "0".repeat(64), "none", 1, 128, 1, 0.2, Double.NaN, 1, "a test",
                Reproducibility.UNKNOWN);
        return new Model(name, architecture, new Weights(1, new float[architecture.parameterCount()]), origin);
    }

    /** Answers of which about one in ten is wrong, and then the digit after the true one. */
    public static Evaluation evaluation(String modelName, Dataset images) {
        var random = new Random(7);
        var probabilities = new float[images.size()][images.classCount()];
        for (int i = 0; i < probabilities.length; i++) {
            int read = random.nextInt(10) == 0 ? (images.label(i) + 1) % images.classCount() : images.label(i);
            float certainty = 0.6f + 0.4f * random.nextFloat();
            java.util.Arrays.fill(probabilities[i], (1 - certainty) / (images.classCount() - 1));
            probabilities[i][read] = certainty;
        }
        return Evaluation.of(modelName, images, probabilities);
    }
}
