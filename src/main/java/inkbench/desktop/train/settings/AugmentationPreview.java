package inkbench.desktop.train.settings;

import java.util.Optional;
import java.util.concurrent.Executor;

import inkbench.app.AugmentedImages;
import inkbench.data.Dataset;
import inkbench.data.PartedDataset;
import inkbench.task.Job;
import inkbench.training.augmentation.Augmentation;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** A few images of the open data set, changed as a network would see them with the settings as they are. */
public final class AugmentationPreview {
    /** How many images. */
    public static final int COUNT = 8;

    /** Changes images in the background. */
    @FunctionalInterface
    public interface Maker {
        /** So many images of a set; other rounds give others. */
        Job<AugmentedImages> make(Augmentation augmentation, Dataset images, int count, int round);
    }

    private final SettingsForm form;
    private final ObservableValue<PartedDataset> data;
    private final Maker maker;
    private final Executor fxThread;
    private final ReadOnlyObjectWrapper<AugmentedImages> images = new ReadOnlyObjectWrapper<>();
    private Request shown;
    private Job<AugmentedImages> making;
    private int round;

    private record Request(Augmentation augmentation, Dataset from, int round) {}

    /**
     * A preview that follows the form and the data.
     *
     * @param fxThread
     *            runs tasks on the FX thread
     */
    public AugmentationPreview(
            SettingsForm form,
            ObservableValue<PartedDataset> data,
            Maker maker,
            Executor fxThread) {
        this.form = form;
        this.data = data;
        this.maker = maker;
        this.fxThread = fxThread;
        form.onChange(this::follow);
        data.subscribe(this::follow);
        form.preset().subscribe(this::follow);
    }

    /** The images; null while nothing is changed, or while something typed stands for nothing. */
    public ReadOnlyObjectProperty<AugmentedImages> images() {
        return images.getReadOnlyProperty();
    }

    /** Shows other images. */
    public void others() {
        round++;
        follow();
    }

    private void follow() {
        var request = request();
        if (request.equals(Optional.ofNullable(shown))) {
            return;
        }
        shown = request.orElse(null);
        if (making != null) {
            making.cancel();
        }
        if (request.isEmpty()) {
            images.set(null);
            return;
        }
        var wanted = request.get();
        making = maker.make(wanted.augmentation(), wanted.from(), COUNT, wanted.round());
        making.result().thenAccept(made -> fxThread.execute(() -> {
            if (wanted.equals(shown)) {
                images.set(made);
            }
        }));
    }

    private Optional<Request> request() {
        var set = data.getValue();
        if (set == null || !form.augmentation().on().get()) {
            return Optional.empty();
        }
        return form.recipe().map(recipe -> new Request(recipe.augmentation(), set.first(), round));
    }
}
