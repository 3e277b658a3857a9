package inkbench.desktop.train.settings;

import java.util.stream.Stream;

import inkbench.training.recipe.ClassWeighting;
import inkbench.training.recipe.EarlyStopping;
import inkbench.training.recipe.Recipe;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** What keeps a network from learning its training images by heart, and what counts how much in the loss. */
public final class RegularizationForm implements RecipeSection {
    private static final int MOST_PATIENCE = 10_000;
    private static final double MOST_SMOOTHING = 0.99;

    private final Setting<Integer> patience;
    private final Setting<Double> labelSmoothing;
    private final BooleanProperty classesAlike = new SimpleBooleanProperty();

    RegularizationForm(Numbers numbers) {
        patience = numbers.whole("patience", 0, 0, MOST_PATIENCE);
        labelSmoothing = numbers.decimal("smoothing", 0, 0, MOST_SMOOTHING);
    }

    /** Epochs without progress after which a run ends; 0 for never. */
    public Setting<Integer> patience() {
        return patience;
    }

    public Setting<Double> labelSmoothing() {
        return labelSmoothing;
    }

    /** Whether rare classes count as much as frequent ones. */
    public BooleanProperty classesAlike() {
        return classesAlike;
    }

    EarlyStopping earlyStopping() {
        return new EarlyStopping(patience.get());
    }

    @Override
    public Stream<Setting<?>> inForce() {
        return Stream.of(patience, labelSmoothing);
    }

    @Override
    public void onChange(Runnable action) {
        classesAlike.addListener((source, before, now) -> action.run());
        inForce().forEach(setting -> setting.onChange(action));
    }

    @Override
    public void take(Recipe recipe) {
        labelSmoothing.text().set(Numbers.plain(recipe.labelSmoothing()));
        classesAlike.set(recipe.classWeighting() == ClassWeighting.BALANCED);
    }

    @Override
    public Recipe applyTo(Recipe recipe) {
        return recipe.withLabelSmoothing(labelSmoothing.get())
                .with(classesAlike.get() ? ClassWeighting.BALANCED : ClassWeighting.NONE);
    }
}
