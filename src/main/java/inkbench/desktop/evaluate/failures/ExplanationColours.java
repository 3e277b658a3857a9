package inkbench.desktop.evaluate.failures;

import inkbench.desktop.common.image.ColourScale;

/** An explanation laid over its image: red speaks for the class, blue against it, white does neither; ink makes it darker. */
final class ExplanationColours {
    static final ColourScale SCALE = ColourScale.DIVERGING;
    /** What full ink takes of white; of the darkest red and blue it takes less, so that they stay red and blue. */
    private static final double INK = 0.45;
    private static final double INK_OF_DARKEST = 0.1;
    /** Share of the scale that is used on either side of its middle: beyond that its colours are nearly black. */
    private static final double REACH = 0.38;

    private ExplanationColours() {}

    /**
     * Colours as {@code 0xAARRGGBB}.
     *
     * @param values
     *            one for each pixel
     * @param largest
     *            the absolute value that has the darkest colours
     */
    static int[] of(float[] values, double largest, byte[] pixels, boolean darkTheme) {
        var colours = new int[values.length];
        for (int i = 0; i < colours.length; i++) {
            double effect = Math.clamp(values[i] / largest, -1, 1);
            int colour = SCALE.argb(0.5 + REACH * effect, darkTheme);
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

    /** The largest absolute value, but at least {@code least}. */
    static double largest(float[] values, double least) {
        double largest = least;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
