package inkbench.training.recipe;

import java.util.Arrays;

import inkbench.data.Dataset;

/** How much an image of each class counts in the loss. */
public enum ClassWeighting {
    /** All images alike. */
    NONE {
        @Override
        public float[] weights(Dataset set) {
            var weights = new float[set.classCount()];
            Arrays.fill(weights, 1);
            return weights;
        }
    },
    /**
     * All classes alike, however many images they have: those of a class with n of N images count N/(k·n), of k classes that
     * have any (King and Zeng, "Logistic Regression in Rare Events Data", 2001; scikit-learn's "balanced").
     */
    BALANCED {
        @Override
        public float[] weights(Dataset set) {
            var byClass = set.indicesByClass();
            long present = Arrays.stream(byClass).filter(images -> images.length > 0).count();
            var weights = new float[set.classCount()];
            for (int label = 0; label < weights.length; label++) {
                int images = byClass[label].length;
                weights[label] = images == 0 ? 0 : (float) (set.size() / ((double) present * images));
            }
            return weights;
        }
    };

    /** A factor for each class of a labelled set. */
    public abstract float[] weights(Dataset set);
}
