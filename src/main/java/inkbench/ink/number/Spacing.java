package inkbench.ink.number;

/**
 * How large digits are and how far from each other, as logarithms of probabilities. The constants were set on numbers composed
 * of generated digits.
 *
 * @param height
 *            how high a digit of this number is
 */
record Spacing(double height) {
    /** For a line between two digits that belongs to neither. */
    static final double JOINT_LEFT_OUT = -2.5;

    /** The logarithm of the odds that one stroke writes two digits rather than one. */
    private static final double CUT = -6;
    /** The same of two strokes that cross, and lie neither beside nor over each other. */
    private static final double CROSSING = -2;
    /** The same of two strokes that do not cross. */
    private static final double APART = 1;
    private static final double PER_GAP = 12;
    private static final double PER_DISTANCE = 4;
    /** For every digit: without it, the reading with the most digits would often be the best. */
    private static final double DIGIT = -0.5;
    /** Of the height: a digit that is smaller on both sides is an odd one. */
    private static final double SMALL = 0.85;
    private static final double SMALL_DEVIATION = 0.12;
    /** Of the height: a digit that is wider is an odd one. */
    private static final double WIDE = 0.95;
    private static final double WIDE_DEVIATION = 0.1;
    private static final double WIDEST = 2;

    /** Two pieces as parts of one digit. */
    double join(Piece left, Piece right) {
        return -softplus(separation(left, right));
    }

    /** Two pieces as parts of two digits. */
    double separate(Piece left, Piece right) {
        return -softplus(-separation(left, right));
    }

    /** The logarithm of the odds that two pieces belong to two digits. */
    private double separation(Piece left, Piece right) {
        double distance = left.distanceTo(right);
        double gap = right.box().left() - left.box().right();
        if (gap == 0 && distance == 0) {
            // A stroke was cut here.
            return CUT;
        }
        double contact = distance == 0 ? CROSSING : APART;
        return height == 0 ? contact : contact + (PER_GAP * gap + PER_DISTANCE * distance) / height;
    }

    /** The size of a digit. */
    double size(Box box) {
        if (height == 0) {
            return DIGIT;
        }
        double small = Math.max(0, SMALL - box.longerSide() / height) / SMALL_DEVIATION;
        double wide = Math.max(0, box.width() / height - WIDE) / WIDE_DEVIATION;
        return DIGIT - (small * small + wide * wide) / 2;
    }

    boolean isTooWide(Box box) {
        return box.width() > WIDEST * height;
    }

    /** log(1 + eˣ) without overflow. */
    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }
}
