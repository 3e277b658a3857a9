package inkbench.desktop.train.settings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import inkbench.app.group.Grouping;
import inkbench.model.Architecture;
import inkbench.text.Messages;
import inkbench.training.recipe.Preset;
import inkbench.training.recipe.Recipe;
import inkbench.training.recipe.TrainingSettings;
import inkbench.training.recipe.Validation;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The settings of the next run as they are chosen and typed. */
public final class SettingsForm {
    private static final int MOST_EPOCHS = 10_000;
    private static final int LARGEST_BATCH = 10_000;
    private static final int HIGHEST_RATE = 100;
    private static final int MOST_VALIDATION_PERCENT = 90;

    private final Messages messages = Messages.of(SettingsForm.class);
    private final ObservableList<Preset> presets;
    private final int given;
    private final ObjectProperty<Preset> preset;
    private final Setting<Integer> epochs = whole("epochs", "12", MOST_EPOCHS);
    private final Setting<Integer> batchSize = whole("batch", "128", LARGEST_BATCH);
    private final Setting<Double> learningRate = newRate();
    private final Setting<Double> validation = setting(
            "validation",
            "20",
            text -> Numbers.decimal(text)
                    .filter(percent -> percent.signum() >= 0)
                    .filter(percent -> percent.compareTo(BigDecimal.valueOf(MOST_VALIDATION_PERCENT)) <= 0)
                    .map(percent -> percent.movePointLeft(2).doubleValue()),
            MOST_VALIDATION_PERCENT);
    private final Setting<Long> seed = setting("seed", "1", Numbers::integer);
    private final ScheduleForm schedule;
    private final AugmentationForm augmentation;
    private final RegularizationForm regularization;
    private final RepeatForm repeat;
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private final List<Runnable> listeners = new ArrayList<>();

    /**
     * Makes a form with the usual values.
     *
     * @param presets
     *            the networks to choose from, at least one
     */
    public SettingsForm(List<Preset> presets) {
        this.presets = FXCollections.observableArrayList(presets);
        given = presets.size();
        var numbers = new Numbers();
        schedule = new ScheduleForm(numbers);
        augmentation = new AugmentationForm(numbers);
        regularization = new RegularizationForm(numbers);
        repeat = new RepeatForm(numbers);
        preset = new SimpleObjectProperty<>(presets.getFirst());
        reset();
        preset.addListener((source, before, chosen) -> {
            reset();
            tell();
        });
        Stream.of(epochs, batchSize, learningRate, validation, seed).forEach(setting -> setting.onChange(this::tell));
        Stream.of(schedule, augmentation, regularization, repeat).forEach(section -> section.onChange(this::tell));
    }

    private void tell() {
        changed.set(!recipe().equals(Optional.of(preset.get().recipe())));
        listeners.forEach(Runnable::run);
    }

    /** Says what else to do when something was typed or chosen. */
    public void onChange(Runnable action) {
        listeners.add(action);
    }

    /** How to learn is what the chosen network brings with it again: a rate, say, means something for one optimizer only. */
    public void reset() {
        var usual = preset.get().recipe();
        learningRate.text().set(Numbers.plain(usual.optimizer().learningRate()));
        recipeSections().forEach(section -> section.take(usual));
        changed.set(false);
    }

    /** Whether {@link #reset} would change anything. */
    public ReadOnlyBooleanProperty changed() {
        return changed.getReadOnlyProperty();
    }

    private Stream<RecipeSection> recipeSections() {
        return Stream.of(schedule, augmentation, regularization);
    }

    /** The networks to choose from. */
    public ObservableList<Preset> presets() {
        return presets;
    }

    public ObjectProperty<Preset> preset() {
        return preset;
    }

    /** Chooses a network of the user's own, in place of the one before. */
    public void useNetwork(Architecture architecture) {
        var own = Preset.of(architecture);
        if (given < presets.size()) {
            presets.set(given, own);
        } else {
            presets.add(own);
        }
        preset.set(own);
    }

