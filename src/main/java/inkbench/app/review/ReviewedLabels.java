package inkbench.app.review;

import java.util.List;

import inkbench.evaluation.review.LabelReview;

/**
 * Labels that were looked through.
 *
 * @param models
 *            the names of those whose mean probabilities were taken
 * @param crossValidated
 *            whether each image was read by the one of several models that had not learned it
 */
public record ReviewedLabels(LabelReview review, List<String> models, boolean crossValidated) {
    public ReviewedLabels {
        models = List.copyOf(models);
    }
}
