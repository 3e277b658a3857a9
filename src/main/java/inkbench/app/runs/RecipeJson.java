package inkbench.app.runs;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.node.ObjectNode;

import inkbench.model.file.JsonFields;
import inkbench.model.file.ModelException;
import inkbench.training.augmentation.Augmentation;
import inkbench.training.optimizer.Optimizer;
import inkbench.training.optimizer.Schedule;

/** The parts of a recipe as JSON. */
final class RecipeJson {
    private static final String SGD = "sgd";
    private static final String NESTEROV = "nesterov";
    private static final String RMS_PROP = "rmsprop";
    private static final String ADA_DELTA = "adadelta";
    private static final String ADAM = "adam";
    private static final String CONSTANT = "constant";
    private static final String STEP = "step";
    private static final String EXPONENTIAL = "exponential";
    private static final String COSINE = "cosine";
    private static final String ONE_CYCLE = "one-cycle";

    private RecipeJson() {}

    static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static String kind(ObjectNode node, JsonFields fields, String... kinds) throws ModelException {
        return fields.oneOf(node, "kind", List.of(kinds));
    }

    private static double any(ObjectNode node, JsonFields fields, String name) throws ModelException {
        return fields.number(node, name, 0, Double.MAX_VALUE);
    }

    static void write(Optimizer optimizer, ObjectNode node) {
        switch (optimizer) {
            case Optimizer.Sgd _ -> node.put("kind", SGD);
            case Optimizer.Nesterov nesterov -> node.put("kind", NESTEROV)
                    .put("momentum", nesterov.momentum())
                    .put("weightDecay", nesterov.weightDecay());
            case Optimizer.RmsProp rmsProp -> node.put("kind", RMS_PROP)
                    .put("rho", rmsProp.rho())
                    .put("epsilon", rmsProp.epsilon());
            case Optimizer.AdaDelta adaDelta -> node.put("kind", ADA_DELTA)
                    .put("rho", adaDelta.rho())
                    .put("epsilon", adaDelta.epsilon());
            case Optimizer.Adam adam -> node.put("kind", ADAM)
                    .put("beta1", adam.beta1())
                    .put("beta2", adam.beta2())
                    .put("epsilon", adam.epsilon())
                    .put("weightDecay", adam.weightDecay());
        }
        node.put("learningRate", optimizer.learningRate());
    }

    static Optimizer optimizer(ObjectNode node, JsonFields fields) throws ModelException {
        double rate = any(node, fields, "learningRate");
        return switch (kind(node, fields, SGD, NESTEROV, RMS_PROP, ADA_DELTA, ADAM)) {
            case SGD -> new Optimizer.Sgd(rate);
            case NESTEROV -> new Optimizer.Nesterov(
                    rate,
                    any(node, fields, "momentum"),
                    any(node, fields, "weightDecay"));
            case RMS_PROP -> new Optimizer.RmsProp(rate, any(node, fields, "rho"), any(node, fields, "epsilon"));
            case ADA_DELTA -> new Optimizer.AdaDelta(rate, any(node, fields, "rho"), any(node, fields, "epsilon"));
            default -> new Optimizer.Adam(
                    rate,
                    any(node, fields, "beta1"),
                    any(node, fields, "beta2"),
                    any(node, fields, "epsilon"),
                    any(node, fields, "weightDecay"));
        };
    }

    static void write(Schedule schedule, ObjectNode node) {
        switch (schedule) {
            case Schedule.Constant _ -> node.put("kind", CONSTANT);
            case Schedule.Step step -> node.put("kind", STEP)
                    .put("reduction", step.reduction())
                    .put("epochs", step.epochs());
            case Schedule.Exponential exponential -> node.put("kind", EXPONENTIAL)
                    .put("reduction", exponential.reduction());
            case Schedule.Cosine cosine -> node.put("kind", COSINE)
                    .put("finalFactor", cosine.finalFactor())
                    .put("warmUp", cosine.warmUp());
            case Schedule.OneCycle cycle -> node.put("kind", ONE_CYCLE)
                    .put("warmUp", cycle.warmUp())
                    .put("initialDivisor", cycle.initialDivisor())
                    .put("finalDivisor", cycle.finalDivisor());
        }
    }

    static Schedule schedule(ObjectNode node, JsonFields fields) throws ModelException {
        return switch (kind(node, fields, CONSTANT, STEP, EXPONENTIAL, COSINE, ONE_CYCLE)) {
            case CONSTANT -> new Schedule.Constant();
            case STEP -> new Schedule.Step(
                    any(node, fields, "reduction"),
                    (int) fields.whole(node, "epochs", 1, Integer.MAX_VALUE));
            case EXPONENTIAL -> new Schedule.Exponential(any(node, fields, "reduction"));
            case COSINE -> new Schedule.Cosine(any(node, fields, "finalFactor"), any(node, fields, "warmUp"));
            default -> new Schedule.OneCycle(
                    any(node, fields, "warmUp"),
                    any(node, fields, "initialDivisor"),
                    any(node, fields, "finalDivisor"));
        };
    }

    static void write(Augmentation augmentation, ObjectNode node) {
        node.put("rotation", augmentation.rotation())
                .put("shiftX", augmentation.shiftX())
                .put("shiftY", augmentation.shiftY())
                .put("scale", augmentation.scale())
                .put("shear", augmentation.shear())
                .put("elasticAmplitude", augmentation.elasticAmplitude())
                .put("elasticSmoothness", augmentation.elasticSmoothness())
                .put("thickness", augmentation.thickness());
    }

    static Augmentation augmentation(ObjectNode node, JsonFields fields) throws ModelException {
        return new Augmentation(
                any(node, fields, "rotation"),
                any(node, fields, "shiftX"),
                any(node, fields, "shiftY"),
                any(node, fields, "scale"),
                any(node, fields, "shear"),
                any(node, fields, "elasticAmplitude"),
                any(node, fields, "elasticSmoothness"),
                any(node, fields, "thickness"));
    }
}
