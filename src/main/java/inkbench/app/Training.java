package inkbench.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

import inkbench.app.machine.FreeMemory;
import inkbench.app.runs.Resumption;
import inkbench.app.runs.RunJournal;
import inkbench.app.runs.RunPlan;
import inkbench.app.runs.TrainedModel;
import inkbench.data.Dataset;
import inkbench.data.PartedDataset;
import inkbench.model.Model;
import inkbench.model.file.ArchitectureFile;
import inkbench.task.Job;
import inkbench.task.Workers;
import inkbench.text.Messages;
import inkbench.training.Trainer;
import inkbench.training.TrainingRun;
import inkbench.training.event.TrainingEvent;
import inkbench.training.event.TrainingResult;
import inkbench.training.augmentation.Augmentation;
import inkbench.training.augmentation.Augmenter;
import inkbench.training.recipe.Preset;
import inkbench.training.recipe.TrainingSettings;

/** Training networks on data sets. */
public final class Training {
    private final Trainer trainer;
    private final Workers workers;
    private final Supplier<FreeMemory> memory;
    private final RunJournal journal;
    private final Messages messages = Messages.of(Training.class);
    private final AtomicInteger unfinished = new AtomicInteger();
    private volatile FreeMemory lastMemory;

    /**
     * Makes the use cases.
     *
     * @param memory
     *            reads what is free at the time; takes a few milliseconds
     */
    Training(Trainer trainer, Workers workers, Supplier<FreeMemory> memory, RunJournal journal) {
        this.trainer = trainer;
        this.workers = workers;
        this.memory = memory;
        this.journal = journal;
        readMemoryInBackground();
    }

    /** What a run has taken will be free for the next, so nothing is read meanwhile. */
    private void readMemoryInBackground() {
        if (unfinished.get() == 0) {
            workers.submit(messages.get("job.memory"), progress -> lastMemory = memory.get());
        }
    }

    /** The networks to choose from, simplest first. */
    public List<Preset> presets() {
        return List.of(Preset.mlp(), Preset.cnn(), Preset.best());
    }

    /** The network of a name, as in {@code --model}. */
    public Optional<Preset> preset(String name) {
        return presets().stream().filter(preset -> preset.name().equals(name)).findFirst();
    }

    /** The network that a file describes, with a recipe that suits most; on the caller's thread. */
    public Preset preset(Path architectureFile) throws IOException {
        return Preset.of(ArchitectureFile.read(architectureFile));
    }

    /**
     * Says in a sentence why these settings can't be trained on that data, or nothing if they can. Waits for nothing: how
     * much memory is free is what was last read, and is read again in the background for the next time.
     */
    public Optional<String> objection(TrainingSettings settings, Dataset trainingSet) {
        readMemoryInBackground();
        return objection(settings, trainingSet, lastMemory);
    }

    private static Optional<String> objection(TrainingSettings settings, Dataset trainingSet, FreeMemory free) {
        return Suitability.trainingObjection(settings.architecture(), trainingSet)
                .or(() -> free == null ? Optional.empty() : MemoryCheck.objection(settings, trainingSet.size(), free));
    }

    /**
     * The same as {@link #objection}, with memory as it is now, for those who can wait and can only give up.
     *
     * @throws UnsuitableDataException
     *             with the objection, if there is one
     */
    public void check(TrainingSettings settings, Dataset trainingSet) throws UnsuitableDataException {
        lastMemory = memory.get();
        var objection = objection(settings, trainingSet, lastMemory);
        if (objection.isPresent()) {
            throw new UnsuitableDataException(objection.get());
        }
    }

    /**
     * Starts a run on the training part of a data set to which there is no {@link #objection}. Nothing of it is kept.
     *
     * @param listener
     *            hears events on the trainer's thread
     */
    public TrainingRun start(TrainingSettings settings, PartedDataset data, Consumer<TrainingEvent> listener) {
        return counted(trainer.start(settings, data.first(), listener));
    }

    /** The same, and keeps the run in the workspace, with checkpoints while it goes on and with its model at the end. */
    public TrainingRun start(
            TrainingSettings settings,
            PartedDataset data,
            RunPlan plan,
            Consumer<TrainingEvent> listener) {
        return counted(
                journal.record(
                        plan,
                        settings,
                        data,
                        listener,
                        (checkpointing, events) -> trainer.start(settings, data.first(), checkpointing, events)));
    }

    /**
     * Goes on with a run that was interrupted; it ends with the same bits as if it hadn't been.
     *
     * @param resumption
     *            from {@link RunJournal#takeUp}, with the same data
     * @param checkpointInterval
     *            how long it learns at most between two checkpoints
     */
    public TrainingRun resume(
            Resumption resumption,
            PartedDataset data,
            Duration checkpointInterval,
            Consumer<TrainingEvent> listener) {
        return counted(
                journal.record(
                        resumption,
                        data,
                        checkpointInterval,
                        listener,
                        (checkpointing, events) -> trainer
                                .resume(resumption.checkpoint(), data.first(), checkpointing, events)));
    }

    /**
     * Changes a few images in the background, as training would.
     *
     * @param count
     *            how many, from all over the set; fewer if it has fewer
     * @param round
     *            other rounds give other images, changed otherwise; at least 0
     */
    public Job<AugmentedImages> augmented(Augmentation augmentation, Dataset images, int count, int round) {
        return workers.submit(messages.get("job.augment"), progress -> {
            var augmenter = new Augmenter(augmentation, images.height(), images.width());
            var changed = new ArrayList<byte[]>();
            int few = Math.min(count, images.size());
            for (int i = 0; i < few; i++) {
                var source = new byte[images.width() * images.height()];
                images.copyPixels((int) (((long) i * images.size() / few + round) % images.size()), source, 0);
                var target = new byte[source.length];
                augmenter.apply(source, (long) round * few + i, target);
                changed.add(target);
            }
            return new AugmentedImages(images.width(), images.height(), changed);
        });
    }

    private TrainingRun counted(TrainingRun run) {
        unfinished.incrementAndGet();
        run.result().whenComplete((result, failure) -> unfinished.decrementAndGet());
        return run;
    }

    /** Makes a model of what a run left in the background; its test accuracy is not known yet. */
    public Job<Model> makeModel(TrainingResult result, PartedDataset data) {
        return workers.submit(messages.get("job.model.make"), progress -> model(result, data));
    }

    /** Makes a model of what a run left; its test accuracy is not known yet. Takes a hash over all training images. */
    public Model model(TrainingResult result, PartedDataset data) {
        return TrainedModel.of(result, data);
    }
}
