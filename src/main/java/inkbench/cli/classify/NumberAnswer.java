package inkbench.cli.classify;

import java.util.List;

import inkbench.ink.number.Box;

/**
 * What one drawing of a number was read as.
 *
 * @param number
 *            its figures from left to right
 * @param confidence
 *            that all digits are right: the product of theirs
 * @param novelty
 *            the largest of the digits'
 * @param rejected
 *            whether the answer is less sure than was asked for
 */
record NumberAnswer(
        String id,
        String number,
        double confidence,
        double novelty,
        boolean rejected,
        List<DigitAnswer> digits) {
    /**
     * One digit of it.
     *
     * @param box
     *            where it is, in the drawing's units
     */
    record DigitAnswer(int digit, float[] probabilities, double confidence, double novelty, Box box) {}
}
