package inkbench.model.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
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
import inkbench.model.ModelOrigin;
import inkbench.model.Padding;
import inkbench.model.Reproducibility;
import inkbench.model.Shape;
import inkbench.text.Messages;

/** Reads the JSON of a model file field by field, believing nothing. */
final class ModelHeaderReader {
    private static final int LARGEST_SIZE = 1 << 24;
    private static final double LONGEST_SECONDS = 1e10;
    private static final String KINDS = "dense, convolution, batch-normalization, activation, max-pooling, "
            + "average-pooling, global-average-pooling, dropout, flatten";

    private final String source;
    private final Messages messages = Messages.of(ModelHeaderReader.class);

    /**
     * A reader.
     *
     * @param source
     *            what the file is called in messages
     */
    ModelHeaderReader(String source) {
        this.source = source;
    }

    /**
     * Reads a header.
     *
     * @throws ModelException
     *             if it is none; the message is for the user
     */
    ModelHeader read(byte[] json) throws ModelException {
        var root = object("header", parse(json));
        var architecture = architecture(object(root, "architecture"));
        oneOf(root, "preprocessing", List.of(ModelHeader.PREPROCESSING));
        return new ModelHeader(
                text(root, "name"),
                architecture,
                whole(root, "iteration", 0, Long.MAX_VALUE),
                origin(object(root, "origin")));
    }

    private JsonNode parse(byte[] json) throws ModelException {
        try {
            return ModelHeader.MAPPER.readTree(json);
        } catch (JsonProcessingException damage) {
            // Limits of size and depth come without a place.
            var at = damage.getLocation();
            var place = at == null ? "" : messages.get("file.header.json.place", at.getLineNr(), at.getColumnNr());
            throw failure("file.header.json", source, place);
        } catch (IOException impossible) {
            throw new IllegalStateException("Nothing is read but memory", impossible);
        }
    }

