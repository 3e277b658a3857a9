package inkbench.architecture.violations.dl4j.training;

import org.nd4j.linalg.api.ndarray.INDArray;

final class Step {
    INDArray gradients;
}
