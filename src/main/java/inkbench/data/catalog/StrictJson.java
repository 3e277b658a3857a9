package inkbench.data.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import inkbench.data.DataException;
import inkbench.text.Messages;

/** The fields of a JSON object, each asked for by name and kind. What is not asked for may not be there. */
final class StrictJson {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final int LARGEST_FILE = 1 << 20;
    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_FOUND = 60;
    private static final Messages MESSAGES = Messages.of(StrictJson.class);

    private final ObjectNode node;
    private final String source;
    /** Where the object is in the file, such as {@code sets[2].}. */
    private final String path;

    private StrictJson(ObjectNode node, String source, String path) {
        this.node = node;
        this.source = source;
        this.path = path;
    }

    /**
     * Reads a file that holds one object.
     *
     * @param source
     *            what messages call it
     * @throws DataException
     *             if it holds anything else, or is larger than 1 MiB
     */
    static StrictJson read(InputStream in, String source) throws IOException {
        var bytes = in.readNBytes(LARGEST_FILE + 1);
        if (bytes.length > LARGEST_FILE) {
            throw new DataException(MESSAGES.get("json.large", source, LARGEST_FILE));
        }
        try {
            return object(MAPPER.readTree(bytes), source, "");
        } catch (JsonProcessingException damage) {
            var at = damage.getLocation();
            throw new DataException(
                    MESSAGES.get("json.damaged", source, at == null ? 0 : at.getLineNr()), damage);
        }
    }

    /** Refuses fields of other names. */
    StrictJson closed(String... fields) throws DataException {
        var known = Set.of(fields);
        for (var field : node.properties()) {
            if (!known.contains(field.getKey())) {
                throw new DataException(
                        MESSAGES.get("json.unknown", source, path + field.getKey(), String.join(", ", fields)));
            }
        }
        return this;
    }

    boolean has(String field) {
        return node.has(field);
    }

    String text(String field) throws DataException {
        return text(field, node.get(field));
    }

    /** A text that matches a pattern as a whole. */
    String text(String field, Pattern pattern, String expected) throws DataException {
        return matching(field, text(field), pattern, expected);
    }

    long whole(String field, long least, long most) throws DataException {
        var value = node.get(field);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < least
                || value.longValue() > most) {
            throw wrong(field, MESSAGES.get("json.whole", least, most));
        }
        return value.longValue();
    }

    boolean flag(String field) throws DataException {
        var value = node.get(field);
        if (value == null || !value.isBoolean()) {
            throw wrong(field, MESSAGES.get("json.flag"));
        }
        return value.booleanValue();
    }

    StrictJson object(String field) throws DataException {
        return object(node.get(field), source, path + field);
    }

    /** A list of {@code least} to {@code most} texts. */
    List<String> texts(String field, int least, int most) throws DataException {
        var texts = new ArrayList<String>();
        for (var element : list(field, least, most)) {
            texts.add(text(field + "[" + texts.size() + "]", element));
        }
        return texts;
    }

    /** The same, each matching a pattern as a whole. */
    List<String> texts(String field, int least, int most, Pattern pattern, String expected) throws DataException {
        var texts = texts(field, least, most);
        for (int i = 0; i < texts.size(); i++) {
            matching(field + "[" + i + "]", texts.get(i), pattern, expected);
        }
        return texts;
    }

    /** A list of {@code least} to {@code most} objects. */
    List<StrictJson> objects(String field, int least, int most) throws DataException {
        var objects = new ArrayList<StrictJson>();
        for (var element : list(field, least, most)) {
            objects.add(object(element, source, path + field + "[" + objects.size() + "]"));
        }
        return objects;
    }

    /** Says that a field holds something else than {@code expected}. */
    DataException wrong(String field, String expected) {
        return wrong(field, expected, node.get(field));
    }

    private DataException wrong(String field, String expected, JsonNode value) {
        var found = value == null ? MESSAGES.get("json.nothing") : value.toString();
        var shown = found.length() <= LONGEST_FOUND ? found : found.substring(0, LONGEST_FOUND) + "…";
        return new DataException(MESSAGES.get("json.wrong", source, path + field, expected, shown));
    }

    private JsonNode list(String field, int least, int most) throws DataException {
        var value = node.get(field);
        if (value == null || !value.isArray() || value.size() < least || value.size() > most) {
            throw wrong(field, MESSAGES.get("json.list", least, most));
        }
        return value;
    }

    private String text(String field, JsonNode value) throws DataException {
        if (value == null || !value.isTextual() || value.textValue().isBlank()
                || value.textValue().length() > LONGEST_TEXT) {
            throw wrong(field, MESSAGES.get("json.text", LONGEST_TEXT), value);
        }
        return value.textValue();
    }

    private String matching(String field, String text, Pattern pattern, String expected) throws DataException {
        if (!pattern.matcher(text).matches()) {
            throw wrong(field, expected, MAPPER.getNodeFactory().textNode(text));
        }
        return text;
    }

    private static StrictJson object(JsonNode value, String source, String path) throws DataException {
        if (value instanceof ObjectNode object) {
            return new StrictJson(object, source, path.isEmpty() ? "" : path + ".");
        }
        throw new DataException(MESSAGES.get("json.object", source, path.isEmpty() ? 0 : 1, path));
    }
}
