package inkbench.app.robustness;

import java.util.List;

import inkbench.data.Dataset;
import inkbench.evaluation.Evaluation;
import inkbench.robustness.Distortion;

/**
 * One image of every class, distorted, and what models make of it.
 *
 * @param images
 *            as they are after the distortion
 * @param answers
 *            of each model
 */
public record DistortedExamples(Distortion distortion, double strength, Dataset images, List<Evaluation> answers) {
    public DistortedExamples {
        answers = List.copyOf(answers);
    }
}
