package inkbench.desktop.evaluate.curves;

import inkbench.desktop.common.chart.Curve;

/** Where y is x, from 0 to 1. */
final class Diagonal {
    /** As many points as the keys step through, so that it is read out wherever one points. */
    private static final int STEPS = 100;

    private Diagonal() {}

    static Curve curve() {
        var curve = new Curve();
        for (int i = 0; i <= STEPS; i++) {
            curve.add((double) i / STEPS, (double) i / STEPS);
        }
        return curve;
    }
}
