package inkbench.app.group;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import inkbench.data.Dataset;
import inkbench.text.Messages;
import inkbench.training.recipe.TrainingSettings;
import inkbench.training.recipe.Validation;

/** Why single runs belong together, and which they are. Constructors refuse less than two runs. */
public sealed interface Grouping {
    /** How many runs. */
    int count();

    /** The runs one by one, in the order in which they are made. */
    List<GroupMember> members(TrainingSettings settings);

    /** Why these images can't be divided so, in a sentence; nothing if they can. */
    Optional<String> objection(Dataset trainingSet);

    /** k-fold cross-validation: every image is validated with in one run, and learned from in all others. */
    record Folds(int count) implements Grouping {
        public Folds {
            requireSeveral(count);
        }

        @Override
        public List<GroupMember> members(TrainingSettings settings) {
            return expand(count, fold -> settings.with(new Validation.Fold(fold, count)));
        }

        @Override
        public Optional<String> objection(Dataset trainingSet) {
            var messages = Messages.of(Grouping.class);
            if (!trainingSet.labelled()) {
                return Optional.of(messages.get("folds.unlabelled", trainingSet.name()));
            }
            if (trainingSet.size() < count) {
                return Optional.of(messages.get("folds.images", count, trainingSet.name(), trainingSet.size()));
            }
            var images = trainingSet.classCounts();
            return IntStream.range(0, images.length)
                    .filter(label -> images[label] > 0 && images[label] < count)
                    .mapToObj(
                            label -> messages.get(
                                    "folds.class",
                                    count,
                                    trainingSet.classNames().get(label),
                                    trainingSet.name(),
                                    images[label]))
                    .findFirst();
        }
    }

    /** The same run from other beginnings: the seed that was asked for and those after it. */
    record Seeds(int count) implements Grouping {
        public Seeds {
            requireSeveral(count);
        }

        @Override
        public List<GroupMember> members(TrainingSettings settings) {
            return expand(count, offset -> settings.withSeed(settings.seed() + offset));
        }

        @Override
        public Optional<String> objection(Dataset trainingSet) {
            return Optional.empty();
        }
    }

    private static List<GroupMember> expand(int count, IntFunction<TrainingSettings> settings) {
        return IntStream.range(0, count)
                .mapToObj(index -> new GroupMember(index + 1, count, settings.apply(index)))
                .toList();
    }

    private static void requireSeveral(int count) {
        if (count < 2) {
            throw new IllegalArgumentException("A group has at least 2 runs: " + count);
        }
    }
}
