package inkbench.desktop.evaluate;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

import inkbench.app.DataAdjustments;
import inkbench.app.browse.ImageFilter;
import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.format.image.ImageSize;
import inkbench.desktop.common.Session;
import inkbench.desktop.evaluate.matrix.Cell;
import inkbench.desktop.evaluate.matrix.CellSelection;
import inkbench.evaluation.Evaluation;
import inkbench.model.Model;
import inkbench.statistics.PixelStatistic;
import inkbench.statistics.PixelStatistics;
import inkbench.task.Job;
import inkbench.text.Messages;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

/**
 * Which part of the open data is looked at, what the model made of it, and which cell of the confusion matrix is opened.
 * What was measured once is kept until model or data change. Only for the FX thread.
 */
final class EvaluateViewModel {
    private final Messages messages = Messages.of(EvaluateViewModel.class);
    private final BiFunction<Model, Dataset, Job<Evaluation>> evaluator;
    private final Function<Dataset, Job<PixelStatistics>> averager;
    private final Session session;
    /** What the model made of the parts as they are. */
    private final ObservableMap<Part, Evaluation> known = FXCollections.observableMap(new EnumMap<>(Part.class));
    /** The same as it was measured, maybe before images were corrected. */
    private final Map<Part, Evaluation> measured = new HashMap<>();
    private final ObservableList<Part> parts = FXCollections.observableArrayList();
    private final ObjectProperty<Part> part = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Evaluation> evaluation = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<CellSelection> selection = new SimpleObjectProperty<>(CellSelection.NONE);
    private final ReadOnlyObjectWrapper<byte[]> mean = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Dataset> images = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Job<Evaluation>> job = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper objection = new ReadOnlyStringWrapper();
    private final ReadOnlyStringWrapper action = new ReadOnlyStringWrapper();
    private int[] places = {};
    private Job<PixelStatistics> averaging;

    /**
     * Makes a place that follows the session.
     *
     * @param evaluator
     *            reads every image of a data set in the background
     * @param averager
     *            finds in the background what images have in common
     */
    EvaluateViewModel(
            BiFunction<Model, Dataset, Job<Evaluation>> evaluator,
            Function<Dataset, Job<PixelStatistics>> averager,
            Session session) {
        this.evaluator = evaluator;
        this.averager = averager;
        this.session = session;
        session.model().addListener((source, before, now) -> {
            measured.clear();
            begin();
        });
        session.data().addListener((source, before, now) -> begin());
        session.evaluation().addListener((source, before, now) -> take(now));
        part.addListener((source, before, now) -> show());
        selection.addListener((source, before, now) -> open());
        begin();
        take(session.evaluation().get());
    }

    /** The parts of the open data that have labels. */
    ObservableList<Part> parts() {
        return parts;
    }

    /** The part that is looked at; null without data. */
    ObjectProperty<Part> part() {
        return part;
    }

    /** What the model made of the part; null until it was measured. */
    ReadOnlyObjectProperty<Evaluation> evaluation() {
        return evaluation.getReadOnlyProperty();
    }

    /** What the model made of every part that was measured. */
    ObservableMap<Part, Evaluation> evaluations() {
        return FXCollections.unmodifiableObservableMap(known);
    }

    /** The cells whose images are shown. */
    ObjectProperty<CellSelection> selection() {
        return selection;
    }

    /** The images behind the selected cells, most certain answer first; null without a selection. */
    ReadOnlyObjectProperty<Dataset> images() {
        return images.getReadOnlyProperty();
    }

    /** The mean of the {@link #images()} as unsigned bytes, row by row; null until it is known, and without images. */
    ReadOnlyObjectProperty<byte[]> mean() {
        return mean.getReadOnlyProperty();
    }

    /** The measurement under way, or null. */
    ReadOnlyObjectProperty<Job<Evaluation>> job() {
        return job.getReadOnlyProperty();
    }

    /** Why nothing can be measured, in a sentence; null if it can. */
    ReadOnlyStringProperty objection() {
        return objection.getReadOnlyProperty();
    }

    /** The size that the open images need to have for the model; nothing where that is not what hinders. */
    Optional<ImageSize> fitSize() {
        return objection.get() == null || part.get() == null || session.model().get() == null
                ? Optional.empty()
                : DataAdjustments.sizeFor(session.model().get().architecture(), session.data().get());
    }

    /** What {@link #measure()} would do, in words. */
    ReadOnlyStringProperty action() {
        return action.getReadOnlyProperty();
    }

    /** How much of the measurement is done, 0…1; negative without one. */
    ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /** Brings {@link #progress()} up to date. */
    void poll() {
        progress.set(job.get() == null ? -1 : job.get().fraction());
    }

    /** Probabilities of one of the {@link #images()}. */
    float[] probabilities(int image) {
        return evaluation.get().probabilities()[places[image]];
    }

    /** What one of the {@link #images()} was read as. */
    int answer(int image) {
        return evaluation.get().predictions()[places[image]];
    }

    /** Shows the {@link #images()} in Data, where the selection {@link CellSelection#isProduct() is a product}. */
    void showInData() {
        var chosen = selection.get();
        if (chosen.isEmpty() || !chosen.isProduct()) {
            return;
        }
        // Data knows the answers of the session's evaluation, which may be of another part.
        session.evaluation().set(measured.get(part.get()));
        session.askedFor()
                .set(
                        ImageFilter.NONE.withParts(Set.of(part.get()))
                                .withLabels(chosen.truths())
                                .withPredictions(chosen.predictions()));
        session.place().set("data");
    }

