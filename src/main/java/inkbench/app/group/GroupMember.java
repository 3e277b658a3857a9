package inkbench.app.group;

import inkbench.training.recipe.TrainingSettings;

/**
 * One run of a group.
 *
 * @param number
 *            from 1
 * @param count
 *            how many the group has
 * @param settings
 *            of this run alone: made by itself with them, it comes to the same bits
 */
public record GroupMember(int number, int count, TrainingSettings settings) {}
