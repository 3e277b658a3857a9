package inkbench.app.machine;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How fast one network is.
 *
 * @param training
 *            images learned from in a second
 * @param inference
 *            images read in a second, in batches on all processors
 * @param singleP50Ms
 *            milliseconds to the answer for one image, half of the time at most
 * @param singleP99Ms
 *            the same, 99 of 100 times at most
 */
public record NetworkSpeed(double training, double inference, double singleP50Ms, double singleP99Ms) {
    /** The median of each figure on its own. */
    static NetworkSpeed median(List<NetworkSpeed> runs) {
        return new NetworkSpeed(
                median(runs, NetworkSpeed::training),
                median(runs, NetworkSpeed::inference),
                median(runs, NetworkSpeed::singleP50Ms),
                median(runs, NetworkSpeed::singleP99Ms));
    }

    private static double median(List<NetworkSpeed> runs, ToDoubleFunction<NetworkSpeed> figure) {
        var sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
