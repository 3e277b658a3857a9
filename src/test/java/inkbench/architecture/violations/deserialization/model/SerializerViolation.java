package inkbench.architecture.violations.deserialization.model;

import java.io.File;
import java.io.IOException;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;

final class SerializerViolation {
    MultiLayerNetwork read(File file) throws IOException {
        return ModelSerializer.restoreMultiLayerNetwork(file);
    }
}
