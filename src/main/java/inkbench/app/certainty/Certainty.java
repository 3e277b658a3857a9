package inkbench.app.certainty;

import inkbench.model.Prediction;

/**
 * How far an answer can be trusted.
 *
 * <p>
 * The network's own probabilities say it, for the models that are shipped have learned two things beside the digits: a
 * temperature makes their probabilities as high as they are right (Guo et al., "On calibration of modern neural networks",
 * ICML 2017), and drawings of something else taught them to give every digit the same (Hendrycks et al., "Deep anomaly
 * detection with outlier exposure", ICLR 2019). A network that has learned neither is often certain of what is no digit.
 *
 * @param confidence
 *            how probable it is that the answer is right, 0…1
 * @param novelty
 *            how little what was read is like what the network has learned, 0…1: the entropy of the probabilities as a share
 *            of the most there can be
 */
public record Certainty(double confidence, double novelty) {
    /** Below this confidence an answer is not to be relied on; see docs/decisions/0020. */
    public static final double SURE = 0.8;
    /** From this novelty on a drawing counts as none of the digits; see docs/decisions/0020. */
    public static final double NOVEL = 0.5;

    /** How far a network's answer can be trusted. */
    public static Certainty of(Prediction prediction) {
        var probabilities = prediction.probabilities();
        double entropy = 0;
        for (float probability : probabilities) {
            if (probability > 0) {
                entropy -= probability * Math.log(probability);
            }
        }
        return new Certainty(prediction.confidence(), Math.clamp(entropy / Math.log(probabilities.length), 0, 1));
    }

    /** What follows from it. */
    public Verdict verdict() {
        return verdict(SURE);
    }

    /**
     * What follows from it for somebody who wants to be this sure.
     *
     * @param least
     *            the confidence that an answer needs, 0…1; at 0 every answer will do
     */
    public Verdict verdict(double least) {
        if (least > 0 && novelty >= NOVEL) {
            return Verdict.NOT_A_DIGIT;
        }
        return confidence < least ? Verdict.UNSURE : Verdict.READ;
    }
}
