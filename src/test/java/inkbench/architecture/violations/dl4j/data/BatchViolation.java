package inkbench.architecture.violations.dl4j.data;

import org.nd4j.linalg.api.ndarray.INDArray;

final class BatchViolation {
    INDArray pixels;
}
