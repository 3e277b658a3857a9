package inkbench.desktop.evaluate.review;

import inkbench.app.review.ReviewedLabels;
import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.data.correction.ImageKey;
import inkbench.evaluation.review.Doubt;

/**
 * A review as it is shown.
 *
 * @param set
 *            what was open when it was made
 * @param part
 *            that the images were in as the set was opened
 * @param labels
 *            the review
 * @param images
 *            the doubtful ones, most doubtful first
 */
record Reviewed(PartedDataset set, Part part, ReviewedLabels labels, Dataset images) {
    static Reviewed of(PartedDataset set, Part part, ReviewedLabels labels) {
        var review = labels.review();
        var places = review.doubts().stream().mapToInt(Doubt::index).toArray();
        return new Reviewed(set, set.originalPart(part), labels, review.dataset().subset(places));
    }

    int size() {
        return images.size();
    }

    Doubt doubt(int rank) {
        return labels.review().doubts().get(rank);
    }

    ImageKey key(int rank) {
        return new ImageKey(part, images.sourceIndex(rank));
    }

    String className(int label) {
        return images.classNames().get(label);
    }

    /** The place of an image in the list; −1 if it is not in it. */
    int find(ImageKey key) {
        for (int rank = 0; rank < size(); rank++) {
            if (key(rank).equals(key)) {
                return rank;
            }
        }
        return -1;
    }
}
