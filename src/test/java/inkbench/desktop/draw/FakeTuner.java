package inkbench.desktop.draw;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import inkbench.app.tuning.PersonalModels.Trial;
import inkbench.app.tuning.TunedModel;
import inkbench.app.tuning.TunedModel.Change;
import inkbench.desktop.draw.tuning.Tuner;
import inkbench.model.Model;
import inkbench.store.drawing.KeptDigit;
import inkbench.task.Job;
import inkbench.task.Workers;

/** Tunes nothing, but says how well it went; half way it can be held. */
public final class FakeTuner implements Tuner {
    private final Workers workers = Workers.inBackground("test-tuner", 1);
    private final List<Model> kept = new ArrayList<>();
    private Change own = new Change(30, 0.8667, 0.9667);
    private Change test = new Change(10_000, 0.9968, 0.9967);
    private CountDownLatch hold = new CountDownLatch(0);

    /** What it says from now on. */
    public void says(Change ofOwn, Change ofTest) {
        own = ofOwn;
        test = ofTest;
    }

    /** Waits half way until the latch is down, or the job is cancelled. */
    public void holdAt(CountDownLatch latch) {
        hold = latch;
    }

    /** The models that were kept. */
    public List<Model> kept() {
        return kept;
    }

    @Override
    public Job<Trial> tune(Model model, List<KeptDigit> digits) {
        return workers.submit("tune", progress -> {
            progress.report(1, 2);
            hold.await();
            progress.throwIfCancelled();
            return new Trial(new TunedModel(model.named(model.name() + ", tuned"), own, test, 1), "MNIST");
        });
    }

    @Override
    public Job<Path> keep(Model model) {
        return workers.submit("keep", progress -> {
            kept.add(model);
            return Path.of("kept.ink");
        });
    }
}
