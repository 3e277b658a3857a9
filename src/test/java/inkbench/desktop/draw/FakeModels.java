package inkbench.desktop.draw;

import java.nio.file.Path;
import java.util.List;

import inkbench.app.runs.KeptModel;
import inkbench.desktop.draw.models.KnownModels;
import inkbench.model.Model;
import inkbench.task.Job;
import inkbench.task.Workers;
import inkbench.testing.SampleModels;

/** One shipped model, and nothing of runs. */
final class FakeModels implements KnownModels {
    private final Workers workers = Workers.inBackground("test-models", 1);

    @Override
    public Job<Model> shipped() {
        return done(SampleModels.untrained("shipped"));
    }

    @Override
    public Job<List<KeptModel>> ofRuns() {
        return done(List.of());
    }

    @Override
    public Job<Model> open(Path file) {
        return done(SampleModels.untrained(file.getFileName().toString()));
    }

    private <T> Job<T> done(T result) {
        var job = workers.submit("model", progress -> result);
        job.result().join();
        return job;
    }
}
