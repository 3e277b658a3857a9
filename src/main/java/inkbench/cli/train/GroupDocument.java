package inkbench.cli.train;

import java.util.List;
import java.util.function.ToDoubleFunction;

import inkbench.app.group.GroupResult;
import inkbench.app.group.Grouping;
import inkbench.app.group.Spread;
import com.fasterxml.jackson.annotation.JsonInclude;
import inkbench.app.review.ReviewedLabels;
import inkbench.cli.common.Json;
import inkbench.cli.common.ReviewDocument;

/**
 * What scripts rely on: the runs of a group, and what they come to on average.
 *
 * @param counted
 *            runs that went as far as they should, over which {@code mean} and {@code sd} are taken
 * @param review
 *            labels to look at again; left out unless asked for
 */
record GroupDocument(String grouping, int runs, List<TrainDocument> members, int counted, Figures mean, Figures sd,
        @JsonInclude(JsonInclude.Include.NON_NULL) ReviewDocument review) {
    static GroupDocument of(GroupResult result, List<TrainDocument> members, ReviewedLabels reviewed) {
        return new GroupDocument(
                result.grouping() instanceof Grouping.Folds ? "folds" : "seeds",
                result.grouping().count(),
                members,
                result.validationAccuracy().count(),
                Figures.of(result, Spread::mean),
                Figures.of(result, Spread::deviation),
                reviewed == null ? null : ReviewDocument.of(reviewed));
    }

    record Figures(
            Double validationAccuracy,
            Double validationLoss,
            Double bestValidationAccuracy,
            Double testAccuracy,
            Double testLoss,
            Double seconds) {
        static Figures of(GroupResult result, ToDoubleFunction<Spread> side) {
            return new Figures(
                    Json.orNull(side.applyAsDouble(result.validationAccuracy())),
                    Json.orNull(side.applyAsDouble(result.validationLoss())),
                    Json.orNull(side.applyAsDouble(result.bestValidationAccuracy())),
                    Json.orNull(side.applyAsDouble(result.testAccuracy())),
                    Json.orNull(side.applyAsDouble(result.testLoss())),
                    Json.orNull(side.applyAsDouble(result.seconds())));
        }
    }
}
