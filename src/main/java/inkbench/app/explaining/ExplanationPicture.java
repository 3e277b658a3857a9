package inkbench.app.explaining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import inkbench.app.picture.PngEncoder;

/**
 * An explanation as one picture: from left to right what was read, what covering takes, the gradient, and of a drawing both along
 * its strokes. There are no words in it, because not every system has a font.
 */
final class ExplanationPicture {
    /** Width and height of each part. */
    static final int EDGE = StrokePainter.EDGE;
    static final int GAP = 16;
    private static final int GROUND = 0xFFE4E7EB;

    private ExplanationPicture() {}

    static byte[] png(DrawnExplanation explanation) {
        var why = explanation.why();
        int width = why.occlusion().width();
        int height = why.occlusion().height();
        var parts = new ArrayList<int[]>();
        parts.add(enlarged(greys(why.pixels()), width, height));
        parts.add(
                enlarged(
                        ExplanationColours.of(
                                why.occlusion().falls(),
                                ExplanationColours.largest(why.occlusion()),
                                why.pixels(),
                                false),
                        width,
                        height));
        parts.add(
                enlarged(
                        ExplanationColours.of(
                                why.saliency().gradient(),
                                ExplanationColours.largest(why.saliency()),
                                why.pixels(),
                                false),
                        width,
                        height));
        explanation.occlusion().map(StrokePicture::argb).ifPresent(parts::add);
        explanation.saliency().map(StrokePicture::argb).ifPresent(parts::add);
        return sideBySide(parts);
    }

    private static int[] greys(byte[] pixels) {
        var colours = new int[pixels.length];
        Arrays.setAll(colours, i -> 0xFF000000 | (pixels[i] & 0xFF) * 0x010101);
        return colours;
    }

    private static int[] enlarged(int[] colours, int width, int height) {
        var enlarged = new int[EDGE * EDGE];
        Arrays.setAll(enlarged, i -> colours[i / EDGE * height / EDGE * width + i % EDGE * width / EDGE]);
        return enlarged;
    }

    private static byte[] sideBySide(List<int[]> parts) {
        int width = parts.size() * (EDGE + GAP) + GAP;
        int height = EDGE + 2 * GAP;
        var colours = new int[width * height];
        Arrays.fill(colours, GROUND);
        for (int part = 0; part < parts.size(); part++) {
            for (int y = 0; y < EDGE; y++) {
                int left = GAP + part * (EDGE + GAP);
                System.arraycopy(parts.get(part), y * EDGE, colours, (GAP + y) * width + left, EDGE);
            }
        }
        return PngEncoder.encode(width, height, colours);
    }
}
