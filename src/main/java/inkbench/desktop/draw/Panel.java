package inkbench.desktop.draw;

import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;

/**
 * One of the views beside the canvas, of which one is seen.
 *
 * @param id
 *            names it in the bundle
 * @param fills
 *            whether it takes the height that there is; if not it has its own and is scrolled
 * @param active
 *            is told whether it is seen
 */
record Panel(String id, Node node, boolean fills, BooleanProperty active) {}
