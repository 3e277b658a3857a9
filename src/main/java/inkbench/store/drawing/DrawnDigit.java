package inkbench.store.drawing;

import java.time.Instant;
import java.util.OptionalInt;

import inkbench.ink.Drawing;

/**
 * A digit that somebody wrote, and what it is.
 *
 * @param label
 *            the digit that was meant, 0…9
 * @param drawing
 *            at least one stroke
 * @param readAs
 *            what a network took it for, where one read it
 * @param model
 *            what that network is called; empty without one
 * @param drawn
 *            when it was kept
 */
public record DrawnDigit(int label, Drawing drawing, OptionalInt readAs, String model, Instant drawn) {
    /**
     * Checks that it is a digit.
     *
     * @throws IllegalArgumentException
     *             if the label is none, or nothing is drawn
     */
    public DrawnDigit {
        if (label < 0 || label > 9 || drawing.isEmpty()) {
            throw new IllegalArgumentException("A label from 0 to 9 and a stroke, not " + label + ", " + drawing);
        }
    }

    /** The same with another label. */
    public DrawnDigit withLabel(int digit) {
        return new DrawnDigit(digit, drawing, readAs, model, drawn);
    }
}
