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
import java.util.stream.Stream;

/** The ways of writing that the generator knows, from {@code skeletons.txt} and {@code others.txt} beside this class. */
final class Skeletons {
    private static final Map<Integer, List<Skeleton>> BY_DIGIT = lines("skeletons.txt").collect(
            Collectors.groupingBy(
                    line -> Integer.valueOf(line.substring(0, line.indexOf(' '))),
                    Collectors.mapping(line -> parse(line.substring(line.indexOf(' '))), Collectors.toList())));
    private static final List<Skeleton> OTHERS = lines("others.txt").map(Skeletons::parse).toList();

    private Skeletons() {}

    /** All ways of writing a digit. */
    static List<Skeleton> of(int digit) {
        return BY_DIGIT.get(digit);
    }

    /** Things that are no digits. */
    static List<Skeleton> others() {
        return OTHERS;
    }

    /** One of several, as common as it is. */
    static Skeleton choose(List<Skeleton> ways, Chance chance) {
        int left = chance.below(ways.stream().mapToInt(Skeleton::share).sum());
        for (var way : ways) {
            left -= way.share();
            if (left < 0) {
                return way;
            }
        }
        throw new IllegalStateException("The shares were summed wrongly");
    }

    private static Stream<String> lines(String file) {
        try (var input = Skeletons.class.getResourceAsStream(file);
                var reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Skeleton parse(String line) {
        var parts = line.split("\\|");
        var head = parts[0].trim().split("\\s+");
        var strokes = Arrays.stream(parts).skip(1).map(Skeletons::stroke).toList();
        return new Skeleton(head[0], Integer.parseInt(head[1]), strokes);
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
