package inkbench.data.generator;

import java.util.ArrayList;
import java.util.List;

import inkbench.testing.ComposedNumber.Written;

/** The strokes of generated digits. */
public final class WrittenDigits {
    private WrittenDigits() {}

    /** The digits 0 to 9, once each by every writer. */
    public static List<Written> of(int writers, long seed) {
        var digits = new ArrayList<Written>();
        for (int i = 0; i < writers; i++) {
            var chance = Chance.of(seed, "test", i);
            var writer = Writer.of(chance);
            for (int digit = 0; digit < 10; digit++) {
                digits.add(new Written(digit, Hand.write(writer, digit, chance)));
            }
        }
        return digits;
    }
}