    private Architecture architecture(ObjectNode node) throws ModelException {
        var input = list(node, "input");
        if (input.size() != 3) {
            throw wrong("input", messages.get("file.expected.list"), input);
        }
        var sizes = new int[3];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = (int) whole("input", input.get(i), 1, LARGEST_SIZE);
        }
        var layers = new ArrayList<LayerSpec>();
        for (var layer : list(node, "layers")) {
            layers.add(layer(object("layers", layer)));
        }
        try {
            var shape = new Shape(sizes[0], sizes[1], sizes[2]);
            var architecture = new Architecture(text(node, "name"), shape, layers);
            architecture.parameterCount();
            boolean small = architecture.summary()
                    .stream()
                    .allMatch(row -> row.outputShape().size() <= LARGEST_SIZE);
            if (small && shape.size() <= LARGEST_SIZE) {
                return architecture;
            }
        } catch (IllegalArgumentException | ArithmeticException misfit) {
            // Said below, in the user's words.
        }
        throw failure("file.shapes", source);
    }

    private LayerSpec layer(ObjectNode node) throws ModelException {
        var kind = text(node, "kind");
        switch (kind) {
            case "dense" -> {
                onlyHas(node, "kind", "units", "activation");
                return new Dense(size(node, "units"), activation(node));
            }
            case "convolution" -> {
                onlyHas(node, "kind", "filters", "kernel", "stride", "padding", "activation");
                int kernel = size(node, "kernel");
                return new Convolution(
                        size(node, "filters"),
                        kernel,
                        node.has("stride") ? (int) whole(node, "stride", 1, kernel) : 1,
                        node.has("padding") ? padding(node) : Padding.VALID,
                        activation(node));
            }
            case "batch-normalization" -> {
                onlyHas(node, "kind");
                return new BatchNormalization();
            }
            case "activation" -> {
                onlyHas(node, "kind", "activation");
                return new Activate(activation(node));
            }
            case "max-pooling" -> {
                onlyHas(node, "kind", "size");
                return new MaxPooling(size(node, "size"));
            }
            case "average-pooling" -> {
                onlyHas(node, "kind", "size");
                return new AveragePooling(size(node, "size"));
            }
            case "global-average-pooling" -> {
                onlyHas(node, "kind");
                return new GlobalAveragePooling();
            }
            case "dropout" -> {
                onlyHas(node, "kind", "rate");
                return new Dropout(number(node, "rate", 0, Math.nextDown(1.0)));
            }
            case "flatten" -> {
                onlyHas(node, "kind");
                return new Flatten();
            }
            default -> throw failure("file.layer.kind", source, kind, KINDS);
        }
    }

    /** What is not known about a layer can't be left out: its results would be wrong. */
    private void onlyHas(ObjectNode node, String... fields) throws ModelException {
        var known = Set.of(fields);
        for (var field : node.properties()) {
            if (!known.contains(field.getKey())) {
                throw failure("file.header.unknown", source, field.getKey());
            }
        }
    }

    private Activation activation(ObjectNode node) throws ModelException {
        return constant(node, "activation", Activation.values(), Activation::key);
    }

    private Padding padding(ObjectNode node) throws ModelException {
        return constant(node, "padding", Padding.values(), Padding::key);
    }

    private <E> E constant(ObjectNode node, String name, E[] values, Function<E, String> key) throws ModelException {
        var keys = Arrays.stream(values).map(key).toList();
        return values[keys.indexOf(oneOf(node, name, keys))];
    }

    private ModelOrigin origin(ObjectNode node) throws ModelException {
        return new ModelOrigin(
                text(node, "dataName"),
                text(node, "dataSha256"),
                text(node, "optimizer"),
                (int) whole(node, "epochs", 0, Integer.MAX_VALUE),
                (int) whole(node, "batchSize", 0, Integer.MAX_VALUE),
                whole(node, "seed", Long.MIN_VALUE, Long.MAX_VALUE),
                number(node, "validationFraction", 0, 1),
                field(node, "testAccuracy").isNull() ? Double.NaN : number(node, "testAccuracy", 0, 1),
                number(node, "seconds", 0, LONGEST_SECONDS),
                text(node, "software"),
                node.has("reproducibility")
                        ? reproducibility(object(node, "reproducibility"))
                        : Reproducibility.UNKNOWN);
    }

    private Reproducibility reproducibility(ObjectNode node) throws ModelException {
        return new Reproducibility(
                (int) whole(node, "shards", 0, Integer.MAX_VALUE),
                text(node, "library"),
                text(node, "vectorLevel"));
    }

    private JsonNode field(ObjectNode node, String name) throws ModelException {
        var value = node.get(name);
        if (value == null) {
            throw failure("file.header.missing", source, name);
        }
        return value;
    }

    private ObjectNode object(ObjectNode node, String name) throws ModelException {
        return object(name, field(node, name));
    }

    private ObjectNode object(String name, JsonNode value) throws ModelException {
        if (value instanceof ObjectNode object) {
            return object;
        }
        throw wrong(name, messages.get("file.expected.object"), value);
    }

    private JsonNode list(ObjectNode node, String name) throws ModelException {
        var value = field(node, name);
        if (!value.isArray()) {
            throw wrong(name, messages.get("file.expected.list"), value);
        }
        return value;
    }

    private String text(ObjectNode node, String name) throws ModelException {
        var value = field(node, name);
        if (!value.isTextual()) {
            throw wrong(name, messages.get("file.expected.text"), value);
        }
        return value.textValue();
    }

    private String oneOf(ObjectNode node, String name, List<String> allowed) throws ModelException {
        var value = text(node, name);
        if (!allowed.contains(value)) {
            var expected = allowed.stream().map(text -> '"' + text + '"').collect(Collectors.joining(", "));
            throw wrong(name, messages.get("file.expected.one.of", expected), field(node, name));
        }
        return value;
    }

    private int size(ObjectNode node, String name) throws ModelException {
        return (int) whole(node, name, 1, LARGEST_SIZE);
    }

    private long whole(ObjectNode node, String name, long from, long to) throws ModelException {
        return whole(name, field(node, name), from, to);
    }

    private long whole(String name, JsonNode value, long from, long to) throws ModelException {
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < from
                || value.longValue() > to) {
            throw wrong(name, messages.get("file.expected.whole", from, to), value);
        }
        return value.longValue();
    }

    private double number(ObjectNode node, String name, double from, double to) throws ModelException {
        var value = field(node, name);
        if (!value.isNumber() || !(value.doubleValue() >= from && value.doubleValue() <= to)) {
            throw wrong(name, messages.get("file.expected.number", from, to), value);
        }
        return value.doubleValue();
    }

    private ModelException wrong(String name, String expected, JsonNode found) {
        return failure("file.header.value", source, name, expected, abbreviated(found.toString()));
    }

    private static String abbreviated(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private ModelException failure(String key, Object... parameters) {
        return new ModelException(messages.get(key, parameters));
    }
}
