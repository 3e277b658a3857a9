package inkbench.desktop.train.settings;

import java.util.List;
import java.util.stream.Stream;

import inkbench.training.augmentation.Augmentation;
import inkbench.training.recipe.Recipe;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** How far training images may be changed. */
public final class AugmentationForm implements RecipeSection {
    private static final Augmentation USUAL = Augmentation.DIGITS;

    private final BooleanProperty on = new SimpleBooleanProperty();
    private final Setting<Double> rotation;
    private final Setting<Double> shift;
    private final Setting<Double> scale;
    private final Setting<Double> shear;
    private final Setting<Double> elastic;
    private final Setting<Double> smoothness;
    private final Setting<Double> thickness;
    private final Setting<Double> plain;

    AugmentationForm(Numbers numbers) {
        rotation = numbers.decimal("rotation", USUAL.rotation(), 0, 180);
        shift = numbers.decimal("shift", USUAL.shiftX(), 0, 100);
        scale = numbers.percent("scale", USUAL.scale(), 0, 50);
        shear = numbers.decimal("shear", USUAL.shear(), 0, 1);
        elastic = numbers.decimal("elastic", USUAL.elasticAmplitude(), 0, 10);
        smoothness = numbers.decimal("smoothness", USUAL.elasticSmoothness(), 2, 100);
        thickness = numbers.decimal("thickness", USUAL.thickness(), 0, 1);
        plain = numbers.percent("plain", 0, 0, 100);
    }

    /** Whether images are changed at all. */
    public BooleanProperty on() {
        return on;
    }

    /** Everything that can be typed, whether it counts or not. */
    public List<Setting<?>> all() {
        return List.of(rotation, shift, scale, shear, elastic, smoothness, thickness, plain);
    }

    @Override
    public Stream<Setting<?>> inForce() {
        return on.get() ? all().stream() : Stream.empty();
    }

    @Override
    public void onChange(Runnable action) {
        on.addListener((source, before, now) -> action.run());
        all().forEach(setting -> setting.onChange(action));
    }

    @Override
    public void take(Recipe recipe) {
        var given = recipe.augmentation();
        var amounts = given.isNone() ? USUAL : given;
        rotation.text().set(Numbers.plain(amounts.rotation()));
        shift.text().set(Numbers.plain(amounts.shiftX()));
        scale.text().set(Numbers.percent(amounts.scale()));
        shear.text().set(Numbers.plain(amounts.shear()));
        elastic.text().set(Numbers.plain(amounts.elasticAmplitude()));
        smoothness.text().set(Numbers.plain(amounts.elasticSmoothness()));
        thickness.text().set(Numbers.plain(amounts.thickness()));
        plain.text().set(Numbers.percent(recipe.plainShare()));
        on.set(!given.isNone());
    }

    @Override
    public Recipe applyTo(Recipe recipe) {
        return on.get()
                ? recipe.withAugmentation(augmentation()).withPlainShare(plain.get())
                : recipe.withAugmentation(Augmentation.NONE).withPlainShare(0);
    }

    private Augmentation augmentation() {
        return Augmentation.NONE.withRotation(rotation.get())
                .withShift(shift.get(), shift.get())
                .withScale(scale.get())
                .withShear(shear.get())
                .withElastic(elastic.get(), smoothness.get())
                .withThickness(thickness.get());
    }
}