    /** Measures the model on the part, in the background. */
    void measure() {
        measure(part.get());
    }

    /** Measures the model on any part, in the background, while the same part is looked at. */
    void measure(Part wanted) {
        if (objection.get() != null || job.get() != null || !parts.contains(wanted)) {
            return;
        }
        var model = session.model().get();
        var data = session.data().get();
        var started = evaluator.apply(model, data.part(wanted).orElseThrow());
        job.set(started);
        session.watch(started, result -> {
            if (session.model().get() != model || session.data().get() != data) {
                return;
            }
            if (part.get() == wanted) {
                session.evaluation().set(result);
            } else {
                measured.put(wanted, result);
                known.put(wanted, result);
            }
        }, () -> end(started));
    }

    /** Gives the measurement up. */
    void cancel() {
        if (job.get() != null) {
            job.get().cancel();
        }
    }

    private void end(Job<Evaluation> ended) {
        if (job.get() == ended) {
            job.set(null);
            poll();
        }
    }

    private void begin() {
        known.clear();
        cancel();
        job.set(null);
        var data = session.data().get();
        var labelled = data == null
                ? List.<Part>of()
                : data.parts().keySet().stream().filter(p -> data.parts().get(p).labelled()).toList();
        labelled.forEach(
                p -> Optional.ofNullable(measured.get(p))
                        .flatMap(evaluated -> evaluated.on(data.parts().get(p)))
                        .ifPresent(evaluated -> known.put(p, evaluated)));
        measured.keySet().retainAll(known.keySet());
        var wanted = part.get();
        parts.setAll(labelled);
        if (wanted != null && labelled.contains(wanted)) {
            part.set(wanted);
        } else if (labelled.contains(Part.TEST)) {
            part.set(Part.TEST);
        } else {
            part.set(labelled.isEmpty() ? null : labelled.getFirst());
        }
        show();
    }

    /** Adopts an evaluation that is of the open data by the model at hand. */
    private void take(Evaluation found) {
        var model = session.model().get();
        var data = session.data().get();
        if (found == null || model == null || data == null || !found.modelName().equals(model.name())) {
            return;
        }
        for (var entry : data.parts().entrySet()) {
            var evaluated = found.on(entry.getValue());
            if (evaluated.isPresent()) {
                measured.put(entry.getKey(), found);
                known.put(entry.getKey(), evaluated.get());
                part.set(entry.getKey());
                show();
                return;
            }
        }
    }

    private void show() {
        var before = evaluation.get();
        var now = known.get(part.get());
        if (!Objects.equals(before, now)) {
            selection.set(CellSelection.NONE);
        }
        evaluation.set(now);
        objection.set(findObjection());
        action.set(objection.get() == null ? actionText() : messages.get("measure.action.none"));
    }

    private String actionText() {
        var model = session.model().get().name();
        var data = session.data().get().name();
        return messages.get("measure.action", model, data, partName(part.get()));
    }

    /** What a part is called. */
    String partName(Part of) {
        return messages.get("part." + of.key());
    }

    private String findObjection() {
        var data = session.data().get();
        var model = session.model().get();
        if (data == null) {
            return messages.get("measure.noData");
        }
        if (model == null) {
            return messages.get("measure.noModel");
        }
        if (part.get() == null) {
            return messages.get("measure.noLabels", data.name());
        }
        var input = model.architecture().input();
        if (input.width() != data.width() || input.height() != data.height()) {
            return messages.get(
                    "measure.otherSize",
                    model.name(),
                    input.width() + "×" + input.height(),
                    data.name(),
                    data.width() + "×" + data.height());
        }
        int classes = data.first().classCount();
        return model.architecture().classCount() == classes
                ? null
                : messages.get("measure.otherClasses", model.name(), model.architecture().classCount(), data.name(),
                        classes);
    }

    private void open() {
        var chosen = selection.get();
        if (averaging != null) {
            averaging.cancel();
            averaging = null;
        }
        mean.set(null);
        if (chosen.isEmpty() || evaluation.get() == null) {
            places = new int[0];
            images.set(null);
            return;
        }
        places = placesIn(chosen, evaluation.get());
        images.set(evaluation.get().dataset().subset(places));
        if (places.length > 0) {
            average(images.get());
        }
    }

    private static int[] placesIn(CellSelection chosen, Evaluation answers) {
        var predictions = answers.predictions();
        return IntStream.range(0, predictions.length)
                .filter(i -> chosen.contains(new Cell(answers.dataset().label(i), predictions[i])))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -answers.probabilities()[i][predictions[i]]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void average(Dataset chosen) {
        var job = averager.apply(chosen);
        averaging = job;
        session.watch(job, statistics -> {
            if (averaging == job) {
                var values = statistics.values(PixelStatistic.MEAN);
                var pixels = new byte[values.length];
                for (int i = 0; i < pixels.length; i++) {
                    pixels[i] = (byte) Math.round(values[i]);
                }
                mean.set(pixels);
            }
        });
    }
}
