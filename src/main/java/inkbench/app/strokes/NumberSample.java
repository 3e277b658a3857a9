package inkbench.app.strokes;

import java.util.Optional;

import inkbench.ink.Drawing;

/**
 * One number of a stroke file.
 *
 * @param id
 *            as the file has it, or the number of the line
 * @param figures
 *            what the writer meant, from left to right, where the file says it
 * @param drawing
 *            at least one stroke
 */
public record NumberSample(String id, Optional<String> figures, Drawing drawing) {}
