package inkbench.app;

import java.util.Optional;

import inkbench.data.Dataset;
import inkbench.model.Architecture;
import inkbench.model.Shape;
import inkbench.text.Messages;

/** Whether images fit a network. */
final class Suitability {
    private static final Messages MESSAGES = Messages.of(Suitability.class);

    private Suitability() {}

    /** Why the network can't read these labelled images, in a sentence; nothing if it can. */
    static Optional<String> objection(Architecture architecture, Dataset dataset) {
        var input = architecture.input();
        if (!dataset.labelled()) {
            return Optional.of(MESSAGES.get("unsuitable.unlabelled", dataset.name()));
        }
        if (dataset.size() == 0) {
            return Optional.of(MESSAGES.get("unsuitable.empty", dataset.name()));
        }
        if (!input.equals(new Shape(dataset.height(), dataset.width(), 1))) {
            return Optional.of(
                    MESSAGES.get(
                            "unsuitable.size",
                            dataset.name(),
                            dataset.width(),
                            dataset.height(),
                            architecture.name(),
                            input.width(),
                            input.height()));
        }
        if (dataset.classCount() != architecture.classCount()) {
            return Optional.of(
                    MESSAGES.get(
                            "unsuitable.classes",
                            dataset.name(),
                            dataset.classCount(),
                            architecture.name(),
                            architecture.classCount()));
        }
        return Optional.empty();
    }

    /** Why nothing can be learned from these images, in a sentence; nothing if something can. */
    static Optional<String> trainingObjection(Architecture architecture, Dataset dataset) {
        return objection(architecture, dataset).or(
                () -> dataset.classesPresent().length > 1
                        ? Optional.empty()
                        : Optional.of(MESSAGES.get("unsuitable.oneClass", dataset.name())));
    }

    static void check(Architecture architecture, Dataset dataset) throws UnsuitableDataException {
        var objection = objection(architecture, dataset);
        if (objection.isPresent()) {
            throw new UnsuitableDataException(objection.get());
        }
    }
}
