package inkbench.desktop.evaluate.failures;

import java.util.List;

import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.evaluation.Evaluation;
import inkbench.evaluation.failures.Failure;

/**
 * A list of failures, by rank from 0.
 *
 * @param part
 *            of the open set
 * @param images
 *            one for each failure
 */
record ShownFailures(Evaluation evaluation, Part part, List<Failure> failures, Dataset images) {
    static ShownFailures of(Evaluation evaluation, Part part, List<Failure> failures) {
        var images = evaluation.dataset().subset(failures.stream().mapToInt(Failure::index).toArray());
        return new ShownFailures(evaluation, part, failures, images);
    }

    int size() {
        return failures.size();
    }

    float[] probabilities(int rank) {
        return evaluation.probabilities()[failures.get(rank).index()];
    }

    String className(int number) {
        return images.classNames().get(number);
    }
}
