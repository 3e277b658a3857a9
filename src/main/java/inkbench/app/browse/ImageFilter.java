package inkbench.app.browse;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

import inkbench.data.Part;

/**
 * Which images are looked at. An empty set of labels, parts, writers or predictions means all of them; images without an
 * answer of a model pass only where nothing is asked of the answer, and those without a known writer only where nothing is
 * asked of the writer.
 *
 * @param parts
 *            of which parts
 * @param labels
 *            with which labels
 * @param writers
 *            by whom
 * @param predictions
 *            read as what
 * @param outcome
 *            how they were read
 * @param confidence
 *            how sure the model was
 * @param change
 *            whether and how they were corrected
 */
public record ImageFilter(
        Set<Part> parts,
        Set<Integer> labels,
        Set<String> writers,
        Set<Integer> predictions,
        Outcome outcome,
        Confidence confidence,
        Change change) {
    /** Lets everything pass. */
    public static final ImageFilter NONE = new ImageFilter(
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Outcome.ANY,
            Confidence.ANY,
            Change.ANY);

    /** How an image was corrected. */
    public enum Change {
        /** Not at all, or it has another label; not those that were taken out. */
        ANY,
        /** It has another label than was read. */
        RELABELLED,
        /** It was taken out. */
        EXCLUDED
    }

    /** Whether a model read an image as what its label says. */
    public enum Outcome {
        /** Either, or not known. */
        ANY, RIGHT, WRONG
    }

    /** How sure the model was of its answer. */
    public enum Confidence {
        /** However sure, or not known. */
        ANY(0, 2),
        /** Below 50%. */
        GUESS(0, 0.5),
        /** 50% to below 90%. */
        DOUBTFUL(0.5, 0.9),
        /** 90% to below 99%. */
        LIKELY(0.9, 0.99),
        /** 99% and more. */
        SURE(0.99, 2);

        private final double from;
        private final double below;

        Confidence(double from, double below) {
            this.from = from;
            this.below = below;
        }

        boolean has(float confidence) {
            return confidence >= from && confidence < below;
        }
    }

    public ImageFilter {
        parts = parts.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(parts));
        labels = Collections.unmodifiableSet(new TreeSet<>(labels));
        writers = Collections.unmodifiableSet(new TreeSet<>(writers));
        predictions = Collections.unmodifiableSet(new TreeSet<>(predictions));
    }

    /** The same with other parts. */
    public ImageFilter withParts(Set<Part> wanted) {
        return new ImageFilter(wanted, labels, writers, predictions, outcome, confidence, change);
    }

    /** The same with other labels. */
    public ImageFilter withLabels(Set<Integer> wanted) {
        return new ImageFilter(parts, wanted, writers, predictions, outcome, confidence, change);
    }

    /** The same with other writers. */
    public ImageFilter withWriters(Set<String> wanted) {
        return new ImageFilter(parts, labels, wanted, predictions, outcome, confidence, change);
    }

    /** The same with other predictions. */
    public ImageFilter withPredictions(Set<Integer> wanted) {
        return new ImageFilter(parts, labels, writers, wanted, outcome, confidence, change);
    }

    /** The same with another outcome. */
    public ImageFilter with(Outcome wanted) {
        return new ImageFilter(parts, labels, writers, predictions, wanted, confidence, change);
    }

    /** The same with another confidence. */
    public ImageFilter with(Confidence wanted) {
        return new ImageFilter(parts, labels, writers, predictions, outcome, wanted, change);
    }

    /** The same with images that were corrected in another way. */
    public ImageFilter with(Change wanted) {
        return new ImageFilter(parts, labels, writers, predictions, outcome, confidence, wanted);
    }

    /** What is left of the filter for images without a model's answers. */
    public ImageFilter withoutAnswers() {
        return new ImageFilter(parts, labels, writers, Set.of(), Outcome.ANY, Confidence.ANY, change);
    }

    /** A set with a member more, or less where it was in. */
    public static <T> Set<T> toggled(Set<T> before, T member) {
        var after = new HashSet<>(before);
        if (!after.remove(member)) {
            after.add(member);
        }
        return after;
    }

    boolean passes(ImageCollection images, int position) {
        return (change != Change.RELABELLED || images.relabelled(position))
                && (parts.isEmpty() || parts.contains(images.part(position)))
                && (labels.isEmpty() || images.labelled() && labels.contains(images.label(position)))
                && (writers.isEmpty() || images.writer(position).filter(writers::contains).isPresent())
                && passesAnswer(images, position);
    }

    private boolean passesAnswer(ImageCollection images, int position) {
        if (predictions.isEmpty() && outcome == Outcome.ANY && confidence == Confidence.ANY) {
            return true;
        }
        int answer = images.prediction(position);
        return answer >= 0 && (predictions.isEmpty() || predictions.contains(answer))
                && (outcome == Outcome.ANY || (answer == images.label(position)) == (outcome == Outcome.RIGHT))
                && confidence.has(images.confidence(position));
    }
}
