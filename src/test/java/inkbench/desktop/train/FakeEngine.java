package inkbench.desktop.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import inkbench.app.AugmentedImages;
import inkbench.app.group.GroupEvent;
import inkbench.app.group.GroupMember;
import inkbench.app.group.Examination;
import inkbench.app.group.GroupRun;
import inkbench.app.group.Grouping;
import inkbench.app.group.MemberExaminer;
import inkbench.app.group.TestFigures;
import inkbench.app.runs.Resumption;
import inkbench.data.Dataset;
import inkbench.data.PartedDataset;
import inkbench.evaluation.Evaluation;
import inkbench.model.Architecture;
import inkbench.model.Model;
import inkbench.model.file.ArchitectureFile;
import inkbench.model.ModelOrigin;
import inkbench.model.Reproducibility;
import inkbench.model.Weights;
import inkbench.store.run.EpochRecord;
import inkbench.store.run.RunRecord;
import inkbench.task.Job;
import inkbench.task.Workers;
import inkbench.testing.SampleModels;
import inkbench.training.augmentation.Augmentation;
import inkbench.training.event.EpochResult;
import inkbench.training.event.LayerFigures;
import inkbench.training.event.RateChange;
import inkbench.training.recipe.Preset;
import inkbench.training.event.TrainingEvent;
import inkbench.training.event.TrainingResult;
import inkbench.training.TrainingRun;
import inkbench.training.recipe.TrainingSettings;
import inkbench.testing.UncontrolledRun;
import inkbench.training.event.Confusions;

/** An engine whose events a test sends itself. */
final class FakeEngine implements Engine {
    static final int BATCHES_PER_EPOCH = 50;

    private final Workers groupThread = new Workers("fake-group", 1);
    private final Workers workers = new Workers("fake-engine", 1);
    final List<FakeRun> runs = new CopyOnWriteArrayList<>();
    Optional<String> objection = Optional.empty();
    final List<Double> measured = new ArrayList<>();
    final List<Augmentation> augmentations = new CopyOnWriteArrayList<>();
    final List<RunRecord> earlier = new CopyOnWriteArrayList<>();
    boolean evaluationFails;

    @Override
    public Job<Architecture> openArchitecture(Path file) {
        return workers.submit("opening", progress -> ArchitectureFile.read(file));
    }

    @Override
    public Job<Path> saveArchitecture(Architecture network, Path file) {
        return workers.submit("saving", progress -> {
            ArchitectureFile.write(network, file);
            return file;
        });
    }

    @Override
    public List<Preset> presets() {
        return List.of(Preset.mlp(), Preset.cnn());
    }

    @Override
    public Optional<String> objection(
            TrainingSettings settings,
            Optional<Grouping> grouping,
            PartedDataset data) {
        return objection;
    }

    @Override
    public GroupRun startGroup(
            String name,
            Grouping grouping,
            TrainingSettings settings,
            PartedDataset data,
            Consumer<GroupEvent> listener) {
        MemberExaminer examiner = (member, result) -> Examination
                .of(new TestFigures(0.9 + member.number() / 100.0, 0.3));
        var group = new GroupRun(
                grouping,
                settings,
                (member, events) -> start(member.settings(), data, events),
                examiner,
                listener);
        groupThread.submit("group", progress -> {
            group.run();
            return null;
        });
        return group;
    }

    @Override
    public String name(String network, Grouping grouping, GroupMember member) {
        return network + ", run " + member.number();
    }

    @Override
    public Job<AugmentedImages> augmented(Augmentation augmentation, Dataset images, int count, int round) {
        return workers.submit("changing", progress -> {
            augmentations.add(augmentation);
            var pixels = new byte[images.width() * images.height()];
            return new AugmentedImages(images.width(), images.height(), Collections.nCopies(count, pixels));
        });
    }

    @Override
    public TrainingRun start(TrainingSettings settings, PartedDataset data, Consumer<TrainingEvent> listener) {
        var run = new FakeRun(settings, listener);
        runs.add(run);
        return run;
    }

    @Override
    public TrainingRun resume(Resumption resumption, PartedDataset data, Consumer<TrainingEvent> listener) {
        return start(resumption.checkpoint().settings(), data, listener);
    }

    @Override
    public Job<List<RunRecord>> runs() {
        return workers.submit("runs", progress -> List.copyOf(earlier));
    }

    @Override
    public Job<List<EpochRecord>> epochs(long run) {
        return workers.submit("epochs", progress -> IntStream.rangeClosed(1, 5)
                .mapToObj(epoch -> new EpochRecord(epoch, 50L * epoch, 1.0 / epoch, 0.5 + 0.08 * epoch,
                        1.2 / epoch, 0.4 + 0.1 * epoch, 0.001, 3, 2600))
                .toList());
    }

    @Override
    public Job<Model> model(TrainingResult result, PartedDataset data) {
        var settings = result.settings();
        var origin = new ModelOrigin(data.name(), data.sha256(), "fake", settings.epochs(), settings.batchSize(),
                settings.seed(), settings.validationFraction(), Double.NaN, result.seconds(), "a test",
                Reproducibility.UNKNOWN);
        var model = new Model(settings.architecture().name(), settings.architecture(), result.weights(), origin);
        return workers.submit("keeping", progress -> model);
    }

    @Override
    public Job<Evaluation> evaluate(Model model, Dataset dataset) {
        return workers.submit("evaluating", progress -> {
            if (evaluationFails) {
                throw new java.io.IOException("The disk is on fire.");
            }
            return SampleModels.evaluation(model.name(), dataset);
        });
    }

