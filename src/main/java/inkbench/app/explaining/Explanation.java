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
public record Explanation(byte[] pixels, Prediction prediction, OcclusionMap occlusion, Saliency saliency) {
    /** The place, {@code y × width + x}, whose covering takes most of the class's probability. */
    public int mostNeeded() {
        var falls = occlusion.falls();
        int most = 0;
        for (int i = 1; i < falls.length; i++) {
            most = falls[i] > falls[most] ? i : most;
        }
        return most;
    }

    /** The place, {@code y × width + x}, whose covering gives the class most probability. */
    public int mostOpposed() {
        var falls = occlusion.falls();
        int most = 0;
        for (int i = 1; i < falls.length; i++) {
            most = falls[i] < falls[most] ? i : most;
        }
        return most;
    }

    /** A row for every pixel, from the top left on: place, grey 0…255, and the values of both maps. */
    public String csv() {
        var csv = new StringBuilder("x,y,grey,occlusion,gradient\n");
        for (int i = 0; i < pixels.length; i++) {
            csv.append(i % occlusion.width())
                    .append(',')
                    .append(i / occlusion.width())
                    .append(',')
                    .append(pixels[i] & 0xFF)
                    .append(',')
                    .append(occlusion.falls()[i])
                    .append(',')
                    .append(saliency.gradient()[i])
                    .append('\n');
        }
        return csv.toString();
    }
}
