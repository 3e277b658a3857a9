package inkbench.data.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import inkbench.data.Dataset;
import inkbench.ink.Drawing;
import inkbench.ink.Rasterizer;
import inkbench.text.Messages;

/** Drawings that are no digits: letters, signs and scribbles, by the same writers and in the same way as the digits. */
public final class OtherDrawings {
    private static final double SCRIBBLES = 0.12;
    private static final int FEWEST_KNOTS = 4;
    private static final int MOST_KNOTS = 14;

    private OtherDrawings() {}

    /**
     * Makes 28×28 images without labels. The same count and seed give the same images on every machine.
     *
     * @param count
     *            how many, from 1 on
     */
    public static Dataset generate(int count, long seed) {
        var pixels = new byte[count * DigitGenerator.IMAGE_SIZE];
        IntStream.range(0, count).parallel().forEach(i -> {
            var chance = Chance.of(seed, "other", i);
            var writer = Writer.of(chance);
            var picture = Rasterizer.rasterize(draw(writer, chance), writer.penWidth());
            System.arraycopy(picture, 0, pixels, i * DigitGenerator.IMAGE_SIZE, picture.length);
        });
        var messages = Messages.of(OtherDrawings.class);
        return Dataset.of(
                messages.get("others.name", count),
                Rasterizer.SIZE,
                Rasterizer.SIZE,
                Dataset.DIGITS,
                pixels,
                new byte[0],
                messages.get("generated.source", Long.toString(seed)));
    }

    /** Draws one thing that is no digit. */
    static Drawing draw(Writer writer, Chance chance) {
        var shape = chance.happens(SCRIBBLES) ? scribble(chance) : Skeletons.choose(Skeletons.others(), chance);
        return Hand.write(writer, Writer.habit(shape, chance), chance);
    }

    /** A line here and there. */
    private static Skeleton scribble(Chance chance) {
        var knots = new ArrayList<Knot>();
        int count = FEWEST_KNOTS + chance.below(MOST_KNOTS - FEWEST_KNOTS + 1);
        for (int i = 0; i < count; i++) {
            knots.add(new Knot(chance.between(0, 100), chance.between(0, 100), chance.happens(0.3)));
        }
        return new Skeleton("scribble", 1, List.of(List.copyOf(knots)));
    }
}
