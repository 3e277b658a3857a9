package inkbench.app.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;

import inkbench.model.Weights;
import inkbench.model.file.JsonFields;
import inkbench.model.file.ModelException;
import inkbench.model.network.layer.Loss;
import inkbench.training.Checkpoint;
import inkbench.training.Checkpoint.Progress;
import inkbench.training.event.EpochResult;
import inkbench.training.event.RateChange;
import inkbench.training.recipe.TrainingSettings;

/**
 * What a checkpoint file says in JSON: everything but the long arrays.
 *
 * @param memoryLength
 *            how many numbers the optimizer remembers
 * @param length
 *            of the JSON, in bytes; 0 before it was written
 */
record CheckpointHeader(TrainingSettings settings, long iteration, int memoryLength, Optional<BestEpoch> best,
        Progress progress, int length) {
    /** No optimizer remembers more numbers of a weight. */
    private static final int MOST_REMEMBERED = 2;
    private static final int MOST_PARAMETERS = Integer.MAX_VALUE / Float.BYTES;

    /** What early stopping would keep, without the weights. */
    record BestEpoch(int epoch, double validationLoss, long iteration) {
        Checkpoint.Best with(float[] values) {
            return new Checkpoint.Best(epoch, validationLoss, new Weights(iteration, values));
        }
    }

    static CheckpointHeader of(Checkpoint checkpoint) {
        return new CheckpointHeader(
                checkpoint.settings(),
                checkpoint.weights().iteration(),
                checkpoint.memory().length,
                checkpoint.best()
                        .map(best -> new BestEpoch(best.epoch(), best.validationLoss(), best.weights().iteration())),
                checkpoint.progress(),
                0);
    }

    int parameters() {
        return settings.architecture().parameterCount();
    }

    byte[] toJson() {
        var root = JsonFields.MAPPER.createObjectNode();
        SettingsJson.write(settings, root.putObject("settings"));
        root.put("iteration", iteration);
        root.put("memoryLength", memoryLength);
        best.ifPresent(
                kept -> root.putObject("best")
                        .put("epoch", kept.epoch())
                        .put("validationLoss", kept.validationLoss())
                        .put("iteration", kept.iteration()));
        write(root.putObject("progress"));
        try {
            return JsonFields.MAPPER.writeValueAsBytes(root);
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing is written but memory", e);
        }
    }

    private void write(ObjectNode node) {
        var loss = progress.epochLoss();
        node.putObject("epochLoss")
                .put("sum", loss.sum())
                .put("correct", loss.correct())
                .put("samples", loss.samples());
        node.put("epochSeconds", progress.epochSeconds());
        var history = node.putArray("history");
        for (var epoch : progress.history()) {
            history.addObject()
                    .put("epoch", epoch.epoch())
                    .put("loss", epoch.loss())
                    .put("accuracy", epoch.accuracy())
                    .put("validationLoss", orNull(epoch.validationLoss()))
                    .put("validationAccuracy", orNull(epoch.validationAccuracy()))
                    .put("seconds", epoch.seconds());
        }
        var changes = node.putArray("rateChanges");
        for (var change : progress.rateChanges()) {
            changes.addObject().put("iteration", change.iteration()).put("learningRate", change.learningRate());
        }
        node.put("seconds", progress.seconds());
        node.put("learningSeconds", progress.learningSeconds());
        node.put("samplesLearned", progress.samplesLearned());
    }

    /** JSON has no NaN. */
    private static Double orNull(double value) {
        return Double.isNaN(value) ? null : (Double) value;
    }

    static CheckpointHeader read(byte[] json, int length, String source) throws ModelException {
        var fields = new JsonFields(source);
        var root = fields.parse(json);
        var settings = SettingsJson.read(fields.object(root, "settings"), fields, source);
        int parameters = Math.min(settings.architecture().parameterCount(), MOST_PARAMETERS);
        long most = Math.min((long) MOST_REMEMBERED * parameters, MOST_PARAMETERS);
        return new CheckpointHeader(
                settings,
                fields.whole(root, "iteration", 0, Long.MAX_VALUE),
                (int) fields.whole(root, "memoryLength", 0, most),
                root.has("best") ? Optional.of(best(fields.object(root, "best"), fields)) : Optional.empty(),
                progress(fields.object(root, "progress"), fields),
                length);
    }

    private static BestEpoch best(ObjectNode node, JsonFields fields) throws ModelException {
        return new BestEpoch(
                (int) fields.whole(node, "epoch", 1, Integer.MAX_VALUE),
                number(node, fields, "validationLoss"),
                fields.whole(node, "iteration", 0, Long.MAX_VALUE));
    }

    private static Progress progress(ObjectNode node, JsonFields fields) throws ModelException {
        var loss = fields.object(node, "epochLoss");
        return new Progress(
                new Loss(
                        number(loss, fields, "sum"),
                        (int) fields.whole(loss, "correct", 0, Integer.MAX_VALUE),
                        (int) fields.whole(loss, "samples", 0, Integer.MAX_VALUE)),
                number(node, fields, "epochSeconds"),
                history(node, fields),
                rateChanges(node, fields),
                number(node, fields, "seconds"),
                number(node, fields, "learningSeconds"),
                fields.whole(node, "samplesLearned", 0, Long.MAX_VALUE));
    }

    private static List<EpochResult> history(ObjectNode node, JsonFields fields) throws ModelException {
        var history = new ArrayList<EpochResult>();
        for (var value : fields.list(node, "history")) {
            var epoch = fields.object("history", value);
            history.add(
                    new EpochResult(
                            (int) fields.whole(epoch, "epoch", 1, Integer.MAX_VALUE),
                            number(epoch, fields, "loss"),
                            fields.number(epoch, "accuracy", 0, 1),
                            numberOrNaN(epoch, fields, "validationLoss"),
                            numberOrNaN(epoch, fields, "validationAccuracy"),
                            number(epoch, fields, "seconds")));
        }
        return history;
    }

    private static List<RateChange> rateChanges(ObjectNode node, JsonFields fields) throws ModelException {
        var changes = new ArrayList<RateChange>();
        for (var value : fields.list(node, "rateChanges")) {
            var change = fields.object("rateChanges", value);
            changes.add(
                    new RateChange(
                            fields.whole(change, "iteration", 1, Long.MAX_VALUE),
                            number(change, fields, "learningRate")));
        }
        return changes;
    }

    private static double number(ObjectNode node, JsonFields fields, String name) throws ModelException {
        return fields.number(node, name, 0, Double.MAX_VALUE);
    }

    private static double numberOrNaN(ObjectNode node, JsonFields fields, String name) throws ModelException {
        return fields.field(node, name).isNull() ? Double.NaN : number(node, fields, name);
    }
}
