package inkbench.cli.common;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

import inkbench.app.review.ReviewedLabels;
import inkbench.data.Dataset;
import inkbench.evaluation.review.Doubt;
import inkbench.evaluation.review.LabelReview;

/**
 * What a review of labels found, for scripts.
 *
 * @param models
 *            whose mean probabilities were taken
 * @param crossValidated
 *            whether each image was read by a run of a cross-validation that had not learned it
 * @param counted
 *            images that confident learning counts as mislabelled
 * @param thresholds
 *            from which probability on a class is confident; {@code null} where no image has that label
 * @param confidentJoint
 *            {@code confidentJoint[given][probable]}
 * @param images
 *            most doubtful first
 */
public record ReviewDocument(
        List<String> models,
        boolean crossValidated,
        long counted,
        List<BigDecimal> thresholds,
        long[][] confidentJoint,
        List<Row> images) {
    /** The whole review. */
    public static ReviewDocument of(ReviewedLabels reviewed) {
        var review = reviewed.review();
        return new ReviewDocument(
                reviewed.models(),
                reviewed.crossValidated(),
                review.counted(),
                DoubleStream.of(review.thresholds()).mapToObj(Json::allDigits).toList(),
                review.confidentJoint(),
                rows(review));
    }

    private static List<Row> rows(LabelReview review) {
        var rows = new ArrayList<Row>();
        for (var doubt : review.doubts()) {
            rows.add(Row.of(rows.size() + 1, review.dataset(), doubt));
        }
        return rows;
    }

    /**
     * One image.
     *
     * @param rank
     *            from 1
     * @param index
     *            its place in the part of the data set as that was read, from 0
     */
    public record Row(
            int rank,
            int index,
            String label,
            String suggested,
            BigDecimal labelProbability,
            BigDecimal suggestedProbability,
            BigDecimal margin,
            boolean counted) {
        static Row of(int rank, Dataset dataset, Doubt doubt) {
            return new Row(
                    rank,
                    dataset.sourceIndex(doubt.index()),
                    dataset.classNames().get(doubt.given()),
                    dataset.classNames().get(doubt.suggested()),
                    Json.allDigits(doubt.givenProbability()),
                    Json.allDigits(doubt.suggestedProbability()),
                    Json.allDigits(doubt.margin()),
                    doubt.counted());
        }
    }
}
