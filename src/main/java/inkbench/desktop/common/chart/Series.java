package inkbench.desktop.common.chart;

/**
 * One line of a {@link CurveChart}.
 *
 * @param name
 *            for the legend
 * @param curve
 *            the points; may grow while the chart is shown
 */
public record Series(String name, Kind kind, Role role, Curve curve) {
    /** How a line is drawn. What comes later here is painted over what comes before. */
    public enum Kind {
        /** Fine and without a name, in the legend as in the read-out: what others stand out from. */
        CONTEXT,
        /** Fine: what others are compared with. */
        LINE,
        /** Strong, with what the points' lows and highs cover behind it. */
        BAND,
        /** Faint: single measurements, which may leave the frame. Many of them are the band that they cover. */
        THIN,
        /** Strong. */
        BOLD,
        /** Strong, with a dot on every point. */
        MARKED
    }

    /** Whether the line is named to the reader. */
    boolean named() {
        return kind != Kind.CONTEXT;
    }

    /** Which of the theme's colours a line has. */
    public enum Role {
        /** The theme's first. */
        FIRST,
        /** The theme's second. */
        SECOND,
        /** Further ones, told apart from the others in both themes. */
        THIRD, FOURTH, FIFTH, SIXTH,
        /** Grey, for what is only compared with. */
        EARLIER;

        private static final Role[] LINES = {FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH};

        /** The colour of one of several lines of equal standing; they come round again. */
        public static Role of(int line) {
            return LINES[line % LINES.length];
        }
    }
}
