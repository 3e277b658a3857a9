package inkbench.training;

import java.lang.System.Logger.Level;
import java.util.function.Consumer;

import inkbench.training.event.TrainingEvent;

/** Keeps a run going whose listener fails, and says so once. */
final class CarefulListener implements Consumer<TrainingEvent> {
    private static final System.Logger LOGGER = System.getLogger(CarefulListener.class.getName());

    private final Consumer<TrainingEvent> listener;
    private boolean failed;

    CarefulListener(Consumer<TrainingEvent> listener) {
        this.listener = listener;
    }

    @Override
    public void accept(TrainingEvent event) {
        try {
            listener.accept(event);
        } catch (RuntimeException failure) {
            if (!failed) {
                failed = true;
                LOGGER.log(Level.ERROR, "A listener of the training failed; training goes on", failure);
            }
        }
    }
}
