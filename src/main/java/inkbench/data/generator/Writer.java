package inkbench.data.generator;

import java.util.ArrayList;
import java.util.List;

/**
 * What makes the digits of one person alike.
 *
 * @param slant
 *            how far the top leans to the right, as a share of the height
 * @param width
 *            factor on the width of every digit
 * @param roundness
 *            how much corners are cut, in hundredths of the height: haste
 * @param carelessness
 *            factor on everything that differs from one digit to the next
 * @param penWidth
 *            as a share of the digit's longer side
 * @param bend
 *            how this person's shapes differ from everybody's
 * @param habits
 *            a way of writing for every digit
 */
record Writer(
        double slant,
        double width,
        double roundness,
        double carelessness,
        double penWidth,
        Wobble bend,
        List<Skeleton> habits) {

    /** How many hundredths of the height a writer's knots lie away from the skeleton's, each by itself. */
    private static final double HABIT = 3.5;

    /** A person. */
    static Writer of(Chance chance) {
        double slant = chance.around(0.18, 0.27);
        double width = chance.factor(0.25);
        double roundness = chance.between(1.2, 5);
        double carelessness = chance.factor(0.3);
        double penWidth = Math.clamp(0.125 * chance.factor(0.3), 0.06, 0.25);
        var bend = Wobble.of(6.8, chance);
        var habits = new ArrayList<Skeleton>();
        for (int digit = 0; digit <= 9; digit++) {
            habits.add(habit(Skeletons.choose(Skeletons.of(digit), chance), chance));
        }
        return new Writer(slant, width, roundness, carelessness, penWidth, bend, List.copyOf(habits));
    }

    /** A way of writing as one person has made it theirs. */
    static Skeleton habit(Skeleton skeleton, Chance chance) {
        var strokes = skeleton.strokes().stream().map(stroke -> moved(stroke, HABIT, chance)).toList();
        return new Skeleton(skeleton.name(), skeleton.share(), strokes);
    }

    /** Knots, each a little away from where it was. */
    static List<Knot> moved(List<Knot> stroke, double distance, Chance chance) {
        return stroke.stream()
                .map(
                        knot -> new Knot(
                                chance.around(knot.x(), distance),
                                chance.around(knot.y(), distance),
                                knot.corner()))
                .toList();
    }
}
