package inkbench.desktop;

import java.util.function.Consumer;

import inkbench.data.Dataset;
import inkbench.training.Trainer;
import inkbench.training.TrainingEvent;
import inkbench.training.TrainingSettings;

/** Training that nobody looks at. */
final class WithoutWindow {
    private WithoutWindow() {}

    static Measured train(Trainer trainer, TrainingSettings settings, Dataset images, double seconds) {
        var stretch = new Stretch(seconds);
        var run = trainer.start(settings, images, new Consumer<>() {
            private int batchesPerEpoch;
            private int epochImages;

            @Override
            public void accept(TrainingEvent event) {
                if (event instanceof TrainingEvent.Started started) {
                    batchesPerEpoch = started.batchesPerEpoch();
                    epochImages = started.trainingImages();
                } else if (event instanceof TrainingEvent.BatchDone batch) {
                    stretch.reached(batch.iteration() * epochImages / batchesPerEpoch);
                }
            }
        });
        var ended = stretch.end().join();
        run.stop();
        return new Measured(ended.samplesPerSecond(), run.result().join().samplesPerSecond(), ended.processor());
    }
}
