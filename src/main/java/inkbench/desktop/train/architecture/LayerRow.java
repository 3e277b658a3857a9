package inkbench.desktop.train.architecture;

import java.util.Optional;

import inkbench.model.LayerSpec;
import inkbench.model.Shape;

/**
 * A layer of a network that may not be right yet.
 *
 * @param output
 *            what comes out; nothing from the first layer on that doesn't fit
 * @param parameters
 *            how many, state included; 0 where there is no output
 * @param multiplyAdds
 *            for one image, see {@link LayerSpec#multiplyAdds}; likewise
 * @param problem
 *            why it doesn't fit, in a sentence; null if it isn't the cause of a problem
 */
record LayerRow(LayerSpec layer, Optional<Shape> output, long parameters, long multiplyAdds, String problem) {}
