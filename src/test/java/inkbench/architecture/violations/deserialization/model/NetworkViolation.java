package inkbench.architecture.violations.deserialization.model;

import java.io.File;
import java.io.IOException;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

final class NetworkViolation {
    MultiLayerNetwork read(File file) throws IOException {
        return MultiLayerNetwork.load(file, false);
    }
}
