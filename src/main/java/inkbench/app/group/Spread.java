package inkbench.app.group;

import java.util.Arrays;

/**
 * One figure over several runs.
 *
 * @param count
 *            of runs
 * @param mean
 *            NaN for none, or where a run has no such figure
 * @param deviation
 *            of the sample: the root of the squared distances from the mean over {@code count − 1}; NaN for fewer than two
 */
public record Spread(int count, double mean, double deviation) {
    /** Computes both; in two passes, because the runs of a group are close together. */
    public static Spread of(double... figures) {
        double mean = Arrays.stream(figures).average().orElse(Double.NaN);
        double squares = Arrays.stream(figures).map(figure -> (figure - mean) * (figure - mean)).sum();
        double deviation = figures.length < 2 ? Double.NaN : Math.sqrt(squares / (figures.length - 1));
        return new Spread(figures.length, mean, deviation);
    }
}
