package inkbench.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against pictures that numpy and scipy made; see {@code make.py}. */
class ComparedDistortionsTest {
    private static final int WIDTH = 20;
    private static final int HEIGHT = 16;

    private record Made(String kind, double strength, int[] greys) {}

    @ParameterizedTest
    @CsvSource(textBlock = """
            ROTATION,   6, 2
            SCALE,      6, 2
            BLUR,       7, 1
            THICKENING, 4, 1
            THINNING,   3, 1
            """)
    void givesThePicturesThatScipyGives(Distortion distortion, int pictures, int variants) throws IOException {
        var all = made();
        var source = bytes(all.getFirst().greys());
        var expected = all.stream().filter(made -> made.kind().equals(distortion.key())).toList();
        assertThat(expected).hasSize(pictures);
        for (double strength : expected.stream().mapToDouble(Made::strength).distinct().toArray()) {
            var found = new ArrayList<int[]>();
            for (long seed : new Random(1).longs(20).toArray()) {
                var target = new byte[source.length];
                distortion.apply(source, WIDTH, HEIGHT, strength, seed, target);
                found.add(greys(target));
            }
            for (var made : expected) {
                if (made.strength() == strength) {
                    assertThat(found).as(distortion + " " + strength)
                            .anySatisfy(picture -> assertThat(largestDifference(picture, made.greys())).isLessThan(2));
                }
            }
            assertThat(found.stream().map(Arrays::toString).distinct()).hasSize(variants);
        }
    }

    /** Halves may be rounded to either side. */
    private static int largestDifference(int[] some, int[] others) {
        int largest = 0;
        for (int i = 0; i < some.length; i++) {
            largest = Math.max(largest, Math.abs(some[i] - others[i]));
        }
        return largest;
    }

    private static List<Made> made() throws IOException {
        try (var stream = ComparedDistortionsTest.class.getResourceAsStream("distorted.csv")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> {
                var fields = line.split(",");
                var greys = Arrays.stream(fields).skip(3).mapToInt(Integer::parseInt).toArray();
                return new Made(fields[0], Double.parseDouble(fields[1]), greys);
            }).toList();
        }
    }

    private static byte[] bytes(int[] greys) {
        var bytes = new byte[greys.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) greys[i];
        }
        return bytes;
    }

    private static int[] greys(byte[] bytes) {
        var greys = new int[bytes.length];
        for (int i = 0; i < greys.length; i++) {
            greys[i] = bytes[i] & 255;
        }
        return greys;
    }
}
