package inkbench.app.explaining;

import inkbench.app.picture.ColourScale;
import inkbench.explain.OcclusionMap;
import inkbench.explain.Saliency;

/** An explanation laid over its image: red speaks for the class, blue against it, white does neither; ink makes it darker. */
public final class ExplanationColours {
    /** Blue over white to red. */
    public static final ColourScale SCALE = ColourScale.DIVERGING;
    /** What full ink takes of white; of the darkest red and blue it takes less, so that they stay red and blue. */
    private static final double INK = 0.45;
    private static final double INK_OF_DARKEST = 0.1;
    /** Share of the scale that is used on either side of its middle: beyond that its colours are nearly black. */
    private static final double REACH = 0.38;
    /** Of falls below that, the colours would exaggerate. */
    private static final double LEAST_FALL = 0.05;
    private static final double LEAST_GRADIENT = 1e-6;

    private ExplanationColours() {}

    /**
     * Colours as {@code 0xAARRGGBB}.
     *
     * @param values
     *            one for each pixel
     * @param largest
     *            the absolute value that has the darkest colours
     */
    public static int[] of(float[] values, double largest, byte[] pixels, boolean darkTheme) {
        var colours = new int[values.length];
        for (int i = 0; i < colours.length; i++) {
            double effect = Math.clamp(values[i] / largest, -1, 1);
            int colour = of(values[i], largest, darkTheme);
            double taken = INK + (INK_OF_DARKEST - INK) * Math.abs(effect);
            double kept = 1 - taken * (pixels[i] & 0xFF) / 255;
            colours[i] = 0xFF000000
                    | dimmed(colour >> 16, kept) << 16
                    | dimmed(colour >> 8, kept) << 8
                    | dimmed(colour, kept);
        }
        return colours;
    }

    private static int dimmed(int component, double kept) {
        return (int) Math.round((component & 0xFF) * kept);
    }

    /**
     * The colour of a value without its image.
     *
     * @param largest
     *            the absolute value that has the darkest colours
     */
    public static int of(double value, double largest, boolean darkTheme) {
        return SCALE.argb(0.5 + REACH * Math.clamp(value / largest, -1, 1), darkTheme);
    }

    /** The fall that has the darkest colours: the largest, unless all are small. */
    public static double largest(OcclusionMap occlusion) {
        return largest(occlusion.falls(), LEAST_FALL);
    }

    /** The derivative that has the darkest colours: the largest. */
    public static double largest(Saliency saliency) {
        return largest(saliency.gradient(), LEAST_GRADIENT);
    }

    private static double largest(float[] values, double least) {
        double largest = least;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