    /** Whether a network is one of those that the form began with. */
    public boolean given(Preset network) {
        return presets.indexOf(network) < given;
    }

    public Setting<Integer> epochs() {
        return epochs;
    }

    public Setting<Integer> batchSize() {
        return batchSize;
    }

    public Setting<Double> learningRate() {
        return learningRate;
    }

    /** Another learning rate, not of this form. */
    public Setting<Double> newRate() {
        return setting(
                "rate",
                "1",
                text -> Numbers.decimal(text)
                        .map(BigDecimal::doubleValue)
                        .filter(rate -> rate > 0 && rate <= HIGHEST_RATE),
                HIGHEST_RATE);
    }

    /** Share of the images that is measured with, typed in per cent. */
    public Setting<Double> validation() {
        return validation;
    }

    public Setting<Long> seed() {
        return seed;
    }

    public ScheduleForm schedule() {
        return schedule;
    }

    public AugmentationForm augmentation() {
        return augmentation;
    }

    public RegularizationForm regularization() {
        return regularization;
    }

    public RepeatForm repeat() {
        return repeat;
    }

    /** Which runs are to be made as one; nothing for a single one. */
    public Optional<Grouping> grouping() {
        return repeat.grouping();
    }

    /** Everything that is typed and counts, in the order of the form. */
    public Stream<Setting<?>> inForce() {
        return Stream.of(
                Stream.of(epochs, batchSize, learningRate, validation, seed),
                schedule.inForce(),
                augmentation.inForce(),
                regularization.inForce(),
                repeat.inForce()).flatMap(Function.identity());
    }

    /** Whether something typed stands for nothing; the field says so itself. */
    public boolean wrong() {
        return inForce().anyMatch(setting -> setting.value().isEmpty());
    }

    /** What is wrong with the settings, in a sentence. */
    public Optional<String> objection() {
        return inForce()
                .map(setting -> setting.problem().get())
                .filter(problem -> problem != null)
                .findFirst()
                .or(this::misfit);
    }

    /** What is wrong between settings that are right by themselves. */
    private Optional<String> misfit() {
        boolean unmeasured = validation.get() == 0 && !(repeat.grouping().orElse(null) instanceof Grouping.Folds);
        return unmeasured && regularization.earlyStopping().on()
                ? Optional.of(messages.get("settings.patience.unmeasured"))
                : Optional.empty();
    }

    /** What to train with, unless there is an {@link #objection()}. */
    public Optional<TrainingSettings> settings() {
        if (objection().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                new TrainingSettings(
                        preset.get().architecture(),
                        recipe().orElseThrow(),
                        epochs.get(),
                        batchSize.get(),
                        repeat.grouping().orElse(null) instanceof Grouping.Folds(int folds)
                                ? new Validation.Fold(0, folds)
                                : new Validation.Share(validation.get()),
                        seed.get(),
                        regularization.earlyStopping()));
    }

    /** How to learn, unless something typed stands for nothing. */
    public Optional<Recipe> recipe() {
        var typed = Stream.concat(Stream.of(learningRate), recipeSections().flatMap(Section::inForce));
        if (typed.anyMatch(setting -> setting.value().isEmpty())) {
            return Optional.empty();
        }
        var recipe = preset.get().recipe().withLearningRate(learningRate.get());
        for (var section : recipeSections().toList()) {
            recipe = section.applyTo(recipe);
        }
        return Optional.of(recipe);
    }

    private Setting<Integer> whole(String key, String initial, int most) {
        return setting(
                key,
                initial,
                text -> Numbers.integer(text).filter(number -> number >= 1 && number <= most).map(Long::intValue),
                1,
                most);
    }

    private <T> Setting<T> setting(
            String key,
            String initial,
            Function<String, Optional<T>> parser,
            Object... limits) {
        return new Setting<>(key, initial, parser, typed -> typed.isEmpty()
                ? messages.get("settings." + key + ".missing", limits)
                : messages.get("settings." + key + ".problem", limits) + " "
                        + messages.get("settings.found", typed));
    }
}
