package inkbench.desktop.evaluate.comparison;

import inkbench.evaluation.comparison.Change;

/**
 * One count of the table of changes.
 *
 * @param truth
 *            class of its images; {@link #ALL} for those of all classes
 */
record CountCell(int truth, Change change) {
    static final int ALL = -1;
}
