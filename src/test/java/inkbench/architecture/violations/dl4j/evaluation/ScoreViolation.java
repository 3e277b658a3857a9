package inkbench.architecture.violations.dl4j.evaluation;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

final class ScoreViolation {
    MultiLayerNetwork network;
}
