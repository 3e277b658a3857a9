package inkbench.app.explaining;

import java.util.Optional;

/**
 * Why a network reads a drawing as it does.
 *
 * @param why
 *            the same for its picture
 * @param occlusion
 *            what happens as parts are covered, along the strokes; none of a photo
 * @param saliency
 *            what happens as pixels change a little, along the strokes; none of a photo
 */
public record DrawnExplanation(Explanation why, Optional<StrokePicture> occlusion, Optional<StrokePicture> saliency) {
    static DrawnExplanation of(DrawnDigit digit, Explanation why) {
        if (digit.drawing().isEmpty()) {
            return new DrawnExplanation(why, Optional.empty(), Optional.empty());
        }
        var strokes = StrokePainter.of(digit.drawing(), digit.preparation());
        var occlusion = why.occlusion();
        var saliency = why.saliency();
        return new DrawnExplanation(
                why,
                Optional.of(
                        strokes.paint(
                                occlusion.falls(),
                                occlusion.width(),
                                ExplanationColours.largest(occlusion))),
                Optional.of(
                        strokes.paint(
                                saliency.gradient(),
                                saliency.width(),
                                ExplanationColours.largest(saliency))));
    }
}
