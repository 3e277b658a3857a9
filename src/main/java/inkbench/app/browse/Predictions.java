package inkbench.app.browse;

import inkbench.evaluation.Evaluation;

/** What a model answered for every image of one part of a data set. Any thread may ask. */
public interface Predictions {
    /** The class that was answered for an image. */
    int label(int index);

    /** The probability that the model gave to its answer, 0…1. */
    float confidence(int index);

    /** Cross-entropy in nats: how little the model expected the image's label. */
    float loss(int index);

    /** The answers of an evaluation, for the images that were evaluated. */
    static Predictions of(Evaluation evaluation) {
        return new Predictions() {
            @Override
            public int label(int index) {
                return evaluation.predictions()[index];
            }

            @Override
            public float confidence(int index) {
                return evaluation.probabilities()[index][label(index)];
            }

            @Override
            public float loss(int index) {
                float expected = evaluation.probabilities()[index][evaluation.dataset().label(index)];
                return (float) -Math.log(Math.max(Evaluation.SMALLEST_PROBABILITY, expected));
            }
        };
    }
}
