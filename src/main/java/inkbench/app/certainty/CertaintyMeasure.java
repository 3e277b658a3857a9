package inkbench.app.certainty;

import inkbench.model.Model;
import inkbench.model.Prediction;

/** Says how far answers can be trusted. */
@FunctionalInterface
public interface CertaintyMeasure {
    /** Takes a network at its word, which is too sure of itself where it is wrong. */
    CertaintyMeasure TOP_PROBABILITY = (model, pixels, prediction) -> new Certainty(
            prediction.confidence(),
            Math.max(0, 1 - (double) prediction.confidence()));

    /**
     * Measures one answer; any thread may call.
     *
     * @param model
     *            that answered
     * @param pixels
     *            what it saw, row by row, unsigned bytes
     * @param prediction
     *            what it answered
     */
    Certainty of(Model model, byte[] pixels, Prediction prediction);
}
