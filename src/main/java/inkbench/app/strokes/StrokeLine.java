package inkbench.app.strokes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import inkbench.data.DataException;
import inkbench.ink.Drawing;
import inkbench.ink.InkPoint;
import inkbench.ink.Stroke;
import inkbench.text.Messages;

/**
 * One line of a {@link StrokeFile}: where it is, and what it says.
 *
 * @param source
 *            the file
 * @param number
 *            of the line, from 1
 */
record StrokeLine(String source, int number) {
    private static final int LONGEST_EXCERPT = 40;
    private static final Pattern FIGURES = Pattern.compile("[0-9]{1,64}");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    StrokeSample parse(byte[] text) throws IOException {
        var line = object(text);
        return new StrokeSample(id(line.path("id")), label(line.path("label")), drawing(line.path("strokes")));
    }

    NumberSample parseNumber(byte[] text) throws IOException {
        var line = object(text);
        return new NumberSample(id(line.path("id")), figures(line.path("label")), drawing(line.path("strokes")));
    }

    private JsonNode object(byte[] text) throws IOException {
        var line = tree(text);
        if (!line.isObject()) {
            throw unlike("expected.object", line);
        }
        return line;
    }

    private JsonNode tree(byte[] text) throws IOException {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
            var message = Messages.of(StrokeLine.class).get("noJson", source, number, column);
            throw new DataException(message, e);
        }
    }

    private String id(JsonNode id) throws DataException {
        if (id.isMissingNode() || id.isNull()) {
            return Integer.toString(number);
        }
        if (!id.isTextual() && !id.isNumber()) {
            throw unlike("expected.id", id);
        }
        return id.asText();
    }

    private OptionalInt label(JsonNode label) throws DataException {
        if (label.isMissingNode() || label.isNull()) {
            return OptionalInt.empty();
        }
        if (!label.isIntegralNumber() || !label.canConvertToInt() || label.intValue() < 0 || label.intValue() > 9) {
            throw unlike("expected.label", label);
        }
        return OptionalInt.of(label.intValue());
    }

    private Optional<String> figures(JsonNode label) throws DataException {
        if (label.isMissingNode() || label.isNull()) {
            return Optional.empty();
        }
        if (!label.isTextual() && !label.isIntegralNumber() || !FIGURES.matcher(label.asText()).matches()) {
            throw unlike("expected.figures", label);
        }
        return Optional.of(label.asText());
    }

    private Drawing drawing(JsonNode strokes) throws DataException {
        if (!strokes.isArray() || strokes.isEmpty()) {
            throw unlike("expected.strokes", strokes);
        }
        var drawn = new ArrayList<Stroke>(strokes.size());
        for (var points : strokes) {
            drawn.add(stroke(points));
        }
        return new Drawing(drawn);
    }

    private Stroke stroke(JsonNode points) throws DataException {
        if (!points.isArray() || points.isEmpty()) {
            throw unlike("expected.stroke", points);
        }
        List<InkPoint> drawn = new ArrayList<>(points.size());
        for (var point : points) {
            drawn.add(point(point));
        }
        return new Stroke(drawn);
    }

    private InkPoint point(JsonNode point) throws DataException {
        boolean timed = point.size() == 3;
        if (!point.isArray() || !timed && point.size() != 2) {
            throw unlike("expected.point", point);
        }
        for (var number : point) {
            // A number like 1e999 is JSON, but no double.
            if (!number.isNumber() || !Double.isFinite(number.doubleValue())) {
                throw unlike("expected.point", point);
            }
        }
        return new InkPoint(
                point.get(0).doubleValue(),
                point.get(1).doubleValue(),
                timed ? point.get(2).doubleValue() : 0);
    }

    private DataException unlike(String expectedKey, JsonNode found) {
        var messages = Messages.of(StrokeLine.class);
        var excerpt = found.isMissingNode() ? messages.get("found.nothing") : excerpt(found.toString());
        return new DataException(
                messages.get("unlike", source, number, messages.get(expectedKey), excerpt));
    }

    private static String excerpt(String text) {
        return text.length() <= LONGEST_EXCERPT ? text : text.substring(0, LONGEST_EXCERPT) + "…";
    }
}
