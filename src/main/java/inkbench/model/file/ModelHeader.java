package inkbench.model.file;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import inkbench.model.Architecture;
import inkbench.model.LayerSpec.Activate;
import inkbench.model.LayerSpec.AveragePooling;
import inkbench.model.LayerSpec.BatchNormalization;
import inkbench.model.LayerSpec.Convolution;
import inkbench.model.LayerSpec.Dense;
import inkbench.model.LayerSpec.Dropout;
import inkbench.model.LayerSpec.Flatten;
import inkbench.model.LayerSpec.GlobalAveragePooling;
import inkbench.model.LayerSpec.MaxPooling;
import inkbench.model.LayerSpec;
import inkbench.model.Model;
import inkbench.model.ModelOrigin;
import inkbench.model.Padding;
import inkbench.model.Reproducibility;

/** What a model file says in JSON: everything but the weights. {@link ModelHeaderReader} is the way back. */
record ModelHeader(String name, Architecture architecture, long iteration, ModelOrigin origin) {
    /** How grey values become inputs; the only way there is so far. */
    static final String PREPROCESSING = "pixel/255";

    /** Reads and writes trees only, so that nothing in a file can name a class. */
    static final JsonMapper MAPPER = JsonMapper
            .builder(
                    JsonFactory.builder()
                            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(16).build())
                            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                            .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static ModelHeader of(Model model) {
        return new ModelHeader(model.name(), model.architecture(), model.weights().iteration(), model.origin());
    }

    byte[] toJson() {
        var root = MAPPER.createObjectNode();
        root.put("name", name);
        writeArchitecture(root.putObject("architecture"));
        root.put("preprocessing", PREPROCESSING);
        root.put("iteration", iteration);
        writeOrigin(root.putObject("origin"));
        try {
            return MAPPER.writeValueAsBytes(root);
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing is written but memory", e);
        }
    }

    private void writeArchitecture(ObjectNode node) {
        node.put("name", architecture.name());
        var input = architecture.input();
        node.putArray("input").add(input.height()).add(input.width()).add(input.channels());
        var layers = node.putArray("layers");
        for (var layer : architecture.layers()) {
            write(layer, layers.addObject().put("kind", layer.kind()));
        }
    }

    private static void write(LayerSpec layer, ObjectNode node) {
        switch (layer) {
            case Dense dense -> node.put("units", dense.units()).put("activation", dense.activation().key());
            case Convolution convolution -> {
                node.put("filters", convolution.filters()).put("kernel", convolution.kernel());
                // Left out where they are as ever, so that older programs read what they can compute.
                if (convolution.stride() != 1) {
                    node.put("stride", convolution.stride());
                }
                if (convolution.padding() != Padding.VALID) {
                    node.put("padding", convolution.padding().key());
                }
                node.put("activation", convolution.activation().key());
            }
            case Activate activate -> node.put("activation", activate.activation().key());
            case MaxPooling pooling -> node.put("size", pooling.size());
            case AveragePooling pooling -> node.put("size", pooling.size());
            case Dropout dropout -> node.put("rate", dropout.rate());
            case BatchNormalization _,GlobalAveragePooling _,Flatten _ -> {
                // Its kind says it all.
            }
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
