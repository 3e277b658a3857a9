package inkbench.desktop.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import inkbench.app.AugmentedImages;
import inkbench.app.Workbench;
import inkbench.app.group.GroupEvent;
import inkbench.app.group.GroupMember;
import inkbench.app.group.GroupRun;
import inkbench.app.group.Grouping;
import inkbench.app.runs.Resumption;
import inkbench.app.runs.RunPlan;
import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.desktop.train.architecture.ArchitectureFiles;
import inkbench.desktop.train.settings.AugmentationPreview;
import inkbench.evaluation.Evaluation;
import inkbench.model.Architecture;
import inkbench.model.Model;
import inkbench.store.run.EpochRecord;
import inkbench.store.run.RunRecord;
import inkbench.task.Job;
import inkbench.training.augmentation.Augmentation;
import inkbench.training.recipe.Preset;
import inkbench.training.event.TrainingEvent;
import inkbench.training.event.TrainingResult;
import inkbench.training.TrainingRun;
import inkbench.training.recipe.TrainingSettings;

/** What the place needs of the workbench, so that it can be tested without one. */
interface Engine extends ArchitectureFiles {
    /** The networks to choose from, at least one. */
    List<Preset> presets();

    /** Why these settings can't be trained on that data, once or as a group, in a sentence. */
    Optional<String> objection(TrainingSettings settings, Optional<Grouping> grouping, PartedDataset data);

    /** Changes a few images as training would; see {@link AugmentationPreview}. */
    Job<AugmentedImages> augmented(Augmentation augmentation, Dataset images, int count, int round);

    /** Starts a run; the listener hears events on the trainer's thread. */
    TrainingRun start(TrainingSettings settings, PartedDataset data, Consumer<TrainingEvent> listener);

    /** Starts several runs; the listener hears events on the trainer's thread and another, never on two at once. */
    GroupRun startGroup(
            String name,
            Grouping grouping,
            TrainingSettings settings,
            PartedDataset data,
            Consumer<GroupEvent> listener);

    /** What a run of a group is called. */
    String name(String network, Grouping grouping, GroupMember member);

    /** Goes on with an interrupted run; otherwise the same. */
    TrainingRun resume(Resumption resumption, PartedDataset data, Consumer<TrainingEvent> listener);

    /** Makes a model of what a run left, in the background: it takes a hash over all the images. */
    Job<Model> model(TrainingResult result, PartedDataset data);

    /** Reads every image of a data set in the background. */
    Job<Evaluation> evaluate(Model model, Dataset dataset);

    /** Keeps what the model of a run read of the test part. */
    void measured(TrainingRun run, Model model, PartedDataset data, Evaluation evaluation);

    /** All runs of the workspace, the newest first. */
    Job<List<RunRecord>> runs();

    /** What the epochs of one of them came to. */
    Job<List<EpochRecord>> epochs(long run);

    /** The real one. */
    static Engine of(Workbench workbench) {
        return new Engine() {
            @Override
            public Job<Architecture> openArchitecture(Path file) {
                return workbench.models().openArchitecture(file);
            }

            @Override
            public Job<Path> saveArchitecture(Architecture network, Path file) {
                return workbench.models().saveArchitecture(network, file);
            }

            @Override
            public List<Preset> presets() {
                return workbench.training().presets();
            }

            @Override
            public Optional<String> objection(
                    TrainingSettings settings,
                    Optional<Grouping> grouping,
                    PartedDataset data) {
                return grouping.isPresent()
                        ? workbench.groups().objection(grouping.get(), settings, data)
                        : workbench.training().objection(settings, data.first());
            }

            @Override
            public Job<AugmentedImages> augmented(Augmentation augmentation, Dataset images, int count, int round) {
                return workbench.training().augmented(augmentation, images, count, round);
            }

            @Override
            public TrainingRun start(
                    TrainingSettings settings,
                    PartedDataset data,
                    Consumer<TrainingEvent> listener) {
                var plan = RunPlan.of(settings.architecture().name());
                return workbench.training().start(settings, data, plan, listener);
            }

            @Override
            public GroupRun startGroup(
                    String name,
                    Grouping grouping,
                    TrainingSettings settings,
                    PartedDataset data,
                    Consumer<GroupEvent> listener) {
                return workbench.groups().start(name, grouping, settings, data, listener);
            }

            @Override
            public String name(String network, Grouping grouping, GroupMember member) {
                return workbench.groups().name(network, grouping, member);
            }

            @Override
            public TrainingRun resume(
                    Resumption resumption,
                    PartedDataset data,
                    Consumer<TrainingEvent> listener) {
                var plan = RunPlan.of(resumption.run().name());
                return workbench.training().resume(resumption, data, plan.checkpointInterval(), listener);
            }

            @Override
            public Job<List<RunRecord>> runs() {
                return workbench.runs().runs();
            }

            @Override
            public Job<List<EpochRecord>> epochs(long run) {
                return workbench.runs().epochs(run);
            }

            @Override
            public Job<Model> model(TrainingResult result, PartedDataset data) {
                return workbench.training().makeModel(result, data);
            }

            @Override
            public Job<Evaluation> evaluate(Model model, Dataset dataset) {
                return workbench.reading().evaluate(model, dataset);
            }

            @Override
            public void measured(TrainingRun run, Model model, PartedDataset data, Evaluation evaluation) {
                workbench.runs().measured(run, model, data, Part.TEST, evaluation);
            }
        };
    }
}
