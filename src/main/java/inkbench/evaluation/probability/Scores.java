package inkbench.evaluation.probability;

import inkbench.evaluation.Evaluation;

/** What images are ranked by. */
final class Scores {
    private Scores() {}

    /** By the probability of a class; what is looked for are the images of it. */
    static Ranking ranking(Evaluation evaluation, int c) {
        var probabilities = evaluation.probabilities();
        var scores = new double[probabilities.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = probabilities[i][c];
        }
        return Ranking.of(scores, i -> evaluation.dataset().label(i) == c);
    }

    /** The probability of each image's answer, 0…1. */
    static double[] confidences(Evaluation evaluation) {
        var confidences = new double[evaluation.predictions().length];
        for (int i = 0; i < confidences.length; i++) {
            confidences[i] = evaluation.probabilities()[i][evaluation.predictions()[i]];
        }
        return confidences;
    }

    static boolean right(Evaluation evaluation, int image) {
        return evaluation.predictions()[image] == evaluation.dataset().label(image);
    }
}
