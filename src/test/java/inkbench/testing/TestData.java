package inkbench.testing;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Assumptions;

/**
 * Real data that is too large, or not free enough, to lie in the project.
 *
 * <p>The environment variable {@code INKBENCH_TEST_DATA} names its folder, which holds {@code mnist}, {@code kaggle},
 * {@code usps} and {@code strokes}; {@code golden} lies beside it. On a machine without it, tests that need it are skipped; where {@code CI} is
 * {@code true} they fail, so that a build server never passes for want of data.
 */
public final class TestData {
    private static final String VARIABLE = "INKBENCH_TEST_DATA";

    private TestData() {}

    /** The folder; skips the calling test where there is none. */
    public static Path folder() {
        return folder(System.getenv(VARIABLE), "true".equals(System.getenv("CI")));
    }

    /** The folder with values that other programs computed, beside {@link #folder()}; skips the calling test likewise. */
    public static Path golden() {
        return folder(
                Optional.ofNullable(System.getenv(VARIABLE))
                        .filter(named -> !named.isBlank())
                        .map(named -> Path.of(named).toAbsolutePath().resolveSibling("golden").toString())
                        .orElse(null),
                "true".equals(System.getenv("CI")));
    }

    static Path folder(String named, boolean continuousIntegration) {
        if (named == null || named.isBlank()) {
            if (continuousIntegration) {
                return fail(VARIABLE + " is not set, but CI must run the tests on real data");
            }
            Assumptions.abort(VARIABLE + " is not set: set it to the folder with the real data to run this test");
        }
        var folder = Path.of(named);
        if (!Files.isDirectory(folder)) {
            return fail(VARIABLE + " is " + named + ", which is no folder");
        }
        return folder;
    }
}
