package inkbench.app.strokes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import inkbench.ink.Drawing;

/** Drawings as the lines of a {@link StrokeFile}, and back. */
public final class StrokeText {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** A tenth of a millisecond is finer than any pen. */
    private static final double TIME_STEPS = 10;

    private StrokeText() {}

    /**
     * One drawing as a line of a {@link StrokeFile}; read again, it gives the same picture bit for bit.
     *
     * @return a JSON object and a line feed
     */
    public static String of(StrokeSample sample) {
        var line = JSON.createObjectNode();
        line.put("id", sample.id());
        sample.label().ifPresent(label -> line.put("label", label));
        addStrokes(line, sample.drawing());
        try {
            return JSON.writeValueAsString(line) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Numbers and texts that are no JSON", impossible);
        }
    }

    /** Drawings as a {@link StrokeFile}. */
    public static byte[] file(List<StrokeSample> samples) {
        var text = new StringBuilder();
        samples.forEach(sample -> text.append(of(sample)));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads what {@link #of} gives, or a whole file of it.
     *
     * @param source
     *            what messages call it
     * @return as {@link StrokeFile#read(java.io.InputStream, String)}
     */
    public static List<StrokeSample> read(String text, String source) throws IOException {
        return StrokeFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), source);
    }

    private static void addStrokes(ObjectNode line, Drawing drawing) {
        var strokes = line.putArray("strokes");
        for (var stroke : drawing.strokes()) {
            var points = strokes.addArray();
            for (var point : stroke.points()) {
                points.addArray()
                        .add(point.x())
                        .add(point.y())
                        .add(Math.rint(point.millis() * TIME_STEPS) / TIME_STEPS);
            }
        }
    }
}
