package inkbench.model.file;

import java.util.ArrayList;

import com.fasterxml.jackson.databind.node.ObjectNode;

import inkbench.model.Activation;
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
import inkbench.model.Padding;
import inkbench.model.Shape;

/** Networks as JSON, without their weights: the same in every kind of file. */
public final class ArchitectureJson {
    private static final int LARGEST_SIZE = 1 << 24;
    private static final String KINDS = "dense, convolution, batch-normalization, activation, max-pooling, "
            + "average-pooling, global-average-pooling, dropout, flatten";

    private ArchitectureJson() {}

    /** Writes a network into an object. */
    public static void write(Architecture architecture, ObjectNode node) {
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

    /** The network that an object describes. */
    public static Architecture read(ObjectNode node, JsonFields fields) throws ModelException {
        var input = fields.list(node, "input");
        if (input.size() != 3) {
            throw fields.wrongList("input", input);
        }
        var sizes = new int[3];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = (int) fields.whole("input", input.get(i), 1, LARGEST_SIZE);
        }
        var layers = new ArrayList<LayerSpec>();
        for (var layer : fields.list(node, "layers")) {
            layers.add(layer(fields.object("layers", layer), fields));
        }
        try {
            var shape = new Shape(sizes[0], sizes[1], sizes[2]);
            var misfit = Architecture.firstMisfit(shape, layers);
            if (misfit.isPresent()) {
                throw doesNotFit(misfit.get(), fields);
            }
            var architecture = new Architecture(fields.text(node, "name"), shape, layers);
            architecture.parameterCount();
            boolean small = architecture.summary()
                    .stream()
                    .allMatch(row -> row.outputShape().size() <= LARGEST_SIZE);
            if (small && shape.size() <= LARGEST_SIZE) {
                return architecture;
            }
        } catch (IllegalArgumentException | ArithmeticException untrainable) {
            // Said below, in the user's words.
        }
        throw fields.failure("shapes");
    }

    private static ModelException doesNotFit(Architecture.Misfit misfit, JsonFields fields) {
        int side = switch (misfit.layer()) {
            case Convolution convolution -> convolution.kernel();
            case MaxPooling pooling -> pooling.size();
            case AveragePooling pooling -> pooling.size();
            case Dense _,BatchNormalization _,Activate _,GlobalAveragePooling _,Dropout _,Flatten _ ->
                throw new IllegalArgumentException("Fits every input: " + misfit.layer());
        };
        var input = misfit.input();
        return fields.failure(
                "layer.shape",
                misfit.index() + 1,
                misfit.layer().kind(),
                side,
                input.height(),
                input.width());
    }

    private static LayerSpec layer(ObjectNode node, JsonFields fields) throws ModelException {
        var kind = fields.text(node, "kind");
        switch (kind) {
            case "dense" -> {
                fields.onlyHas(node, "kind", "units", "activation");
                return new Dense(size(node, fields, "units"), activation(node, fields));
            }
            case "convolution" -> {
                fields.onlyHas(node, "kind", "filters", "kernel", "stride", "padding", "activation");
                int kernel = size(node, fields, "kernel");
                return new Convolution(
                        size(node, fields, "filters"),
                        kernel,
                        node.has("stride") ? (int) fields.whole(node, "stride", 1, kernel) : 1,
                        node.has("padding") ? padding(node, fields) : Padding.VALID,
                        activation(node, fields));
            }
            case "batch-normalization" -> {
                fields.onlyHas(node, "kind");
                return new BatchNormalization();
            }
            case "activation" -> {
                fields.onlyHas(node, "kind", "activation");
                return new Activate(activation(node, fields));
            }
            case "max-pooling" -> {
                fields.onlyHas(node, "kind", "size");
                return new MaxPooling(size(node, fields, "size"));
            }
            case "average-pooling" -> {
                fields.onlyHas(node, "kind", "size");
                return new AveragePooling(size(node, fields, "size"));
            }
            case "global-average-pooling" -> {
                fields.onlyHas(node, "kind");
                return new GlobalAveragePooling();
            }
            case "dropout" -> {
                fields.onlyHas(node, "kind", "rate");
                return new Dropout(fields.number(node, "rate", 0, Math.nextDown(1.0)));
            }
            case "flatten" -> {
                fields.onlyHas(node, "kind");
                return new Flatten();
            }
            default -> throw fields.failure("layer.kind", kind, KINDS);
        }
    }

    private static Activation activation(ObjectNode node, JsonFields fields) throws ModelException {
        return fields.constant(node, "activation", Activation.values(), Activation::key);
    }

    private static Padding padding(ObjectNode node, JsonFields fields) throws ModelException {
        return fields.constant(node, "padding", Padding.values(), Padding::key);
    }

    private static int size(ObjectNode node, JsonFields fields, String name) throws ModelException {
        return (int) fields.whole(node, name, 1, LARGEST_SIZE);
    }
}
