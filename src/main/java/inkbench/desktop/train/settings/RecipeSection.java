package inkbench.desktop.train.settings;

import inkbench.training.recipe.Recipe;

/** Settings that are part of a recipe. */
interface RecipeSection extends Section {
    /** Takes over what a recipe has of it. */
    void take(Recipe recipe);

    /** The recipe with this of it; only while all {@link #inForce()} stands for something. */
    Recipe applyTo(Recipe recipe);
}
