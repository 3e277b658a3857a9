package inkbench.training.recipe;

/** Which of the images a run measures with after every epoch, instead of learning from them; of every class alike. */
public sealed interface Validation {
    /** Share of all images, in [0, 1). */
    double fraction();

    /**
     * So much of all.
     *
     * @param fraction
     *            in [0, 1); 0 for none
     */
    record Share(double fraction) implements Validation {
        public Share {
            if (!(fraction >= 0 && fraction < 1)) {
                throw new IllegalArgumentException("The share to validate with lies in [0, 1): " + fraction);
            }
        }
    }

    /**
     * One of several equal parts (k-fold cross-validation): runs with the same seed that differ in the fold only validate with
     * every image once.
     *
     * @param fold
     *            which, from 0
     * @param folds
     *            how many there are, at least 2
     */
    record Fold(int fold, int folds) implements Validation {
        public Fold {
            if (folds < 2 || fold < 0 || fold >= folds) {
                throw new IllegalArgumentException("Fold " + fold + " of " + folds);
            }
        }

        @Override
        public double fraction() {
            return 1.0 / folds;
        }
    }
}
