package inkbench.app.strokes;

import java.util.OptionalInt;

import inkbench.ink.Drawing;

/**
 * One digit of a stroke file.
 *
 * @param id
 *            as the file has it, or the number of the line
 * @param label
 *            the digit that the writer meant, 0…9, where the file says it
 * @param drawing
 *            at least one stroke
 */
public record StrokeSample(String id, OptionalInt label, Drawing drawing) {}
