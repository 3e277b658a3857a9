package inkbench.data.generator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The ways of writing that the generator knows, from {@code skeletons.txt} beside this class. */
final class Skeletons {
    private static final Map<Integer, List<Skeleton>> BY_DIGIT = read();

    private Skeletons() {}

    /** All ways of writing a digit. */
    static List<Skeleton> of(int digit) {
        return BY_DIGIT.get(digit);
    }

    private static Map<Integer, List<Skeleton>> read() {
        try (var input = Skeletons.class.getResourceAsStream("skeletons.txt");
                var reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(Skeletons::parse)
                    .collect(Collectors.groupingBy(Skeleton::digit));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Skeleton parse(String line) {
        var parts = line.split("\\|");
        var head = parts[0].trim().split("\\s+");
        var strokes = Arrays.stream(parts).skip(1).map(Skeletons::stroke).toList();
        return new Skeleton(Integer.parseInt(head[0]), head[1], Integer.parseInt(head[2]), strokes);
    }

    private static List<Knot> stroke(String text) {
        return Arrays.stream(text.trim().split("\\s+")).map(Skeletons::knot).toList();
    }

    private static Knot knot(String text) {
        boolean corner = text.endsWith("!");
        var xy = (corner ? text.substring(0, text.length() - 1) : text).split(",");
        return new Knot(Double.parseDouble(xy[0]), Double.parseDouble(xy[1]), corner);
    }
}
