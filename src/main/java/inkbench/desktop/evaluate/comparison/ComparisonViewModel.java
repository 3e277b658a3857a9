package inkbench.desktop.evaluate.comparison;

import java.util.Optional;

import inkbench.data.Dataset;
import inkbench.desktop.common.Session;
import inkbench.evaluation.Evaluation;
import inkbench.evaluation.comparison.PairedComparison;
import inkbench.model.Model;
import inkbench.task.Job;
import inkbench.text.Messages;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * Another model beside the one at hand, on the same images: what the one at hand reads right that the other doesn't, and the
 * other way round. Only for the FX thread.
 */
public final class ComparisonViewModel {
    private final Messages messages = Messages.of(ComparisonViewModel.class);
    private final ObservableValue<Evaluation> evaluation;
    private final OtherModels models;
    private final Session session;
    private final ModelChoice choice;
    private final ReadOnlyObjectWrapper<Model> other = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<PairedComparison> comparison = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Job<Evaluation>> job = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private final ObjectProperty<CountCell> selection = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Dataset> images = new ReadOnlyObjectWrapper<>();
    private Evaluation read;
    private int[] places = {};

    /**
     * Compares with nothing yet.
     *
     * @param evaluation
     *            what the model at hand made of the images that are looked at; null while that isn't known
     */
    public ComparisonViewModel(ObservableValue<Evaluation> evaluation, OtherModels models, Session session) {
        this.evaluation = evaluation;
        this.models = models;
        this.session = session;
        choice = new ModelChoice(models, session, this::compareWith);
        evaluation.subscribe(this::compare);
        selection.subscribe(this::show);
    }

    /** Which models there are to compare with. */
    ModelChoice choice() {
        return choice;
    }

    /** The model to compare with; null before one was chosen. */
    ReadOnlyObjectProperty<Model> other() {
        return other.getReadOnlyProperty();
    }

    /** The other model first, then the one at hand; null until both have read the images. */
    ReadOnlyObjectProperty<PairedComparison> comparison() {
        return comparison.getReadOnlyProperty();
    }

    /** The reading that is under way, or null. */
    ReadOnlyObjectProperty<Job<Evaluation>> job() {
        return job.getReadOnlyProperty();
    }

    /** How much of it is done, 0…1; negative without one. */
    ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /** The count whose images are shown; null for none. */
    ObjectProperty<CountCell> selection() {
        return selection;
    }

    /** The images behind the selected count; null without one. */
    ReadOnlyObjectProperty<Dataset> images() {
        return images.getReadOnlyProperty();
    }

    private void compareWith(Model model) {
        other.set(model);
        compare();
    }

    /** Gives the reading up. */
    void cancel() {
        if (job.get() != null) {
            job.get().cancel();
        }
    }

    /** Brings {@link #progress()} up to date. */
    void poll() {
        progress.set(job.get() == null ? -1 : job.get().fraction());
    }

    private void compare() {
        cancel();
        job.set(null);
        comparison.set(null);
        selection.set(null);
        read = null;
        var own = evaluation.getValue();
        if (own == null || other.get() == null) {
            return;
        }
        var started = models.evaluate(other.get(), own.dataset());
        job.set(started);
        session.watch(started, answers -> {
            if (own == evaluation.getValue()) {
                read = answers;
                comparison.set(PairedComparison.of(answers, own));
            }
        }, () -> {
            if (job.get() == started) {
                job.set(null);
                poll();
            }
        });
    }

    private void show() {
        var compared = comparison.get();
        var cell = selection.get();
        if (compared == null || cell == null) {
            places = new int[0];
            images.set(null);
            return;
        }
        places = cell.truth() == CountCell.ALL
                ? compared.imagesOf(cell.change())
                : compared.imagesOf(cell.truth(), cell.change());
        images.set(compared.dataset().subset(places));
    }

    /** Accuracy of the other model, 0…1. */
    double otherAccuracy() {
        return read.accuracy();
    }

    /** Accuracy of the model at hand, 0…1. */
    double accuracy() {
        return evaluation.getValue().accuracy();
    }

    /** What the two models are called, so that they can be told apart. */
    Optional<String> names() {
        return Optional.ofNullable(read)
                .map(answers -> messages.get("names", evaluation.getValue().modelName(), answers.modelName()));
    }

    /** What the model at hand is called. */
    String ownName() {
        return evaluation.getValue().modelName();
    }

    /** What the model at hand makes of one of the {@link #images()}: a probability for each class. */
    float[] probabilities(int image) {
        return evaluation.getValue().probabilities()[places[image]];
    }

    /** What the other model makes of it. */
    float[] otherProbabilities(int image) {
        return read.probabilities()[places[image]];
    }

    /** What the other model and the one at hand took one of the {@link #images()} for. */
    String answers(int image) {
        var classes = images.get().classNames();
        return messages.get(
                "answers",
                classes.get(read.predictions()[places[image]]),
                classes.get(evaluation.getValue().predictions()[places[image]]));
    }

    /** The counts of all classes as CSV. */
    String csv() {
        var csv = new StringBuilder("class,both right,fixed,broken,both wrong\n");
        var compared = comparison.get();
        if (compared != null) {
            for (int truth = 0; truth < compared.byClass().size(); truth++) {
                var counts = compared.byClass().get(truth);
                csv.append(compared.dataset().classNames().get(truth))
                        .append(',').append(counts.bothRight())
                        .append(',').append(counts.fixed())
                        .append(',').append(counts.broken())
                        .append(',').append(counts.bothWrong())
                        .append('\n');
            }
        }
        return csv.toString();
    }
}
