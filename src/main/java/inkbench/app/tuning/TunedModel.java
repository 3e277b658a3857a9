package inkbench.app.tuning;

import inkbench.model.Model;

/**
 * A model that was fine-tuned, beside what it was.
 *
 * @param model
 *            the tuned one
 * @param own
 *            on the user's own digits: after tuning as read by heads that were tuned on the others, five times a fifth
 * @param test
 *            on test images of the kind that the model had learned, which shows what was forgotten
 * @param seconds
 *            that it took, measuring included
 */
public record TunedModel(Model model, Change own, Change test, double seconds) {
    /**
     * Shares of images that are read right, 0…1; NaN where there were too few to measure.
     *
     * @param images
     *            how many were read
     */
    public record Change(int images, double before, double after) {
        /** By how much it is better. */
        public double gain() {
            return after - before;
        }
    }
}
