package inkbench.app.browse;

import java.util.Optional;

import inkbench.statistics.MeanDistances;
import inkbench.statistics.Ranking;

/** In which order images are looked at; those that are equal come in the order of the data. */
public enum ImageOrder {
    /** As in the data. */
    INDEX,
    /** By label. */
    LABEL,
    /** Farthest from the mean of their class first. */
    FARTHEST,
    /** Nearest to the mean of their class first. */
    NEAREST,
    /** Those the model was least sure of first; without an answer last. */
    LEAST_SURE,
    /** Those the model was surest of first; without an answer last. */
    SUREST,
    /** The answers that cost most first; without an answer last. */
    LARGEST_LOSS;

    /** Whether images can be put in this order. */
    public boolean possible(ImageCollection images) {
        return switch (this) {
            case INDEX -> true;
            case LABEL, FARTHEST, NEAREST -> images.labelled();
            case LEAST_SURE, SUREST, LARGEST_LOSS -> images.predicted();
        };
    }

    /** Whether the distances from the means of the classes are needed. */
    public boolean needsDistances() {
        return this == FARTHEST || this == NEAREST;
    }

    int[] sort(int[] positions, ImageCollection images, Optional<MeanDistances> distances) {
        return switch (this) {
            case INDEX -> positions;
            case LABEL -> Ranking.sorted(positions, images::label, false);
            case FARTHEST -> Ranking.sorted(positions, distances.orElseThrow()::distance, true);
            case NEAREST -> Ranking.sorted(positions, distances.orElseThrow()::distance, false);
            case LEAST_SURE -> Ranking.sorted(positions, images::confidence, false);
            case SUREST -> Ranking.sorted(positions, at -> -images.confidence(at), false);
            case LARGEST_LOSS -> Ranking.sorted(positions, at -> -images.loss(at), false);
        };
    }
}
