package inkbench.testing;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import inkbench.model.Weights;
import inkbench.training.event.TrainingResult;
import inkbench.training.TrainingRun;
import inkbench.training.recipe.Preset;
import inkbench.training.recipe.TrainingSettings;

/** A run that learns nothing, never ends and heeds nobody; tests override what they are about. */
public class UncontrolledRun implements TrainingRun {
    private final CompletableFuture<TrainingResult> result = new CompletableFuture<>();

    @Override
    public TrainingSettings settings() {
        return Preset.mlp().settings(12, 128, 0.2, 1);
    }

    @Override
    public void pause() {}

    @Override
    public void resume() {}

    @Override
    public void resumeForBatch() {}

    @Override
    public void resumeForEpoch() {}

    @Override
    public void changeLearningRate(double rate) {}

    @Override
    public void measureLayers() {}

    @Override
    public void cancel() {}

    @Override
    public void stop() {}

    @Override
    public Optional<Weights> latestWeights() {
        return Optional.empty();
    }

    @Override
    public CompletableFuture<TrainingResult> result() {
        return result;
    }
}
