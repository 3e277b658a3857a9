package inkbench.app.picture;

/**
 * Colours for values from 0 to 1, as {@code 0xAARRGGBB}. Each theme has ends of its own, so that neither end is lost in the
 * background.
 */
public enum ColourScale {
    /** Perceptually uniform, dark blue over green to yellow (van der Walt and Smith, 2015). */
    VIRIDIS(0.0, 0.96, 0.06, 1.0, //
            0x440154, 0x482576, 0x414487, 0x35608D, 0x2A788E, 0x21908C, 0x22A884, 0x43BF71, 0x7AD151, 0xBBDF27,
            0xFDE725),
    /** Perceptually uniform, blue over grey to yellow, the same to the colour-blind (Nuñez, Anderton and Renslow, 2018). */
    CIVIDIS(0.0, 0.96, 0.06, 1.0, //
            0x00204D, 0x00336F, 0x39486B, 0x575C6D, 0x707173, 0x8A8779, 0xA69D75, 0xC4B56C, 0xE4CF5B, 0xFFEA46),
    /** Black to white, as the images themselves. */
    GREY(0.0, 1.0, 0.0, 1.0, 0x000000, 0xFFFFFF),
    /** For differences: blue below, white at 0.5, red above (ColorBrewer's RdBu, reversed). */
    DIVERGING(0.0, 1.0, 0.1, 0.9, //
            0x053061, 0x2166AC, 0x4393C3, 0x92C5DE, 0xD1E5F0, 0xFFFFFF, 0xFDDBC7, 0xF4A582, 0xD6604D, 0xB2182B,
            0x67001F);

    private static final int STEPS = 256;

    private final int[] light;
    private final int[] dark;

    ColourScale(double lightFrom, double lightTo, double darkFrom, double darkTo, int... stops) {
        light = table(stops, lightFrom, lightTo);
        dark = table(stops, darkFrom, darkTo);
    }

    /**
     * The colour of a value.
     *
     * @param value
     *            0…1; what lies beyond counts as the nearer end
     * @param darkTheme
     *            for which theme
     * @return opaque {@code 0xAARRGGBB}; transparent for NaN
     */
    public int argb(double value, boolean darkTheme) {
        if (Double.isNaN(value)) {
            return 0;
        }
        int step = (int) Math.round(Math.clamp(value, 0.0, 1.0) * (STEPS - 1));
        return (darkTheme ? dark : light)[step];
    }

    /**
     * The colours of many values.
     *
     * @param largest
     *            the value that has the colour of 1; 0 has that of 0
     */
    public int[] argb(double[] values, double largest, boolean darkTheme) {
        var table = darkTheme ? dark : light;
        double toStep = (STEPS - 1) / largest;
        var colours = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            double step = values[i] * toStep;
            if (!Double.isNaN(step)) {
                colours[i] = table[step <= 0 ? 0 : step >= STEPS - 1 ? STEPS - 1 : (int) (step + 0.5)];
            }
        }
        return colours;
    }

    /** The colour for text on a cell of the given colour: black or white, whichever contrasts more (WCAG 2.2). */
    public static int contrasting(int argb) {
        double luminance = 0.2126 * linear(argb >> 16) + 0.7152 * linear(argb >> 8) + 0.0722 * linear(argb);
        return (luminance + 0.05) / 0.05 >= 1.05 / (luminance + 0.05) ? 0xFF1B1F24 : 0xFFFFFFFF;
    }

    private static double linear(int component) {
        double c = (component & 0xFF) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static int[] table(int[] stops, double from, double to) {
        var colours = new int[STEPS];
        for (int i = 0; i < STEPS; i++) {
            double place = (from + (to - from) * i / (STEPS - 1)) * (stops.length - 1);
            int below = Math.min((int) place, stops.length - 2);
            colours[i] = 0xFF000000 | mix(stops[below], stops[below + 1], place - below);
        }
        return colours;
    }

    private static int mix(int a, int b, double share) {
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int from = a >> shift & 0xFF;
            int to = b >> shift & 0xFF;
            mixed |= (int) Math.round(from + (to - from) * share) << shift;
        }
        return mixed;
    }
}
