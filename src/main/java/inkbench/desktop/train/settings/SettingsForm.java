package inkbench.desktop.train.settings;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import inkbench.text.Messages;
import inkbench.training.recipe.Preset;
import inkbench.training.recipe.TrainingSettings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The settings of the next run as they are chosen and typed. */
public final class SettingsForm {
    private static final int MOST_EPOCHS = 10_000;
    private static final int LARGEST_BATCH = 10_000;
    private static final int HIGHEST_RATE = 100;
    private static final int MOST_VALIDATION_PERCENT = 90;

    private final Messages messages = Messages.of(SettingsForm.class);
    private final List<Preset> presets;
    private final ObjectProperty<Preset> preset;
    private final Setting<Integer> epochs = whole("epochs", "12", 1, MOST_EPOCHS);
    private final Setting<Integer> batchSize = whole("batch", "128", 1, LARGEST_BATCH);
    private final Setting<Double> learningRate = newRate();
    private final Setting<Double> validationPercent = setting(
            "validation",
            "20",
            text -> decimal(text).filter(share -> share >= 0 && share <= MOST_VALIDATION_PERCENT),
            MOST_VALIDATION_PERCENT);
    private final Setting<Long> seed = setting("seed", "1", SettingsForm::integer);

    /**
     * Makes a form with the usual values.
     *
     * @param presets
     *            the networks to choose from, at least one
     */
    public SettingsForm(List<Preset> presets) {
        this.presets = List.copyOf(presets);
        preset = new SimpleObjectProperty<>(presets.getFirst());
        preset.addListener((source, before, chosen) -> takeRateOf(chosen));
        takeRateOf(preset.get());
    }

    /** A step size means something for one optimizer only, so each network brings its own. */
    private void takeRateOf(Preset chosen) {
        var rate = BigDecimal.valueOf(chosen.recipe().optimizer().learningRate()).stripTrailingZeros();
        learningRate.text().set(rate.toPlainString());
    }

    public List<Preset> presets() {
        return presets;
    }

    public ObjectProperty<Preset> preset() {
        return preset;
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
                text -> decimal(text).filter(rate -> rate > 0 && rate <= HIGHEST_RATE),
                HIGHEST_RATE);
    }

    public Setting<Double> validationPercent() {
        return validationPercent;
    }

    public Setting<Long> seed() {
        return seed;
    }

    /** Everything that is typed, in the order of the form. */
    public Stream<Setting<?>> all() {
        return Stream.of(epochs, batchSize, learningRate, validationPercent, seed);
    }

    /** What to train with, unless something typed stands for nothing. */
    public Optional<TrainingSettings> settings() {
        if (all().anyMatch(setting -> setting.value().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(
                new TrainingSettings(
                        preset.get().architecture(),
                        preset.get().recipe().withLearningRate(learningRate.value().orElseThrow()),
                        epochs.value().orElseThrow(),
                        batchSize.value().orElseThrow(),
                        validationPercent.value().orElseThrow() / 100,
                        seed.value().orElseThrow()));
    }

    private Setting<Integer> whole(String key, String initial, int least, int most) {
        return setting(
                key,
                initial,
                text -> integer(text).filter(n -> n >= least && n <= most).map(Long::intValue),
                least,
                most);
    }

    private <T> Setting<T> setting(
            String key,
            String initial,
            Function<String, Optional<T>> parser,
            Object... limits) {
        return new Setting<>(initial, parser, typed -> typed.isEmpty()
                ? messages.get("settings." + key + ".missing", limits)
                : messages.get("settings." + key + ".problem", limits) + " "
                        + messages.get("settings.found", typed));
    }

    private static Optional<Long> integer(String text) {
        try {
            return Optional.of(Long.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A point or a comma parts the decimals, whatever the locale: in a form nobody types thousands. */
    private static Optional<Double> decimal(String text) {
        try {
            return Optional.of(new BigDecimal(text.replace(',', '.')).doubleValue());
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
