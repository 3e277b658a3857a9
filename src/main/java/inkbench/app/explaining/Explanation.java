package inkbench.app.explaining;

import inkbench.explain.OcclusionMap;
import inkbench.explain.Saliency;
import inkbench.model.Prediction;

/**
 * Why a network gives one image a class the probability that it does.
 *
 * @param pixels
 *            the image, row by row, unsigned bytes; not to be written to
 * @param prediction
 *            what was read
 * @param occlusion
 *            what happens as parts are covered
 * @param saliency
 *            what happens as pixels change a little
 */
public record Explanation(byte[] pixels, Prediction prediction, OcclusionMap occlusion, Saliency saliency) {}
