package inkbench.model.file;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import inkbench.text.Messages;

/**
 * Reads the JSON header of a file field by field, believing nothing. Every method throws a {@link ModelException} for the user where
 * the header isn't what it should be.
 */
public final class JsonFields {
    /** Reads and writes trees only, so that nothing in a file can name a class. */
    public static final JsonMapper MAPPER = JsonMapper
            .builder(
                    JsonFactory.builder()
                            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(16).build())
                            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                            .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String source;
    private final String kind;
    private final Messages messages = Messages.of(JsonFields.class);

    /**
     * A reader.
     *
     * @param source
     *            what the file is called in messages
     */
    public JsonFields(String source) {
        this(source, "file");
    }

    /**
     * A reader of a certain kind of file.
     *
     * @param kind
     *            with which the keys of all sentences begin
     */
    JsonFields(String source, String kind) {
        this.source = source;
        this.kind = kind;
    }

    /** The header as an object. */
    public ObjectNode parse(byte[] json) throws ModelException {
        return parse("header", json);
    }

    /** What is called so, as an object. */
    ObjectNode parse(String name, byte[] json) throws ModelException {
        return object(name, tree(json));
    }

    private JsonNode tree(byte[] json) throws ModelException {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException damage) {
            // Limits of size and depth come without a place.
            var at = damage.getLocation();
            var place = at == null ? "" : messages.get("file.header.json.place", at.getLineNr(), at.getColumnNr());
            throw failure("header.json", place);
        } catch (IOException impossible) {
            throw new IllegalStateException("Nothing is read but memory", impossible);
        }
    }

    /** What is not known about a layer can't be left out: its results would be wrong. */
    public void onlyHas(ObjectNode node, String... fields) throws ModelException {
        var known = Set.of(fields);
        for (var field : node.properties()) {
            if (!known.contains(field.getKey())) {
                throw failure("header.unknown", field.getKey());
            }
        }
    }

    /** A field that is the key of one of some constants. */
    public <E> E constant(ObjectNode node, String name, E[] values, Function<E, String> key) throws ModelException {
        var keys = Arrays.stream(values).map(key).toList();
        return values[keys.indexOf(oneOf(node, name, keys))];
    }

    /** A field that has to be there. */
    public JsonNode field(ObjectNode node, String name) throws ModelException {
        var value = node.get(name);
        if (value == null) {
            throw failure("header.missing", name);
        }
        return value;
    }

    /** A field that is an object. */
    public ObjectNode object(ObjectNode node, String name) throws ModelException {
        return object(name, field(node, name));
    }

    /** A value that is an object, called so. */
    public ObjectNode object(String name, JsonNode value) throws ModelException {
        if (value instanceof ObjectNode object) {
            return object;
        }
        throw wrong(name, messages.get("file.expected.object"), value);
    }

    /** A field that is a list. */
    public JsonNode list(ObjectNode node, String name) throws ModelException {
        var value = field(node, name);
        if (!value.isArray()) {
            throw wrong(name, messages.get("file.expected.list"), value);
        }
        return value;
    }

    /** A field that is a text. */
    public String text(ObjectNode node, String name) throws ModelException {
        var value = field(node, name);
        if (!value.isTextual()) {
            throw wrong(name, messages.get("file.expected.text"), value);
        }
        return value.textValue();
    }

    /** A field that is one of some texts. */
    public String oneOf(ObjectNode node, String name, List<String> allowed) throws ModelException {
        var value = text(node, name);
        if (!allowed.contains(value)) {
            var expected = allowed.stream().map(text -> '"' + text + '"').collect(Collectors.joining(", "));
            throw wrong(name, messages.get("file.expected.one.of", expected), field(node, name));
        }
        return value;
    }

    /** A field that is a whole number between two. */
    public long whole(ObjectNode node, String name, long from, long to) throws ModelException {
        return whole(name, field(node, name), from, to);
    }

    /** A value, called so, that is a whole number between two. */
    public long whole(String name, JsonNode value, long from, long to) throws ModelException {
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < from
                || value.longValue() > to) {
            throw wrong(name, messages.get("file.expected.whole", from, to), value);
        }
        return value.longValue();
    }

    /** A field that is a number between two. */
    public double number(ObjectNode node, String name, double from, double to) throws ModelException {
        var value = field(node, name);
        if (!value.isNumber() || !(value.doubleValue() >= from && value.doubleValue() <= to)) {
            throw wrong(name, messages.get("file.expected.number", from, to), value);
        }
        return value.doubleValue();
    }

    /** What is wrong with a value, called so, instead of which something else was expected. */
    public ModelException wrong(String name, String expected, JsonNode found) {
        return failure("header.value", name, expected, abbreviated(found.toString()));
    }

    /** The same for a list of another length. */
    ModelException wrongList(String name, JsonNode found) {
        return wrong(name, messages.get("file.expected.list"), found);
    }

    private static String abbreviated(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    /** The sentence under a key, with the file's name before its parameters. */
    ModelException failure(String key, Object... parameters) {
        return new ModelException(
                messages.get(kind + "." + key, Stream.concat(Stream.of(source), Stream.of(parameters)).toArray()));
    }
}
