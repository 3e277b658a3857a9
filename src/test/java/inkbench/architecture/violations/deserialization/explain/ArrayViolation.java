package inkbench.architecture.violations.deserialization.explain;

import java.io.IOException;
import java.io.InputStream;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

final class ArrayViolation {
    INDArray read(InputStream file) throws IOException {
        return Nd4j.read(file);
    }
}
