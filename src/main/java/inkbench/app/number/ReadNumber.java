package inkbench.app.number;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A number that was read.
 *
 * @param digits
 *            from left to right; none of an empty drawing
 */
public record ReadNumber(List<NumberDigit> digits) {
    public ReadNumber {
        digits = List.copyOf(digits);
    }

    /** The number in figures, leading zeros included. */
    public String figures() {
        return digits.stream()
                .map(digit -> Integer.toString(digit.prediction().digit()))
                .collect(Collectors.joining());
    }
}
