package inkbench.store.drawing;

/**
 * A digit in the workspace.
 *
 * @param id
 *            counts up, and is never used again
 */
public record KeptDigit(long id, DrawnDigit digit) {}
