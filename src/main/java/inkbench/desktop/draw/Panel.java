package inkbench.desktop.draw;

import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;

/**
 * One of the views beside the canvas, of which one is seen.
 *
 * @param id
 *            names it in the bundle
 * @param active
 *            is told whether it is seen
 */
record Panel(String id, Node node, BooleanProperty active) {}
