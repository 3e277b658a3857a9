package inkbench.desktop.train.settings;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import inkbench.desktop.common.chart.Curve;
import inkbench.training.optimizer.Schedule;
import inkbench.training.recipe.Recipe;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** How the learning rate is to change in the course of a run. */
public final class ScheduleForm implements RecipeSection {
    private static final int PREVIEW_POINTS = 256;
    private static final double LEAST_FACTOR = 0.001;
    private static final double MOST_PERCENT = 99;
    private static final int MOST_EPOCHS = 10_000;
    private static final int MOST_DIVISOR = 1_000_000;
    private static final int MOST_FINAL_DIVISOR = 1_000_000_000;

    /** The shapes that a rate's curve can have. */
    public enum Kind {
        CONSTANT, STEP, EXPONENTIAL, COSINE, ONE_CYCLE
    }

    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.CONSTANT);
    private final Setting<Double> stepFactor;
    private final Setting<Integer> stepEpochs;
    private final Setting<Double> decay;
    private final Setting<Double> cosineEnd;
    private final Setting<Double> cosineWarmUp;
    private final Setting<Double> cycleWarmUp;
    private final Setting<Double> cycleStart;
    private final Setting<Double> cycleEnd;
    private final Map<Kind, List<Setting<?>>> settings = new EnumMap<>(Kind.class);

    ScheduleForm(Numbers numbers) {
        stepFactor = numbers.decimal("step-factor", 0.5, LEAST_FACTOR, 1);
        stepEpochs = numbers.whole("step-epochs", 5, 1, MOST_EPOCHS);
        decay = numbers.decimal("decay", 0.9, LEAST_FACTOR, 1);
        cosineEnd = numbers.percent("cosine-end", 0.01, 0, MOST_PERCENT);
        cosineWarmUp = numbers.percent("cosine-warm-up", 0, 0, MOST_PERCENT);
        cycleWarmUp = numbers.percent("cycle-warm-up", 0.3, 0, MOST_PERCENT);
        cycleStart = numbers.decimal("cycle-start", 25, 1, MOST_DIVISOR);
        cycleEnd = numbers.decimal("cycle-end", 10_000, 1, MOST_FINAL_DIVISOR);
        settings.put(Kind.CONSTANT, List.of());
        settings.put(Kind.STEP, List.of(stepFactor, stepEpochs));
        settings.put(Kind.EXPONENTIAL, List.of(decay));
        settings.put(Kind.COSINE, List.of(cosineWarmUp, cosineEnd));
        settings.put(Kind.ONE_CYCLE, List.of(cycleWarmUp, cycleStart, cycleEnd));
    }

    public ObjectProperty<Kind> kind() {
        return kind;
    }

    /** What there is to be said of a kind. */
    public List<Setting<?>> of(Kind chosen) {
        return settings.get(chosen);
    }

    @Override
    public Stream<Setting<?>> inForce() {
        return of(kind.get()).stream();
    }

    @Override
    public void onChange(Runnable action) {
        kind.addListener((source, before, now) -> action.run());
        settings.values().forEach(all -> all.forEach(setting -> setting.onChange(action)));
    }

    @Override
    public void take(Recipe recipe) {
        switch (recipe.schedule()) {
            case Schedule.Constant() -> kind.set(Kind.CONSTANT);
            case Schedule.Step(double reduction, int epochs) -> {
                stepFactor.text().set(Numbers.plain(reduction));
                stepEpochs.text().set(Integer.toString(epochs));
                kind.set(Kind.STEP);
            }
            case Schedule.Exponential(double reduction) -> {
                decay.text().set(Numbers.plain(reduction));
                kind.set(Kind.EXPONENTIAL);
            }
            case Schedule.Cosine(double finalFactor, double warmUp) -> {
                cosineEnd.text().set(Numbers.percent(finalFactor));
                cosineWarmUp.text().set(Numbers.percent(warmUp));
                kind.set(Kind.COSINE);
            }
            case Schedule.OneCycle(double warmUp, double initialDivisor, double finalDivisor) -> {
                cycleWarmUp.text().set(Numbers.percent(warmUp));
                cycleStart.text().set(Numbers.plain(initialDivisor));
                cycleEnd.text().set(Numbers.plain(finalDivisor));
                kind.set(Kind.ONE_CYCLE);
            }
        }
    }

    @Override
    public Recipe applyTo(Recipe recipe) {
        return recipe.withSchedule(switch (kind.get()) {
            case CONSTANT -> new Schedule.Constant();
            case STEP -> new Schedule.Step(stepFactor.get(), stepEpochs.get());
            case EXPONENTIAL -> new Schedule.Exponential(decay.get());
            case COSINE -> new Schedule.Cosine(cosineEnd.get(), cosineWarmUp.get());
            case ONE_CYCLE -> new Schedule.OneCycle(cycleWarmUp.get(), cycleStart.get(), cycleEnd.get());
        });
    }

    /** The learning rate over the epochs of a run, as {@link Recipe#schedule()} makes it of the optimizer's. */
    public static Curve preview(Recipe recipe, int epochs, int batchesPerEpoch) {
        var curve = new Curve();
        long iterations = (long) epochs * batchesPerEpoch;
        int points = (int) Math.min(PREVIEW_POINTS, iterations);
        for (int point = 0; point < points; point++) {
            long iteration = points == 1 ? 1 : 1 + point * (iterations - 1) / (points - 1);
            var moment = new Schedule.Moment(iteration, batchesPerEpoch, iterations);
            double rate = recipe.optimizer().learningRate() * recipe.schedule().factor(moment);
            curve.add((double) iteration / batchesPerEpoch, rate);
        }
        return curve;
    }
}
