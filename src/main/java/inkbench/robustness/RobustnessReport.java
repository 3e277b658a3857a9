package inkbench.robustness;

import java.util.List;

import inkbench.data.Dataset;

/**
 * How well models read images that get worse in several ways.
 *
 * @param images
 *            as they were before
 * @param seed
 *            what was random about the distortions
 * @param models
 *            what the models are called; no two alike
 * @param curves
 *            one for every distortion and model: all models of the first distortion, then those of the next
 */
public record RobustnessReport(Dataset images, long seed, List<String> models, List<RobustnessCurve> curves) {
    public RobustnessReport {
        models = List.copyOf(models);
        curves = List.copyOf(curves);
    }

    /** The distortions, in their order. */
    public List<Distortion> distortions() {
        return curves.stream().map(RobustnessCurve::distortion).distinct().toList();
    }

    /** The curves of one distortion, in the order of the models. */
    public List<RobustnessCurve> curvesOf(Distortion distortion) {
        return curves.stream().filter(curve -> curve.distortion() == distortion).toList();
    }
}
