package inkbench.desktop.train.settings;

import java.util.Optional;
import java.util.stream.Stream;

import inkbench.app.group.Grouping;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Whether one network is to be trained or several, so that chance can be told from merit. */
public final class RepeatForm implements Section {
    private static final int MOST = 100;

    /** What the single runs differ in. */
    public enum Kind {
        ONCE, FOLDS, SEEDS
    }

    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.ONCE);
    private final Setting<Integer> folds;
    private final Setting<Integer> seeds;

    RepeatForm(Numbers numbers) {
        folds = numbers.whole("folds", 5, 2, MOST);
        seeds = numbers.whole("seeds", 5, 2, MOST);
    }

    public ObjectProperty<Kind> kind() {
        return kind;
    }

    public Setting<Integer> folds() {
        return folds;
    }

    public Setting<Integer> seeds() {
        return seeds;
    }

    /** Which runs are to be made; nothing for one, or while a number is wrong. */
    public Optional<Grouping> grouping() {
        return switch (kind.get()) {
            case ONCE -> Optional.empty();
            case FOLDS -> folds.value().map(Grouping.Folds::new);
            case SEEDS -> seeds.value().map(Grouping.Seeds::new);
        };
    }

    @Override
    public Stream<Setting<?>> inForce() {
        return switch (kind.get()) {
            case ONCE -> Stream.empty();
            case FOLDS -> Stream.of(folds);
            case SEEDS -> Stream.of(seeds);
        };
    }

    @Override
    public void onChange(Runnable action) {
        kind.addListener((source, before, now) -> action.run());
        folds.onChange(action);
        seeds.onChange(action);
    }
}
