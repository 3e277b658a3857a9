package inkbench.desktop.common.image;

/**
 * One hue for each digit, the same everywhere, told apart by the colour-blind as well: Okabe and Ito's (2008) with grey in
 * place of black, and wine and indigo of Tol's (2021). Yellow is darkened on light surfaces, wine and indigo are lightened
 * on dark ones, where they would be lost.
 */
public final class DigitColours {
    private static final int[] LIGHT = {0xFF0072B2, 0xFFE69F00, 0xFF009E73, 0xFFD55E00, 0xFF56B4E9, 0xFFCC79A7,
            0xFFCDB913, 0xFF6E7781, 0xFF882255, 0xFF332288};
    private static final int[] DARK = {0xFF2B8CC8, 0xFFE69F00, 0xFF12A87E, 0xFFE0701A, 0xFF56B4E9, 0xFFCC79A7,
            0xFFF0E442, 0xFF8B949E, 0xFFB5477F, 0xFF7B6BD6};

    private DigitColours() {}

    /**
     * The hue of a class.
     *
     * @param label
     *            from 0; beyond 9 the hues begin anew
     * @return opaque {@code 0xAARRGGBB}
     */
    public static int argb(int label, boolean darkTheme) {
        return (darkTheme ? DARK : LIGHT)[label % LIGHT.length];
    }
}
