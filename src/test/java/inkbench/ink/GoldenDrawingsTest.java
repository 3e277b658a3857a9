package inkbench.ink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pairs of files that lie beside each other: {@code name.strokes} has a line for each stroke, {@code name.pixels} the 28 rows
 * of the picture. A picture that differs is left in {@code target/golden} for comparison.
 */
class GoldenDrawingsTest {
    private static Path folder() throws URISyntaxException {
        return Path.of(GoldenDrawingsTest.class.getResource("golden/one.strokes").toURI()).getParent();
    }

    static Stream<String> names() throws Exception {
        try (var files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.[a-z]+$", ""))
                    .collect(Collectors.toCollection(TreeSet::new))
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void drawsExactlyTheExpectedPicture(String name) throws Exception {
        var strokes = folder().resolve(name + ".strokes");
        var pixels = folder().resolve(name + ".pixels");
        assertThat(strokes).exists();
        var actual = text(Rasterizer.rasterize(Strokes.parse(Files.readAllLines(strokes))));
        if (!Files.exists(pixels) || !Files.readString(pixels).equals(actual)) {
            leaveBehind(name, actual);
        }
        assertThat(pixels).exists().content().isEqualTo(actual);
    }

    private static void leaveBehind(String name, String actual) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "golden"));
        Files.writeString(folder.resolve(name + ".pixels"), actual);
    }

    private static String text(byte[] picture) {
        return IntStream.range(0, Rasterizer.SIZE)
                .mapToObj(
                        row -> IntStream.range(0, Rasterizer.SIZE)
                                .mapToObj(x -> "%3d".formatted(picture[row * Rasterizer.SIZE + x] & 0xff))
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
