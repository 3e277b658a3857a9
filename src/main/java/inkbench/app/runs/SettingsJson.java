package inkbench.app.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.node.ObjectNode;

import inkbench.model.InitialWeights.Scale;
import inkbench.model.file.ArchitectureJson;
import inkbench.model.file.JsonFields;
import inkbench.model.file.ModelException;
import inkbench.text.Messages;
import inkbench.training.recipe.ClassWeighting;
import inkbench.training.recipe.EarlyStopping;
import inkbench.training.recipe.Recipe;
import inkbench.training.recipe.Supplement;
import inkbench.training.recipe.TrainingSettings;
import inkbench.training.recipe.Validation;

/** The settings of a run as JSON. Numbers come back as the same bits. */
final class SettingsJson {
    private static final String SHARE = "share";
    private static final String FOLD = "fold";

    private static final String SUPPLEMENT = "supplement";

    private SettingsJson() {}

    /** As one line of text. */
    static String text(TrainingSettings settings) {
        var node = JsonFields.MAPPER.createObjectNode();
        write(settings, node);
        try {
            return JsonFields.MAPPER.writeValueAsString(node);
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing is written but memory", e);
        }
    }

    /**
     * The way back.
     *
     * @param source
     *            what the text is called in messages
     * @throws ModelException
     *             if it is no settings; the message is for the user
     */
    static TrainingSettings read(String text, String source) throws ModelException {
        var fields = new JsonFields(source);
        return read(fields.parse(text.getBytes(StandardCharsets.UTF_8)), fields, source);
    }

    static void write(TrainingSettings settings, ObjectNode node) {
        ArchitectureJson.write(settings.architecture(), node.putObject("architecture"));
        write(settings.recipe(), node.putObject("recipe"));
        node.put("epochs", settings.epochs());
        node.put("batchSize", settings.batchSize());
        var validation = node.putObject("validation");
        switch (settings.validation()) {
            case Validation.Share share -> validation.put("kind", SHARE).put("fraction", share.fraction());
            case Validation.Fold fold -> validation.put("kind", FOLD)
                    .put("fold", fold.fold())
                    .put("folds", fold.folds());
        }
        node.put("seed", settings.seed());
        node.put("patience", settings.earlyStopping().patience());
    }

    private static void write(Recipe recipe, ObjectNode node) {
        RecipeJson.write(recipe.optimizer(), node.putObject("optimizer"));
        RecipeJson.write(recipe.schedule(), node.putObject("schedule"));
        node.put("labelSmoothing", recipe.labelSmoothing());
        RecipeJson.write(recipe.augmentation(), node.putObject("augmentation"));
        node.put("plainShare", recipe.plainShare());
        node.put("initialScale", RecipeJson.key(recipe.initialScale()));
        node.put("classWeighting", RecipeJson.key(recipe.classWeighting()));
        if (!recipe.supplement().isNone()) {
            node.putObject(SUPPLEMENT)
                    .put("digits", recipe.supplement().digits())
                    .put("outliers", recipe.supplement().outliers());
        }
    }

    static TrainingSettings read(ObjectNode node, JsonFields fields, String source) throws ModelException {
        try {
            return new TrainingSettings(
                    ArchitectureJson.read(fields.object(node, "architecture"), fields),
                    recipe(fields.object(node, "recipe"), fields),
                    (int) fields.whole(node, "epochs", 1, Integer.MAX_VALUE),
                    (int) fields.whole(node, "batchSize", 1, Integer.MAX_VALUE),
                    validation(fields.object(node, "validation"), fields),
                    fields.whole(node, "seed", Long.MIN_VALUE, Long.MAX_VALUE),
                    new EarlyStopping((int) fields.whole(node, "patience", 0, Integer.MAX_VALUE)));
        } catch (IllegalArgumentException impossible) {
            throw new ModelException(
                    Messages.of(SettingsJson.class).get("settings.impossible", source, impossible.getMessage()));
        }
    }

    private static Recipe recipe(ObjectNode node, JsonFields fields) throws ModelException {
        return new Recipe(
                RecipeJson.optimizer(fields.object(node, "optimizer"), fields),
                RecipeJson.schedule(fields.object(node, "schedule"), fields),
                fields.number(node, "labelSmoothing", 0, 1),
                RecipeJson.augmentation(fields.object(node, "augmentation"), fields),
                fields.number(node, "plainShare", 0, 1),
                fields.constant(node, "initialScale", Scale.values(), RecipeJson::key),
                fields.constant(node, "classWeighting", ClassWeighting.values(), RecipeJson::key),
                supplement(node, fields));
    }

    /** Files of before there was any have none. */
    private static Supplement supplement(ObjectNode node, JsonFields fields) throws ModelException {
        if (!node.has(SUPPLEMENT)) {
            return Supplement.NONE;
        }
        var supplement = fields.object(node, SUPPLEMENT);
        return new Supplement(
                (int) fields.whole(supplement, "digits", 0, Integer.MAX_VALUE),
                (int) fields.whole(supplement, "outliers", 0, Integer.MAX_VALUE));
    }

    private static Validation validation(ObjectNode node, JsonFields fields) throws ModelException {
        return switch (RecipeJson.kind(node, fields, SHARE, FOLD)) {
            case SHARE -> new Validation.Share(fields.number(node, "fraction", 0, 1));
            default -> new Validation.Fold(
                    (int) fields.whole(node, "fold", 0, Integer.MAX_VALUE),
                    (int) fields.whole(node, "folds", 2, Integer.MAX_VALUE));
        };
    }
}