    @Override
    public void measured(TrainingRun run, Model model, PartedDataset data, Evaluation evaluation) {
        measured.add(evaluation.accuracy());
    }

    /** A run that does what it is told. */
    static final class FakeRun extends UncontrolledRun {
        private final TrainingSettings settings;
        private final Consumer<TrainingEvent> listener;
        private final List<EpochResult> history = new ArrayList<>();
        private long iteration;
        boolean stopRequested;
        final List<String> orders = new ArrayList<>();

        FakeRun(TrainingSettings settings, Consumer<TrainingEvent> listener) {
            this.settings = settings;
            this.listener = listener;
            listener.accept(new TrainingEvent.Started(6400, 1600, BATCHES_PER_EPOCH, settings.epochs()));
        }

        /** Sends batches whose loss falls and whose accuracy rises. */
        void batches(int count) {
            for (int i = 0; i < count; i++) {
                iteration++;
                double noise = 0.3 * Math.sin(iteration * 12.9898) * Math.exp(-iteration / 400.0);
                double loss = 0.08 + 2.2 * Math.exp(-iteration / 60.0) + 0.4 * Math.abs(noise);
                listener.accept(
                        new TrainingEvent.BatchDone(
                                (int) ((iteration - 1) / BATCHES_PER_EPOCH) + 1,
                                (int) ((iteration - 1) % BATCHES_PER_EPOCH) + 1,
                                iteration,
                                loss,
                                Math.clamp(1 - loss / 3 - Math.abs(noise) / 6, 0, 1),
                                settings.recipe().optimizer().learningRate(),
                                2610,
                                112));
            }
        }

        void epoch() {
            batches(BATCHES_PER_EPOCH);
            int epoch = (int) (iteration / BATCHES_PER_EPOCH);
            double loss = 0.06 + 0.9 * Math.exp(-epoch / 1.5) + 0.12 * (settings.seed() % 3 - 1) / epoch;
            var done = new EpochResult(epoch, loss * 1.2, 1 - loss / 3, loss, 1 - loss / 4, 3);
            history.add(done);
            listener.accept(new TrainingEvent.EpochDone(done, confusions(epoch)));
        }

        private static Confusions confusions(int epoch) {
            var counts = new int[100];
            int right = 0;
            for (int i = 0; i < 100; i++) {
                boolean onDiagonal = i % 11 == 0;
                counts[i] = onDiagonal ? 140 + epoch : (i * 7 % 13) / epoch;
                right += onDiagonal ? counts[i] : 0;
            }
            var read = new BitSet();
            read.set(epoch, epoch + right);
            return new Confusions(10, counts, read);
        }

        void changeRate(double rate) {
            listener.accept(new TrainingEvent.LearningRateChanged(new RateChange(iteration + 1, rate)));
        }

        void layers() {
            listener.accept(
                    new TrainingEvent.LayersMeasured(iteration, List.of(
                            new LayerFigures(1, 0.8, 20, 0.02),
                            new LayerFigures(3, 0.3, 12, 0.01),
                            new LayerFigures(5, 0.2, 6, 0.012))));
        }

        void finish() {
            var weights = new Weights(iteration, new float[settings.architecture().parameterCount()]);
            var finished = new TrainingResult(settings, weights, history, List.of(),
                    stopRequested ? new TrainingResult.Ending.Stopped() : new TrainingResult.Ending.Completed(),
                    12, 2610, Reproducibility.UNKNOWN);
            listener.accept(new TrainingEvent.Finished(finished));
            result().complete(finished);
        }

        /** Says that its loss is no number any more, and what it learned before. */
        void diverge(String message) {
            var weights = new Weights(iteration, new float[settings.architecture().parameterCount()]);
            var finished = new TrainingResult(settings, weights, history, List.of(),
                    new TrainingResult.Ending.Diverged(message), 12, 2610, Reproducibility.UNKNOWN);
            listener.accept(new TrainingEvent.Finished(finished));
            result().complete(finished);
        }

        /** The same before it had learned anything. */
        void divergeAtOnce(String message) {
            listener.accept(new TrainingEvent.Failed(message, true));
            result().completeExceptionally(new IllegalStateException(message));
        }

        void fail(String message) {
            listener.accept(new TrainingEvent.Failed(message, false));
            result().completeExceptionally(new IllegalStateException(message));
        }

        void breakWithoutEvent(Throwable failure) {
            result().completeExceptionally(failure);
        }

        @Override
        public TrainingSettings settings() {
            return settings;
        }

        @Override
        public void stop() {
            stopRequested = true;
        }

        @Override
        public void pause() {
            orders.add("pause");
        }

        @Override
        public void resume() {
            orders.add("resume");
        }

        @Override
        public void resumeForBatch() {
            orders.add("one batch");
        }

        @Override
        public void resumeForEpoch() {
            orders.add("one epoch");
        }

        @Override
        public void changeLearningRate(double rate) {
            orders.add("rate " + rate);
        }

        @Override
        public void cancel() {
            orders.add("cancel");
        }

        /** Says that it waits. */
        void waits() {
            listener.accept(new TrainingEvent.Paused(iteration));
        }

        /** Says that it waits no longer. */
        void goesOn() {
            listener.accept(new TrainingEvent.Resumed(iteration));
        }

        /** Says that it dropped everything. */
        void dropped() {
            listener.accept(new TrainingEvent.Cancelled());
            result().cancel(false);
        }

        @Override
        public Optional<Weights> latestWeights() {
            var random = new Random(iteration);
            var values = new float[settings.architecture().parameterCount()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextGaussian();
            }
            return Optional.of(new Weights(iteration, values));
        }
    }
}
