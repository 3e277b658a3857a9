package inkbench.desktop.common.chart;

import javafx.scene.paint.Color;

/**
 * The colours of a chart in the theme at hand.
 *
 * @param text
 *            of what is to be read
 * @param muted
 *            of labels on axes
 * @param grid
 *            of lines behind the data
 * @param surface
 *            of the background
 * @param first
 *            of the first series
 * @param second
 *            of the second series
 */
public record Palette(Color text, Color muted, Color grid, Color surface, Color first, Color second) {}
