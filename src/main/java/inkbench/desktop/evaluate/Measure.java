package inkbench.desktop.evaluate;

import inkbench.evaluation.ConfusionMatrix;

/** What a cell of a confusion matrix shows. */
enum Measure {
    /** How many images. */
    COUNT {
        @Override
        double of(ConfusionMatrix matrix, int truth, int prediction) {
            return matrix.count(truth, prediction);
        }
    },
    /** Share of the images of the class, 0…1; NaN for a class without images. */
    ROW_SHARE {
        @Override
        double of(ConfusionMatrix matrix, int truth, int prediction) {
            return (double) matrix.count(truth, prediction) / matrix.truthTotal(truth);
        }
    },
    /** Share of the images that were read as the class, 0…1; NaN for a class that was never predicted. */
    COLUMN_SHARE {
        @Override
        double of(ConfusionMatrix matrix, int truth, int prediction) {
            return (double) matrix.count(truth, prediction) / matrix.predictionTotal(prediction);
        }
    };

    /** The value of a cell. */
    abstract double of(ConfusionMatrix matrix, int truth, int prediction);
}
