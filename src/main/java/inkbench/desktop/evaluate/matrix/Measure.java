package inkbench.desktop.evaluate.matrix;

import inkbench.evaluation.ConfusionMatrix;

/** What a cell of a confusion matrix shows. */
enum Measure {
    /** How many images. */
    COUNT {
        @Override
        double of(ConfusionMatrix matrix, Cell cell) {
            return matrix.count(cell.truth(), cell.prediction());
        }
    },
    /** Share of the images of the class, 0…1; NaN for a class without images. */
    ROW_SHARE {
        @Override
        double of(ConfusionMatrix matrix, Cell cell) {
            return (double) matrix.count(cell.truth(), cell.prediction()) / matrix.truthTotal(cell.truth());
        }
    },
    /** Share of the images that were read as the class, 0…1; NaN for a class that was never predicted. */
    COLUMN_SHARE {
        @Override
        double of(ConfusionMatrix matrix, Cell cell) {
            return (double) matrix.count(cell.truth(), cell.prediction()) / matrix.predictionTotal(cell.prediction());
        }
    },
    /** Share of all images, 0…1; NaN without images. */
    TOTAL_SHARE {
        @Override
        double of(ConfusionMatrix matrix, Cell cell) {
            return (double) matrix.count(cell.truth(), cell.prediction()) / matrix.total();
        }
    };

    /** The value of a cell. */
    abstract double of(ConfusionMatrix matrix, Cell cell);
}
