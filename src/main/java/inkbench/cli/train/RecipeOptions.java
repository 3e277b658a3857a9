package inkbench.cli.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import inkbench.cli.common.Options;
import inkbench.cli.train.Parameters.Known;
import inkbench.training.augmentation.Augmentation;
import inkbench.training.optimizer.Schedule;
import inkbench.training.recipe.ClassWeighting;
import inkbench.training.recipe.Recipe;
import inkbench.training.recipe.Supplement;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a network is to learn other than it usually does. */
final class RecipeOptions {
    private static final double ALMOST_ONE = 0.99;
    private static final Map<String, List<Known>> SCHEDULES = schedules();
    private static final Map<String, List<Known>> AUGMENTATIONS = augmentations();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;
    @Option(names = "--learning-rate", paramLabel = "X", descriptionKey = "train.learningRate")
    private Double learningRate;
    @Option(names = "--schedule", paramLabel = "NAME[:X=N,...]", descriptionKey = "train.schedule")
    private String schedule;
    @Option(names = "--augment", paramLabel = "NAME[:X=N,...]", descriptionKey = "train.augment")
    private String augment;
    @Option(names = "--class-weights", descriptionKey = "train.classWeights")
    private boolean classWeights;
    @Option(names = "--label-smoothing", paramLabel = "X", descriptionKey = "train.labelSmoothing")
    private Double labelSmoothing;

    @Option(names = "--generated", paramLabel = "N", descriptionKey = "train.generated")
    private Integer generated;
    @Option(names = "--outliers", paramLabel = "N", descriptionKey = "train.outliers")
    private Integer outliers;

    /** The recipe with what was asked for instead. */
    Recipe applyTo(Recipe usual) {
        var recipe = usual;
        if (learningRate != null) {
            Options.requireAbove(spec, "--learning-rate", learningRate, 0);
            Options.requireAtMost(spec, "--learning-rate", learningRate, Float.MAX_VALUE);
            recipe = recipe.withLearningRate(learningRate);
        }
        if (schedule != null) {
            recipe = recipe.withSchedule(schedule(Parameters.parse(spec, "--schedule", schedule, SCHEDULES)));
        }
        if (augment != null) {
            var parameters = Parameters.parse(spec, "--augment", augment, AUGMENTATIONS);
            recipe = recipe.withAugmentation(augmentation(parameters)).withPlainShare(parameters.get("plain"));
        }
        if (classWeights) {
            recipe = recipe.with(ClassWeighting.BALANCED);
        }
        if (labelSmoothing != null) {
            Options.requireFraction(spec, "--label-smoothing", labelSmoothing);
            recipe = recipe.withLabelSmoothing(labelSmoothing);
        }
        return recipe.with(supplement(recipe.supplement()));
    }

    private Supplement supplement(Supplement usual) {
        return new Supplement(
                atLeastNone("--generated", generated, usual.digits()),
                atLeastNone("--outliers", outliers, usual.outliers()));
    }

    private int atLeastNone(String option, Integer asked, int usual) {
        if (asked == null) {
            return usual;
        }
        Options.requireAtLeast(spec, option, asked, 0);
        return asked;
    }

    private static Map<String, List<Known>> schedules() {
        var all = new LinkedHashMap<String, List<Known>>();
        all.put("constant", List.of());
        all.put("step", List.of(new Known("factor", 0.5, 0.001, 1), new Known("epochs", 5, 1, 1_000_000)));
        all.put("exponential", List.of(new Known("factor", 0.9, 0.001, 1)));
        all.put("cosine", List.of(new Known("final", 0.01, 0, ALMOST_ONE), new Known("warm-up", 0, 0, ALMOST_ONE)));
        all.put(
                "one-cycle",
                List.of(
                        new Known("warm-up", 0.3, 0, ALMOST_ONE),
                        new Known("start", 25, 1, 1_000_000),
                        new Known("end", 10_000, 1, 1_000_000_000)));
        return all;
    }

    private static Schedule schedule(Parameters parameters) {
        return switch (parameters.choice()) {
            case "step" -> new Schedule.Step(parameters.get("factor"), (int) parameters.get("epochs"));
            case "exponential" -> new Schedule.Exponential(parameters.get("factor"));
            case "cosine" -> new Schedule.Cosine(parameters.get("final"), parameters.get("warm-up"));
            case "one-cycle" -> new Schedule.OneCycle(
                    parameters.get("warm-up"), parameters.get("start"), parameters.get("end"));
            default -> new Schedule.Constant();
        };
    }

    private static Map<String, List<Known>> augmentations() {
        var all = new LinkedHashMap<String, List<Known>>();
        all.put("none", changes(Augmentation.NONE));
        all.put("digits", changes(Augmentation.DIGITS));
        return all;
    }

    private static List<Known> changes(Augmentation usual) {
        return List.of(
                new Known("rotation", usual.rotation(), 0, 180),
                new Known("shift", usual.shiftX(), 0, 100),
                new Known("scale", usual.scale(), 0, 0.5),
                new Known("shear", usual.shear(), 0, 1),
                new Known("elastic", usual.elasticAmplitude(), 0, 10),
                new Known("smoothness", usual.elasticSmoothness(), 2, 100),
                new Known("thickness", usual.thickness(), 0, 1),
                new Known("plain", 0, 0, 1));
    }

    private static Augmentation augmentation(Parameters parameters) {
        double shift = parameters.get("shift");
        return Augmentation.NONE.withRotation(parameters.get("rotation"))
                .withShift(shift, shift)
                .withScale(parameters.get("scale"))
                .withShear(parameters.get("shear"))
                .withElastic(parameters.get("elastic"), parameters.get("smoothness"))
                .withThickness(parameters.get("thickness"));
    }
}
