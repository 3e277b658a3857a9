package inkbench.model.file;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.databind.node.ObjectNode;

import inkbench.model.Architecture;
import inkbench.model.Model;
import inkbench.model.ModelOrigin;
import inkbench.model.Reproducibility;

/** What a model file says in JSON: everything but the weights. {@link ModelHeaderReader} is the way back. */
record ModelHeader(String name, Architecture architecture, long iteration, ModelOrigin origin) {
    /** How grey values become inputs; the only way there is so far. */
    static final String PREPROCESSING = "pixel/255";

    static ModelHeader of(Model model) {
        return new ModelHeader(model.name(), model.architecture(), model.weights().iteration(), model.origin());
    }

    byte[] toJson() {
        var root = JsonFields.MAPPER.createObjectNode();
        root.put("name", name);
        ArchitectureJson.write(architecture, root.putObject("architecture"));
        root.put("preprocessing", PREPROCESSING);
        root.put("iteration", iteration);
        writeOrigin(root.putObject("origin"));
        try {
            return JsonFields.MAPPER.writeValueAsBytes(root);
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing is written but memory", e);
        }
    }

    private void writeOrigin(ObjectNode node) {
        node.put("dataName", origin.dataName());
        node.put("dataSha256", origin.dataSha256());
        node.put("optimizer", origin.optimizer());
        node.put("epochs", origin.epochs());
        node.put("batchSize", origin.batchSize());
        node.put("seed", origin.seed());
        node.put("validationFraction", origin.validationFraction());
        // JSON has no NaN.
        node.put("testAccuracy", Double.isNaN(origin.testAccuracy()) ? null : (Double) origin.testAccuracy());
        node.put("seconds", origin.seconds());
        node.put("software", origin.software());
        var reproducibility = origin.reproducibility();
        if (!reproducibility.equals(Reproducibility.UNKNOWN)) {
            node.putObject("reproducibility")
                    .put("shards", reproducibility.shards())
                    .put("library", reproducibility.library())
                    .put("vectorLevel", reproducibility.vectorLevel());
        }
    }
}
